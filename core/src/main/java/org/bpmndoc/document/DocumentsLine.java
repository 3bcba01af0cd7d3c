package org.bpmndoc.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One line of a [DocumentsFile]: nothing is missing, nothing is of the wrong kind or size, and
/// there is nothing else.
record DocumentsLine(JsonNode json) {

  private static final int DEPTH_MAX = 40;
  private static final int TEXT_MAX = 100_000;
  private static final int NAME_MAX = 4_096;
  private static final String HASH = "[0-9a-f]{64}";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// What is wrong with a line, for people.
  static final class BrokenLine extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    BrokenLine(String message) {
      super(message);
    }
  }

  /// The next line without its end; one byte too long where it is longer than that.
  static byte[] next(InputStream in, int max) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
      line.write(one);
      if (line.size() > max) {
        break;
      }
    }
    return line.toByteArray();
  }

  static DocumentsLine parse(byte[] line) throws BrokenLine {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return new DocumentsLine(MAPPER.readTree(text));
    } catch (CharacterCodingException e) {
      throw new BrokenLine("expected UTF-8");
    } catch (JacksonException e) {
      throw new BrokenLine("expected a JSON object: " + e.getOriginalMessage());
    }
  }

  void header() throws BrokenLine {
    if (!json.path("format").asString("").equals(DocumentsFile.FORMAT)) {
      throw new BrokenLine(
          "expected documents that bpmndoc has exported, {\"format\":\"%s\",…}"
              .formatted(DocumentsFile.FORMAT));
    }
    if (json.path("version").asInt(0) != DocumentsFile.VERSION) {
      throw new BrokenLine(
          "expected version %d of the format, found %s"
              .formatted(DocumentsFile.VERSION, json.path("version")));
    }
    fields(json, "format", "version");
  }

  boolean isAssignment() {
    return json.has("subject");
  }

  Document document() throws BrokenLine {
    fields(
        json,
        "fingerprint",
        "contract",
        "provider",
        "model",
        "channel",
        "writtenAt",
        "language",
        "costUsd",
        "usage",
        "findings",
        "content");
    List<Finding> findings = new ArrayList<>();
    for (JsonNode finding : items("findings")) {
      fields(finding, "grade", "code", "field", "message");
      findings.add(
          new Finding(
              oneOf(finding, "grade", Finding.Grade.values()),
              text(finding, "code", "[a-z0-9-]{1,100}"),
              text(finding, "field", TEXT_MAX),
              text(finding, "message", TEXT_MAX)));
    }
    if (!(json.get("content") instanceof ObjectNode content)) {
      throw new BrokenLine("expected \"content\", an object");
    }
    if (!CleanText.of(content).findings().isEmpty()) {
      throw new BrokenLine("expected \"content\" without control characters");
    }
    return new Document(fingerprint(), contract(), content, findings, origin());
  }

  private ContractId contract() throws BrokenLine {
    return ContractId.parse(text(json, "contract", "[A-Za-z0-9._-]{1,100}@[0-9]{1,6}"));
  }

  private Document.Origin origin() throws BrokenLine {
    JsonNode usage = json.path("usage");
    fields(usage, "inputTokens", "outputTokens", "cacheReadTokens", "cacheWriteTokens");
    try {
      return new Document.Origin(
          text(json, "provider", "\\S{1,200}"),
          text(json, "model", "\\S{1,200}"),
          oneOf(json, "channel", Channel.values()),
          new Usage(
              tokens(usage, "inputTokens"),
              tokens(usage, "outputTokens"),
              tokens(usage, "cacheReadTokens"),
              tokens(usage, "cacheWriteTokens")),
          Usd.of(text(json, "costUsd", "[0-9]{1,12}(\\.[0-9]{1,30})?")),
          Instant.parse(text(json, "writtenAt", 40)),
          text(json, "language", "[A-Za-z0-9-]{0,100}"));
    } catch (DateTimeException e) {
      throw new BrokenLine("expected \"writtenAt\", a time such as 2026-11-26T08:00:00Z");
    }
  }

  SubjectId subject() throws BrokenLine {
    return subject(json, "subject");
  }

  Assignment assignment() throws BrokenLine {
    fields(json, "subject", "fingerprint", "run", "own", "elements", "children");
    List<Lineage.Seen> children = new ArrayList<>();
    for (JsonNode child : items("children")) {
      fields(child, "subject", "digest", "fidelity", "source", "note");
      children.add(
          new Lineage.Seen(
              subject(child, "subject"),
              text(child, "digest", "(%s)?".formatted(HASH)),
              oneOf(child, "fidelity", Lineage.Fidelity.values()),
              oneOf(child, "source", Lineage.Source.values()),
              text(child, "note", TEXT_MAX)));
    }
    return new Assignment(
        fingerprint(),
        new Lineage(
            children, Pseudonyms.NONE, text(json, "own", "(%s)?".formatted(HASH)), elements()),
        text(json, "run", "[A-Za-z0-9_-]{1,64}"));
  }

  private Map<String, String> elements() throws BrokenLine {
    if (!(json.get("elements") instanceof ObjectNode object)) {
      throw new BrokenLine("expected \"elements\", an object");
    }
    Map<String, String> elements = new LinkedHashMap<>();
    for (String alias : object.propertyNames()) {
      if (!alias.matches("[ef][0-9]{1,9}")) {
        throw new BrokenLine("expected aliases such as e1 in \"elements\"");
      }
      elements.put(alias, text(object, alias, NAME_MAX));
    }
    return elements;
  }

  private Fingerprint fingerprint() throws BrokenLine {
    return new Fingerprint(text(json, "fingerprint", HASH));
  }

  private static SubjectId subject(JsonNode in, String name) throws BrokenLine {
    String value = text(in, name, NAME_MAX);
    if (value.lastIndexOf('#') < 1 || value.indexOf('\0') >= 0) {
      throw new BrokenLine("expected \"%s\", a subject FILE#ELEMENT".formatted(name));
    }
    return new SubjectId(value);
  }

  private static long tokens(JsonNode in, String name) throws BrokenLine {
    JsonNode value = in.path(name);
    if (!value.canConvertToExactIntegral() || !value.canConvertToLong() || value.asLong() < 0) {
      throw new BrokenLine("expected \"%s\", a whole number from 0".formatted(name));
    }
    return value.asLong();
  }

  private JsonNode items(String name) throws BrokenLine {
    JsonNode items = json.path(name);
    if (!items.isArray()) {
      throw new BrokenLine("expected \"%s\", an array".formatted(name));
    }
    return items;
  }

  private static <E extends Enum<E>> E oneOf(JsonNode in, String name, E[] values)
      throws BrokenLine {
    String found = text(in, name, TEXT_MAX);
    for (E value : values) {
      if (DocumentsFile.label(value).equals(found)) {
        return value;
      }
    }
    throw new BrokenLine(
        "expected \"%s\", one of %s"
            .formatted(name, Arrays.stream(values).map(DocumentsFile::label).toList()));
  }

  private static String text(JsonNode in, String name, String pattern) throws BrokenLine {
    String text = text(in, name, TEXT_MAX);
    if (!text.matches(pattern)) {
      throw new BrokenLine("expected \"%s\" as %s".formatted(name, pattern));
    }
    return text;
  }

  private static String text(JsonNode in, String name, int max) throws BrokenLine {
    JsonNode value = in.path(name);
    if (!value.isString() || value.stringValue().length() > max) {
      throw new BrokenLine(
          "expected \"%s\", a text of at most %,d characters".formatted(name, max));
    }
    return value.stringValue();
  }

  private static void fields(JsonNode in, String... names) throws BrokenLine {
    Set<String> expected = Set.of(names);
    if (!in.isObject() || !Set.copyOf(in.propertyNames()).equals(expected)) {
      throw new BrokenLine("expected an object with " + String.join(", ", names) + " and no more");
    }
  }
}
