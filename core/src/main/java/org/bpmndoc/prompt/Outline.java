package org.bpmndoc.prompt;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a parent is shown of a child that has no document yet: what the model itself says of it,
/// and never much.
final class Outline {

  /// Names in one list.
  static final int NAMES_MAX = 20;

  private static final int NAME_MAX = 80;
  private static final int TEXT_MAX = 500;

  private Outline() {}

  /// Of a flow its first steps, of a decision what goes in and what comes out.
  static ObjectNode of(Facts facts) {
    JsonNode json = facts.json();
    JsonNode subject = json.path("subject");
    List<String> steps = names(json.path("flow")).toList();
    List<String> columns = names(json.at("/logic/inputs")).toList();
    List<String> parts =
        Stream.concat(names(json.path("requires")), names(json.path("data"))).toList();
    return new Fields()
        .text("type", text(subject, "type", NAME_MAX))
        .text("documentation", text(subject, "documentation", TEXT_MAX))
        .text("description", text(subject, "description", TEXT_MAX))
        .text("question", text(subject, "question", TEXT_MAX))
        .texts("steps", first(steps))
        .text("stepsLeftOut", leftOut(steps))
        .texts("inputs", first(columns.isEmpty() ? parts : columns))
        .texts("outputs", first(names(json.at("/logic/outputs")).toList()))
        .done();
  }

  private static Stream<String> names(JsonNode items) {
    return items
        .valueStream()
        .map(item -> text(item, "name", NAME_MAX))
        .filter(name -> !name.isEmpty());
  }

  private static List<String> first(List<String> names) {
    return names.subList(0, Math.min(NAMES_MAX, names.size()));
  }

  private static String leftOut(List<String> names) {
    int more = names.size() - NAMES_MAX;
    return more <= 0 ? "" : more + " more steps are not shown";
  }

  /// In characters of Unicode, never half of one.
  private static String text(JsonNode item, String field, int max) {
    String text = item.path(field).asString("");
    return text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
  }
}
