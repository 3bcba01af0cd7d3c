package org.bpmndoc.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bpmndoc.document.Age;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.landscape.UnreadableLandscape;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Facts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A small insurance house: three files that call each other in a circle, one of them without a
/// diagram, with documents that were written by hand, some missing.
///
/// `documents.json` names elements by their ids; here they become the aliases of the subject.
final class Claims {

  static final JsonMapper MAPPER = JsonMapper.builder().build();
  static final String BROKEN =
      "no acceptable answer in three tries: $.summary: expected a sentence";

  private static final List<String> FILES = List.of("claim.bpmn", "complaint.bpmn", "payment.bpmn");

  private Claims() {}

  /// Copies the models into an empty folder and reads them.
  static SiteInput in(Path folder) {
    FILES.forEach(file -> copy(file, folder.resolve(file)));
    return input(read(folder));
  }

  static Landscape read(Path folder) {
    try {
      return new LandscapeReader().read(folder);
    } catch (UnreadableLandscape e) {
      throw new IllegalStateException(e);
    }
  }

  static SiteInput input(Landscape landscape) {
    Map<SubjectId, SubjectState> states = new LinkedHashMap<>();
    try (InputStream in = resource("documents.json")) {
      MAPPER
          .readTree(in)
          .properties()
          .forEach(field -> {
            SubjectId id = new SubjectId(field.getKey());
            if (landscape.subjects().containsKey(id)) {
              states.put(id, documented(landscape, id, field.getValue()));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    states.put(new SubjectId("claim.bpmn#decline"), new SubjectState.Failed(BROKEN));
    states.put(new SubjectId("complaint.bpmn#listen"), new SubjectState.Failed(BROKEN));
    states.put(
        new SubjectId("complaint.bpmn#hear"),
        new SubjectState.Blocked(new SubjectId("complaint.bpmn#listen")));
    states.put(
        new SubjectId("complaint.bpmn#complaint"),
        new SubjectState.Blocked(new SubjectId("complaint.bpmn#hear")));
    return new SiteInput("Claims and payments", Locale.ENGLISH, landscape, states);
  }

  /// A document as it is stored, out of what a test says of it.
  static SubjectState.Documented documented(Landscape landscape, SubjectId id, JsonNode said) {
    Map<String, String> aliases = new LinkedHashMap<>();
    Facts.of(landscape, landscape.subject(id))
        .aliases()
        .elementIds()
        .forEach((alias, element) -> aliases.put(element, alias));
    JsonNode content = aliased(said.required("content"), aliases);
    boolean offline = said.path("provider").asString("").equals("offline");
    Document document =
        new Document(
            new Fingerprint(CanonicalJson.digest(JsonNodeFactory.instance.stringNode(id.value()))),
            ContractId.parse(said.required("contract").asString()),
            content,
            said.path("findings")
                .valueStream()
                .map(finding ->
                    new Finding(
                        Finding.Grade.valueOf(finding.path("grade").asString("NOTE")),
                        finding.path("code").asString(),
                        finding.path("field").asString(),
                        finding.path("message").asString()))
                .toList(),
            new Document.Origin(
                offline ? "offline" : "anthropic",
                offline ? "offline-writer" : "claude-haiku-5-5",
                offline ? Channel.DIRECT : Channel.BATCH,
                offline ? Usage.NONE : Usage.of(3120, 940),
                offline ? Usd.ZERO : Usd.of("0.00391"),
                Instant.parse("2026-11-24T09:30:00Z"),
                "en"));
    return new SubjectState.Documented(document, lineage(said.path("lineage")), Age.CURRENT);
  }

  private static Lineage lineage(JsonNode children) {
    return new Lineage(
        children
            .valueStream()
            .map(child -> child.asString())
            .map(child ->
                child.endsWith("#decline")
                    ? new Lineage.Seen(
                        new SubjectId(child),
                        "",
                        Lineage.Fidelity.MISSING,
                        Lineage.Source.NONE,
                        "writing it failed")
                    : new Lineage.Seen(
                        new SubjectId(child),
                        CanonicalJson.digest(JsonNodeFactory.instance.stringNode(child)),
                        Lineage.Fidelity.FULL,
                        Lineage.Source.THIS_RUN,
                        ""))
            .collect(Collectors.toList()));
  }

  private static JsonNode aliased(JsonNode value, Map<String, String> aliases) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(field ->
                kept.set(
                    field.getKey(),
                    field.getKey().equals("elements")
                        ? names(field.getValue(), aliases)
                        : aliased(field.getValue(), aliases)));
        yield kept;
      }
      case ArrayNode array -> {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> kept.add(aliased(item, aliases)));
        yield kept;
      }
      default -> value;
    };
  }

  private static ArrayNode names(JsonNode elements, Map<String, String> aliases) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    elements.valueStream().map(id -> aliases.get(id.asString())).forEach(kept::add);
    return kept;
  }

  private static void copy(String file, Path to) {
    try (InputStream in = resource(file)) {
      Files.copy(in, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    InputStream in = Claims.class.getResourceAsStream("claims/" + name);
    if (in == null) {
      throw new IllegalStateException("the tests lack claims/" + name);
    }
    return in;
  }
}
