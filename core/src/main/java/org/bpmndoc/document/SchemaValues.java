package org.bpmndoc.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.YamlProblems;
import org.bpmndoc.yaml.YamlProblems.Named;
import org.bpmndoc.yaml.YamlValue;
import org.bpmndoc.yaml.YamlValue.Items;
import org.bpmndoc.yaml.YamlValue.Nothing;
import org.bpmndoc.yaml.YamlValue.Scalar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Makes a field of a document out of what a person wrote, as its schema would have it.
///
/// A sentence stands for an item whose only words are its `text`; lists that are left out are
/// empty; elements are named by their ids and become aliases.
final class SchemaValues {

  static final String LIST = "array";
  static final String TEXT = "string";
  static final int ITEMS_MAX = 1_000;
  static final int CHARACTERS_MAX = 20_000;

  private static final String OBJECT = "object";
  private static final String ELEMENTS = "elements";
  private static final String WORDS = "text";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ContractSchema schema;
  private final Map<String, String> aliases;
  private final YamlProblems problems;
  private final Map<List<String>, SourceLocation> places;

  /// `aliases` by element id; in `places` goes where each value stands.
  SchemaValues(
      ContractSchema schema,
      Map<String, String> aliases,
      YamlProblems problems,
      Map<List<String>, SourceLocation> places) {
    this.schema = schema;
    this.aliases = aliases;
    this.problems = problems;
    this.places = places;
  }

  /// The type that a schema asks for; empty where it names none or several.
  static String type(JsonNode schema) {
    return schema.path("type").asString("");
  }

  /// The same for a person.
  static String described(JsonNode schema) {
    return switch (type(schema)) {
      case LIST -> "a list ([] for none)";
      case TEXT -> "a text";
      case OBJECT -> "a mapping";
      case "boolean" -> "true or false";
      case "integer", "number" -> "a number";
      default -> "a value";
    };
  }

  /// What is wrong is said, and something else is given in its place.
  JsonNode value(YamlValue said, JsonNode unresolved, List<String> path) {
    JsonNode wanted = schema.resolved(unresolved);
    places.put(path, said.at());
    return switch (said) {
      case Items items when type(wanted).equals(LIST) -> list(items, wanted, path);
      case YamlValue.Members _ when type(wanted).equals(OBJECT) -> object(said, wanted, path);
      case Scalar scalar when type(wanted).equals(OBJECT) && isWords(wanted) ->
          filled(Map.of(WORDS, text(scalar)), wanted);
      case Scalar scalar -> scalar(scalar, wanted);
      case Nothing _ when type(wanted).equals(TEXT) -> StringNode.valueOf("");
      case Nothing _, Items _, YamlValue.Members _, YamlValue.Alias _ -> {
        problems.expected(described(wanted), said);
        yield JSON.nullNode();
      }
    };
  }

  private JsonNode scalar(Scalar scalar, JsonNode wanted) {
    Optional<JsonNode> value =
        switch (type(wanted)) {
          case TEXT, "" -> Optional.of(text(scalar));
          case "boolean" ->
              Set.of("true", "false").contains(scalar.text())
                  ? Optional.of(BooleanNode.valueOf(scalar.text().equals("true")))
                  : Optional.empty();
          case "integer", "number" -> number(scalar.text());
          default -> Optional.empty();
        };
    return value.orElseGet(() -> {
      problems.expected(described(wanted), scalar);
      return JSON.nullNode();
    });
  }

  private static Optional<JsonNode> number(String text) {
    return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")
        ? Optional.of(DecimalNode.valueOf(new BigDecimal(text)))
        : Optional.empty();
  }

  private StringNode text(Scalar scalar) {
    if (scalar.text().length() > CHARACTERS_MAX) {
      problems.add(
          scalar.at(),
          "expected at most %d characters, found %d"
              .formatted(CHARACTERS_MAX, scalar.text().length()));
    }
    return StringNode.valueOf(scalar.text().strip());
  }

  private ArrayNode list(Items items, JsonNode wanted, List<String> path) {
    ArrayNode list = JSON.arrayNode();
    if (items.values().size() > ITEMS_MAX) {
      problems.add(
          items.at(),
          "expected at most %d items, found %d".formatted(ITEMS_MAX, items.values().size()));
      return list;
    }
    boolean elements = path.getLast().equals(ELEMENTS);
    for (YamlValue item : items.values()) {
      list.add(
          elements
              ? alias(item)
              : value(item, wanted.path("items"), below(path, String.valueOf(list.size()))));
    }
    return list;
  }

  private JsonNode alias(YamlValue item) {
    if (!(item instanceof Scalar element)) {
      problems.expected("the id of an element", item);
      return JSON.nullNode();
    }
    String alias = aliases.get(element.text());
    if (alias == null) {
      problems.add(
          element.at(),
          "expected the id of an element that the subject has to do with, found \"%s\""
              .formatted(element.text()),
          "the ids are in the BPMN file");
      return JSON.nullNode();
    }
    return StringNode.valueOf(alias);
  }

  private ObjectNode object(YamlValue said, JsonNode wanted, List<String> path) {
    JsonNode properties = wanted.path("properties");
    String names = String.join(" or ", properties.propertyNames());
    Map<String, JsonNode> values = new LinkedHashMap<>();
    int before = problems.count();
    for (Named member : problems.members(said, names)) {
      if (properties.has(member.name()) || !isClosed(wanted)) {
        values.put(
            member.name(),
            value(member.value(), properties.path(member.name()), below(path, member.name())));
      } else {
        problems.add(member.at(), "expected %s, found \"%s\"".formatted(names, member.name()));
      }
    }
    ObjectNode object = filled(values, wanted);
    if (problems.count() == before) {
      refuseIncomplete(object, wanted, said.at());
    }
    return object;
  }

  /// In the order of the schema, with an empty list wherever one is left out.
  private ObjectNode filled(Map<String, ? extends JsonNode> values, JsonNode wanted) {
    ObjectNode object = JSON.objectNode();
    wanted
        .path("properties")
        .properties()
        .forEach(property -> {
          JsonNode value = values.get(property.getKey());
          if (value != null) {
            object.set(property.getKey(), value);
          } else if (type(schema.resolved(property.getValue())).equals(LIST)) {
            object.set(property.getKey(), JSON.arrayNode());
          }
        });
    values.forEach(object::set);
    return object;
  }

  private void refuseIncomplete(ObjectNode object, JsonNode wanted, SourceLocation at) {
    String missing =
        wanted
            .path("required")
            .valueStream()
            .map(name -> name.asString(""))
            .filter(name -> !object.has(name))
            .map(name -> "\"" + name + "\"")
            .collect(Collectors.joining(" and "));
    if (!missing.isEmpty()) {
      problems.add(at, "expected " + missing + " beside what is here, found none");
    }
  }

  /// Whether one text says everything that an item holds but its lists.
  private boolean isWords(JsonNode wanted) {
    return type(schema.resolved(wanted.path("properties").path(WORDS))).equals(TEXT)
        && wanted
            .path("required")
            .valueStream()
            .map(name -> name.asString(""))
            .allMatch(name ->
                name.equals(WORDS)
                    || type(schema.resolved(wanted.path("properties").path(name))).equals(LIST));
  }

  private static boolean isClosed(JsonNode wanted) {
    JsonNode more = wanted.path("additionalProperties");
    return more.isBoolean() && !more.booleanValue();
  }

  private static List<String> below(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }
}
