package org.bpmndoc.document;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bpmndoc.document.Contract.Check;
import org.bpmndoc.document.Contract.Limit;
import org.bpmndoc.document.Contract.Unit;
import org.bpmndoc.json.FileCheck;
import org.bpmndoc.json.LocatedJson;
import org.bpmndoc.json.LocatedJson.Items;
import org.bpmndoc.json.LocatedJson.Members;

/// Reads what a contract wants and a schema cannot express: what is counted, and what is compared
/// with the model. Fields are looked for in the schema where that could be read.
final class LimitsReader {

  private static final int COUNT_MAX = 1_000;

  private final Members head;
  private final Optional<SchemaReader> schema;
  private final FileCheck check;

  LimitsReader(Members head, Optional<SchemaReader> schema, FileCheck check) {
    this.head = head;
    this.schema = schema;
    this.check = check;
  }

  List<Limit> limits() {
    return list("limits").stream().flatMap(json -> limit(json).stream()).toList();
  }

  List<Check> checks() {
    return list("checks").stream().flatMap(json -> check(json).stream()).toList();
  }

  /// A list that may be empty.
  private List<LocatedJson> list(String name) {
    if (head.values().get(name) instanceof Items items) {
      return items.values();
    }
    check.expected(head, name, "an array, which may be empty");
    return List.of();
  }

  private Optional<Limit> limit(LocatedJson json) {
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

  private Optional<Check> check(LocatedJson json) {
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
