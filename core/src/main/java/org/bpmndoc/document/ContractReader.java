package org.bpmndoc.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bpmndoc.document.Contract.Check;
import org.bpmndoc.document.Contract.Limit;
import org.bpmndoc.document.Contract.Unit;
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
  private static final int COUNT_MAX = 1_000;

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
    Optional<SchemaReader> fields = schema.filter(known -> !known.fields().isEmpty());
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
    List<Limit> limits = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    list(head, "limits").forEach(limit -> limit(limit, fields).ifPresent(limits::add));
    list(head, "checks").forEach(one -> check(one, fields).ifPresent(checks::add));
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
            limits,
            checks,
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

  /// A list that may be empty.
  private List<LocatedJson> list(Members head, String name) {
    if (head.values().get(name) instanceof Items items) {
      return items.values();
    }
    check.expected(head, name, "an array, which may be empty");
    return List.of();
  }

  private Optional<Limit> limit(LocatedJson json, Optional<SchemaReader> schema) {
    Members limit = check.members(json, "a limit", "field", "items", "sentences");
    if (limit != json) {
      return Optional.empty();
    }
    boolean items = limit.values().containsKey("items");
    if (items == limit.values().containsKey("sentences")) {
      check.expected("a limit with either \"items\" or \"sentences\"", limit);
      return Optional.empty();
    }
    Unit unit = items ? Unit.ITEMS : Unit.SENTENCES;
    Optional<int[]> range = range(limit, unit.label());
    Optional<String> field = field(limit);
    schema.ifPresent(known ->
        field
            .filter(name -> !known.isCountable(name, unit))
            .ifPresent(_ ->
                check.expected(
                    limit,
                    "field",
                    items
                        ? "a list of the schema, or LIST.FIELD for a list in each of its items"
                        : "a text of the schema, or LIST.FIELD for a text in each of its items")));
    return field.flatMap(
        name -> range.map(numbers -> new Limit(name, unit, numbers[0], numbers[1])));
  }

  private Optional<int[]> range(Members limit, String unit) {
    if (limit.values().get(unit) instanceof Items items && items.values().size() == 2) {
      List<Integer> numbers = items.values().stream().flatMap(n -> whole(n).stream()).toList();
      if (numbers.size() == 2 && numbers.get(0) <= numbers.get(1)) {
        return Optional.of(new int[] {numbers.get(0), numbers.get(1)});
      }
    }
    check.expected(
        limit, unit, "two whole numbers from 0 to 1,000, the smaller one first, as in [2, 4]");
    return Optional.empty();
  }

  private static Optional<Integer> whole(LocatedJson json) {
    return json instanceof LocatedJson.Number number
            && number.value().signum() >= 0
            && number.value().compareTo(BigDecimal.valueOf(COUNT_MAX)) <= 0
            && number.value().stripTrailingZeros().scale() <= 0
        ? Optional.of(number.value().intValueExact())
        : Optional.empty();
  }

  private Optional<Check> check(LocatedJson json, Optional<SchemaReader> schema) {
    Members one = check.members(json, "a check", "check", "field");
    if (one != json) {
      return Optional.empty();
    }
    Optional<Contract.Kind> kind =
        one.values().get("check") instanceof LocatedJson.Text text
            ? Contract.Kind.labelled(text.value())
            : Optional.empty();
    if (kind.isEmpty()) {
      check.expected(
          one,
          "check",
          "one of "
              + Arrays.stream(Contract.Kind.values())
                  .map(Contract.Kind::label)
                  .collect(Collectors.joining(", ")));
    }
    Optional<String> field = field(one);
    if (kind.isEmpty() || field.isEmpty()) {
      return Optional.empty();
    }
    List<String> item = kind.get().item();
    schema
        .filter(known -> !known.hasItems(field.get(), item))
        .ifPresent(_ ->
            check.expected(
                one, "field", "a list of the schema whose items have " + String.join(", ", item)));
    return Optional.of(new Check(kind.get(), field.get()));
  }

  private Optional<String> field(Members in) {
    if (in.values().get("field") instanceof LocatedJson.Text text && !text.value().isBlank()) {
      return Optional.of(text.value());
    }
    check.expected(in, "field", "the name of a field of the schema");
    return Optional.empty();
  }
}
