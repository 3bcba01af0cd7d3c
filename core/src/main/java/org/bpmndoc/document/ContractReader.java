package org.bpmndoc.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bpmndoc.json.FileCheck;
import org.bpmndoc.json.LocatedJson;
import org.bpmndoc.json.LocatedJson.Items;
import org.bpmndoc.json.LocatedJson.Members;
import org.bpmndoc.xml.SourceLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the contract in one folder of a profile, which is called like its kind.
final class ContractReader {

  /// The types that it says it documents, each with its place, whether that is all it meant to say,
  /// and the contract where it is one.
  record Reading(
      String folder,
      Map<String, SourceLocation> of,
      boolean saysAll,
      Optional<Contract> contract) {}

  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int KIND_LENGTH_MAX = 40;
  private static final int TITLE_LENGTH_MAX = 60;
  private static final int VERSION_MAX = 1_000_000;
  private static final int ANSWER_TOKENS_MIN = 100;
  private static final int ANSWER_TOKENS_MAX = 100_000;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String folder;
  private final ProfileFiles files;
  private final FileCheck check;

  ContractReader(String folder, ProfileFiles files, FileCheck check) {
    this.folder = folder;
    this.files = files;
    this.check = check;
  }

  Reading read() {
    Optional<SchemaReader> schema = files.json(path("schema.json")).map(this::schema);
    Optional<String> prompt = files.text(path("prompt.md"));
    schema.ifPresent(known -> prompt.ifPresent(text -> mentions(known, text)));
    Optional<LocatedJson> json = files.json(path("contract.json"));
    if (json.isEmpty()) {
      return new Reading(folder, Map.of(), false, Optional.empty());
    }
    Members head =
        check.members(
            json.get(),
            "a contract",
            "kind",
            "version",
            "title",
            "of",
            "answerTokensMax",
            "limits",
            "checks");
    kind(head);
    int version = check.count(head, "version", 1, VERSION_MAX);
    String title = ProfileFiles.line(head, "title", TITLE_LENGTH_MAX, check).orElse("");
    Map<String, SourceLocation> of = of(head);
    int tokens = check.count(head, "answerTokensMax", ANSWER_TOKENS_MIN, ANSWER_TOKENS_MAX);
    LimitsReader further =
        new LimitsReader(head, schema.filter(known -> !known.fields().isEmpty()), check);
    JsonNode parsed =
        MAPPER.readTree(
            schema.isPresent() ? files.texts().getOrDefault(path("schema.json"), "{}") : "{}");
    Contract contract =
        new Contract(
            new ContractId(folder, version),
            title,
            of.keySet(),
            prompt.orElse(""),
            parsed,
            further.limits(),
            further.checks(),
            tokens);
    boolean saysAll =
        head.values().get("of") instanceof Items all && all.values().size() == of.size();
    return new Reading(folder, of, saysAll, Optional.of(contract));
  }

  private String path(String file) {
    return folder + "/" + file;
  }

  private SchemaReader schema(LocatedJson json) {
    SchemaReader schema = new SchemaReader(json, check);
    schema.check();
    return schema;
  }

  /// A field that is not asked for by its name is written by guess.
  private void mentions(SchemaReader schema, String prompt) {
    List<String> silent =
        schema.fields().stream()
            .filter(field ->
                !Pattern.compile("(?<![\\w-])" + Pattern.quote(field) + "(?![\\w-])")
                    .matcher(prompt)
                    .find())
            .toList();
    if (!silent.isEmpty()) {
      check.warning(
          "field-not-asked-for",
          files.whole(path("prompt.md")),
          "expected every field of the schema by its name, found nothing of "
              + String.join(", ", silent),
          "say what belongs into it");
    }
  }

  private void kind(Members head) {
    if (!(head.values().get("kind") instanceof LocatedJson.Text text)) {
      check.expected(head, "kind", "the name of the folder, \"" + folder + "\"");
    } else if (!KIND.matcher(text.value()).matches() || text.value().length() > KIND_LENGTH_MAX) {
      check.expected(
          head,
          "kind",
          "small letters a to z and digits, with - between words, at most %d characters"
              .formatted(KIND_LENGTH_MAX));
    } else if (!text.value().equals(folder)) {
      check.expected(head, "kind", "the name of the folder, \"" + folder + "\"");
    }
  }

  private Map<String, SourceLocation> of(Members head) {
    Map<String, SourceLocation> of = new LinkedHashMap<>();
    for (LocatedJson item : check.items(head, "of")) {
      if (item instanceof LocatedJson.Text text && Profile.TYPES.contains(text.value())) {
        if (of.putIfAbsent(text.value(), text.at()) != null) {
          check.expected("each type once", item);
        }
      } else {
        check.expected("one of " + String.join(", ", Profile.TYPES), item);
      }
    }
    return of;
  }
}
