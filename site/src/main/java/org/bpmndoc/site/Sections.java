package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bpmndoc.site.Section.Value;
import tools.jackson.databind.JsonNode;

/// Takes a document's content apart into sections, field by field, in the document's order.
///
/// Goes by the shape of a field rather than by its name, so that contracts nobody thought of are
/// laid out too. The summary stands on the page already; a field in which nothing stands is left
/// out.
final class Sections {

  private static final String ELEMENTS = "elements";
  private static final Set<String> ELSEWHERE = Set.of("summary");
  private static final Set<String> ITEM = Set.of("text", ELEMENTS);
  private static final Set<String> DECISION = Set.of("question", "outcomes", ELEMENTS);
  private static final Set<String> OUTCOME = Set.of("condition", "consequence", "flow", ELEMENTS);
  private static final Set<String> STORY = Set.of("role", "goal", "value", "acceptanceCriteria");
  private static final int DEPTH_MAX = 40;

  private final Reference.Resolver resolver;

  private Sections(Reference.Resolver resolver) {
    this.resolver = resolver;
  }

  static List<Section> of(JsonNode content, Reference.Resolver resolver) {
    Sections sections = new Sections(resolver);
    return content.properties().stream()
        .filter(field -> !ELSEWHERE.contains(field.getKey()) && !isNothing(field.getValue()))
        .map(field -> sections.section(field.getKey(), field.getValue()))
        .toList();
  }

  /// The anchor of the section that a field becomes.
  static String id(String field) {
    return "doc-" + (field.matches("[A-Za-z0-9]+") ? field : FileNames.of(field, field));
  }

  private Section section(String field, JsonNode value) {
    String id = id(field);
    String title = Words.title(field);
    if (all(value, item -> item.isString() || (has(item, ITEM) && isFlat(item)))) {
      List<Section.Item> items = value.valueStream().map(this::item).toList();
      return field.endsWith("Steps")
          ? new Section.Steps(id, title, items)
          : new Section.Points(id, title, items);
    }
    if (all(value, Sections::isDecision)) {
      return new Section.Decisions(id, title, value.valueStream().map(this::decision).toList());
    }
    if (all(value, item -> has(item, STORY) && item.path("acceptanceCriteria").isArray())) {
      return new Section.Stories(id, title, value.valueStream().map(Sections::story).toList());
    }
    if (all(value, Sections::isFlat)) {
      return table(id, title, value);
    }
    return new Section.Other(id, title, value(value, 0));
  }

  private Section.Item item(JsonNode item) {
    return new Section.Item(
        item.isString() ? item.stringValue() : text(item, "text"), references(item));
  }

  private static boolean isDecision(JsonNode item) {
    return has(item, DECISION) && all(item.path("outcomes"), outcome -> has(outcome, OUTCOME));
  }

  private Section.Decision decision(JsonNode item) {
    List<Section.Outcome> outcomes =
        item.path("outcomes")
            .valueStream()
            .map(outcome ->
                new Section.Outcome(
                    text(outcome, "condition"), text(outcome, "consequence"), references(outcome)))
            .toList();
    return new Section.Decision(text(item, "question"), outcomes, references(item));
  }

  private static Section.Story story(JsonNode item) {
    return new Section.Story(
        text(item, "role"),
        text(item, "goal"),
        text(item, "value"),
        item.path("acceptanceCriteria").valueStream().map(Sections::words).toList());
  }

  private static boolean isFlat(JsonNode item) {
    return item.isObject()
        && item.properties().stream()
            .allMatch(field -> field.getKey().equals(ELEMENTS) || field.getValue().isValueNode());
  }

  private Section table(String id, String title, JsonNode items) {
    Set<String> columns = new LinkedHashSet<>();
    items.forEach(item ->
        item.properties().stream()
            .filter(field -> !field.getKey().equals(ELEMENTS) && !isNothing(field.getValue()))
            .forEach(field -> columns.add(field.getKey())));
    List<Section.Row> rows =
        items
            .valueStream()
            .map(item ->
                new Section.Row(
                    columns.stream().map(column -> text(item, column)).toList(), references(item)))
            .toList();
    return new Section.Table(id, title, columns.stream().map(Words::title).toList(), rows);
  }

  private List<Reference> references(JsonNode item) {
    return resolver.of(item.path(ELEMENTS).valueStream().map(alias -> alias.asString("")));
  }

  private static Value value(JsonNode value, int depth) {
    if (depth > DEPTH_MAX || value.isValueNode()) {
      return new Value.Text(value.isValueNode() ? words(value) : value.toString());
    }
    if (value.isArray()) {
      return new Value.Many(value.valueStream().map(item -> value(item, depth + 1)).toList());
    }
    List<Map.Entry<String, Value>> fields = new ArrayList<>();
    value
        .properties()
        .forEach(field ->
            fields.add(Map.entry(Words.title(field.getKey()), value(field.getValue(), depth + 1))));
    return new Value.Named(fields);
  }

  private static boolean all(JsonNode items, Predicate<JsonNode> condition) {
    return items.isArray() && !items.isEmpty() && items.valueStream().allMatch(condition);
  }

  /// An object with no other fields than these.
  private static boolean has(JsonNode item, Set<String> fields) {
    return item.isObject()
        && !item.isEmpty()
        && item.properties().stream().allMatch(field -> fields.contains(field.getKey()));
  }

  static boolean isNothing(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isContainer() && value.isEmpty())
        || (value.isString() && value.stringValue().isBlank());
  }

  private static String text(JsonNode item, String field) {
    return words(item.path(field));
  }

  private static String words(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? "yes" : "no";
    }
    return value.isValueNode() ? value.asString() : value.toString();
  }
}
