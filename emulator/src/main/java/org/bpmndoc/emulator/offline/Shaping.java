package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Items.Item;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Brings a draft into the shape that a schema asks for, which may be that of a kind nobody thought
/// of.
///
/// A field that the draft has is taken over where its shape allows it: with other properties, or as
/// texts without elements. Every other field is filled with what claims nothing, and becomes an
/// open question where the schema has those.
final class Shaping {

  private static final String ROLES = "roles";
  private static final String QUESTIONS = "openQuestions";
  private static final List<String> SAYING = List.of("text", "name", "role");

  private final ObjectNode draft;
  private final JsonNode schema;
  private final Facts facts;
  private final Language language;

  Shaping(ObjectNode draft, Request request, Language language) {
    this.draft = draft;
    this.schema = request.schema();
    this.facts = request.facts();
    this.language = language;
  }

  ObjectNode shaped() {
    ObjectNode shaped = JsonNodeFactory.instance.objectNode();
    List<String> unknown = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(field -> {
          Optional<JsonNode> known =
              known(field.getKey()).flatMap(value -> in(field.getValue(), value));
          if (known.isEmpty()) {
            unknown.add(field.getKey());
          }
          shaped.set(field.getKey(), known.orElseGet(() -> nothing(field.getValue())));
        });
    ask(unknown, shaped);
    return shaped;
  }

  private Optional<JsonNode> known(String field) {
    return draft.has(field)
        ? Optional.of(draft.get(field))
        : field.equals(ROLES) ? Optional.of(roles()) : Optional.empty();
  }

  private ArrayNode roles() {
    ArrayNode roles = JsonNodeFactory.instance.arrayNode();
    Stream.concat(Stream.of(facts.subject().role()), facts.roles().stream())
        .filter(role -> !role.isEmpty())
        .distinct()
        .forEach(roles::add);
    return roles;
  }

  private void ask(List<String> unknown, ObjectNode shaped) {
    if (!(shaped.get(QUESTIONS) instanceof ArrayNode questions)) {
      return;
    }
    JsonNode item = schema.path("properties").path(QUESTIONS).path("items");
    String alias = facts.subject().node().alias();
    for (String field : unknown) {
      String question = language.tell("unknownField", language.quote(field));
      in(item, new Item(question, alias.isEmpty() ? List.of() : List.of(alias)).json())
          .ifPresent(questions::add);
    }
  }

  /// The value in the shape of that schema, if it can be brought into it.
  private static Optional<JsonNode> in(JsonNode schema, JsonNode value) {
    Set<String> types = types(schema);
    if (value.isString() && types.contains("string")
        || value.isBoolean() && types.contains("boolean")
        || value.isNumber() && types.contains("number")
        || value.isIntegralNumber() && types.contains("integer")) {
      return Optional.of(value);
    }
    if (value.isArray() && types.contains("array")) {
      return items(schema.path("items"), value);
    }
    if (value.isObject() && types.contains("object")) {
      return object(schema.path("properties"), value);
    }
    if (value.isObject() && types.contains("string") && value.path("text").isString()) {
      return Optional.of(value.path("text"));
    }
    if (value.isString() && types.contains("object")) {
      return SAYING.stream()
          .filter(schema.path("properties")::has)
          .findFirst()
          .flatMap(name ->
              object(
                  schema.path("properties"),
                  JsonNodeFactory.instance.objectNode().set(name, value)));
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> items(JsonNode schema, JsonNode values) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (JsonNode value : values) {
      Optional<JsonNode> item = in(schema, value);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.get());
    }
    return Optional.of(items);
  }

  /// An object that has nothing in common with the value is none. What it has stays in its order.
  private static Optional<JsonNode> object(JsonNode properties, JsonNode value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    boolean common = false;
    Set<String> names = new LinkedHashSet<>(value.propertyNames());
    names.retainAll(properties.propertyNames());
    names.addAll(properties.propertyNames());
    for (String name : names) {
      Optional<JsonNode> known =
          value.has(name) ? in(properties.path(name), value.path(name)) : Optional.empty();
      common |= known.isPresent() && !name.equals("elements");
      object.set(name, known.orElseGet(() -> nothing(properties.path(name))));
    }
    return common ? Optional.of(object) : Optional.empty();
  }

  /// The value of that schema that says the least.
  private static JsonNode nothing(JsonNode schema) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    Set<String> types = types(schema);
    if (types.contains("null")) {
      return json.nullNode();
    }
    if (types.contains("array")) {
      return json.arrayNode();
    }
    if (types.contains("string")) {
      return json.stringNode("");
    }
    if (types.contains("object")) {
      ObjectNode object = json.objectNode();
      schema
          .path("properties")
          .properties()
          .forEach(field -> object.set(field.getKey(), nothing(field.getValue())));
      return object;
    }
    return types.contains("boolean") ? json.booleanNode(false) : json.numberNode(0);
  }

  private static Set<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray()
        ? type.valueStream().map(one -> one.asString("")).collect(Collectors.toSet())
        : Set.of(type.asString(""));
  }
}
