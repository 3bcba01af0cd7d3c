package org.bpmndoc.document;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bpmndoc.document.Contract.Unit;
import org.bpmndoc.json.FileCheck;
import org.bpmndoc.json.LocatedJson;
import org.bpmndoc.json.LocatedJson.Items;
import org.bpmndoc.json.LocatedJson.Literal;
import org.bpmndoc.json.LocatedJson.Members;
import org.bpmndoc.json.LocatedJson.Text;

/// Looks whether a schema stays within what structured output can express and what is needed of
/// every document: an object with a `summary`, every property required, no other ones.
final class SchemaReader {

  private static final String[] KEYWORDS = {
    "additionalProperties", "description", "items", "properties", "required", "title", "type"
  };
  private static final List<String> TYPES =
      List.of("object", "array", "string", "number", "integer", "boolean", "null");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
  private static final int DEPTH_MAX = 10;
  private static final int UNIONS_MAX = 16;

  private final LocatedJson schema;
  private final FileCheck check;
  private int unions;

  SchemaReader(LocatedJson schema, FileCheck check) {
    this.schema = schema;
    this.check = check;
  }

  /// Notes everything that is wrong with it.
  void check() {
    visit(schema, 1);
    if (schema instanceof Members top) {
      if (!types(top).equals(Set.of("object"))) {
        check.expected(top, "type", "\"object\": a document is one");
      } else if (property(top, "summary").filter(text -> is(text, "string")).isEmpty()) {
        check.problem(
            "schema-summary",
            top.at(),
            "expected a property \"summary\" of type \"string\", found none",
            "every document has a summary: parents and lists show it");
      }
    }
    if (unions > UNIONS_MAX) {
      check.problem(
          "schema-unions",
          schema.at(),
          "expected at most %d properties of several types, found %d".formatted(UNIONS_MAX, unions),
          "structured output takes no more");
    }
  }

  private void visit(LocatedJson json, int depth) {
    if (depth > DEPTH_MAX) {
      check.problem(
          "schema-depth",
          json.at(),
          "expected at most " + DEPTH_MAX + " schemas inside each other, found more",
          "flatten it");
      return;
    }
    if (!(json instanceof Members)) {
      check.expected("a schema, an object", json);
      return;
    }
    Members in = check.members(json, "a schema within structured output", KEYWORDS);
    for (String text : List.of("title", "description")) {
      if (in.values().containsKey(text) && !(in.values().get(text) instanceof Text)) {
        check.expected(in, text, "a text");
      }
    }
    Set<String> types = types(in);
    if (types.isEmpty()) {
      check.expected(in, "type", "one of " + String.join(", ", TYPES) + ", or an array of them");
      return;
    }
    unions += in.values().get("type") instanceof Items ? 1 : 0;
    if (types.contains("object")) {
      object(in, depth);
    }
    if (types.contains("array")) {
      if (in.values().get("items") instanceof Members items) {
        visit(items, depth + 1);
      } else {
        check.expected(in, "items", "the schema of each item");
      }
    }
  }

  private void object(Members in, int depth) {
    if (!(in.values().get("additionalProperties") instanceof Literal(var _, var value))
        || !value.equals("false")) {
      check.expected(in, "additionalProperties", "false");
    }
    if (!(in.values().get("properties") instanceof Members properties)
        || properties.values().isEmpty()) {
      check.expected(in, "properties", "an object with at least one property");
      return;
    }
    properties
        .values()
        .forEach((name, property) -> {
          name(name, property);
          visit(property, depth + 1);
        });
    Set<String> names = properties.values().keySet();
    if (!(in.values().get("required") instanceof Items required)
        || required.values().size() != names.size()
        || !texts(required).equals(names)) {
      check.expected(in, "required", "every property once: " + String.join(", ", names));
    }
  }

  /// Two names mean the same everywhere: aliases of elements, and the alias of a way.
  private void name(String name, LocatedJson property) {
    if (!NAME.matcher(name).matches()) {
      check.problem(
          "schema-name",
          property.at(),
          "expected a name of letters a to z, digits, _ and -, at most 64, found \"%s\""
              .formatted(name),
          "call the property otherwise");
    }
    if (property instanceof Members members) {
      boolean texts =
          is(members, "array")
              && members.values().get("items") instanceof Members items
              && is(items, "string");
      if (name.equals("elements") && !texts) {
        reserved(property, "an array of texts", "it holds the aliases of elements, such as e3");
      }
      if (name.equals("flow") && !is(members, "string")) {
        reserved(property, "a text", "it holds the alias of one way, such as f2");
      }
    }
  }

  private void reserved(LocatedJson property, String expected, String why) {
    check.problem(
        "schema-name",
        property.at(),
        "expected " + expected + " by this name, found something else",
        why + "; call the property otherwise");
  }

  private static Set<String> types(Members schema) {
    return switch (schema.values().get("type")) {
      case Text text when TYPES.contains(text.value()) -> Set.of(text.value());
      case Items items when !items.values().isEmpty() && TYPES.containsAll(texts(items)) ->
          texts(items);
      case null -> Set.of();
      case LocatedJson _ -> Set.of();
    };
  }

  /// The texts in a list; what is none counts as a text that is nowhere expected.
  private static Set<String> texts(Items items) {
    Set<String> texts = new HashSet<>();
    items.values().forEach(item -> texts.add(item instanceof Text text ? text.value() : ""));
    return texts;
  }

  private static boolean is(Members schema, String type) {
    return types(schema).equals(Set.of(type));
  }

  /// The names of the fields of a document, in their order.
  List<String> fields() {
    return schema instanceof Members top
            && top.values().get("properties") instanceof Members properties
        ? List.copyOf(properties.values().keySet())
        : List.of();
  }

  /// Whether that can be counted in a field, or with a dot in each item of a list.
  boolean isCountable(String field, Unit unit) {
    String type =
        switch (unit) {
          case ITEMS -> "array";
          case SENTENCES -> "string";
        };
    int dot = field.indexOf('.');
    Optional<Members> found =
        dot < 0
            ? top(field)
            : items(field.substring(0, dot))
                .flatMap(item -> property(item, field.substring(dot + 1)));
    return found.filter(schema -> is(schema, type)).isPresent();
  }

  /// Whether the field is a list whose items have these properties.
  boolean hasItems(String field, List<String> names) {
    return items(field)
        .filter(item -> names.stream().allMatch(name -> property(item, name).isPresent()))
        .isPresent();
  }

  private Optional<Members> top(String field) {
    return schema instanceof Members top ? property(top, field) : Optional.empty();
  }

  private Optional<Members> items(String field) {
    return top(field)
        .filter(list -> is(list, "array"))
        .flatMap(list ->
            list.values().get("items") instanceof Members items
                ? Optional.of(items)
                : Optional.empty());
  }

  private static Optional<Members> property(Members object, String name) {
    return object.values().get("properties") instanceof Members properties
            && properties.values().get(name) instanceof Members property
        ? Optional.of(property)
        : Optional.empty();
  }
}
