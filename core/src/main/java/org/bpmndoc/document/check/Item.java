package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import tools.jackson.databind.JsonNode;

/// One item of a list in a document. `path` is its place there.
record Item(String path, JsonNode json) {

  private static final Set<String> REFERENCES = Set.of(AliasCheck.ELEMENTS, AliasCheck.FLOW);

  static List<Item> of(JsonNode content, String field) {
    return within("", content, field);
  }

  List<Item> items(String field) {
    return within(path + ".", json, field);
  }

  private static List<Item> within(String before, JsonNode json, String field) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < json.path(field).size(); i++) {
      items.add(new Item(before + field + "[" + i + "]", json.path(field).get(i)));
    }
    return items;
  }

  /// The aliases it refers to itself.
  List<String> elements() {
    return json.path(AliasCheck.ELEMENTS)
        .valueStream()
        .map(alias -> alias.asString(""))
        .distinct()
        .toList();
  }

  /// Those, and what stands inside it refers to.
  List<String> allElements() {
    List<String> all = new ArrayList<>();
    json.findValues(AliasCheck.ELEMENTS)
        .forEach(list -> list.forEach(alias -> all.add(alias.asString(""))));
    return all.stream().distinct().toList();
  }

  String text(String field) {
    return json.isString() ? json.stringValue() : json.path(field).asString("");
  }

  /// Everything it says itself, a text to a line.
  String says() {
    StringBuilder says = new StringBuilder(json.isString() ? json.stringValue() : "");
    json.properties().stream()
        .filter(field -> !REFERENCES.contains(field.getKey()) && field.getValue().isString())
        .forEach(field -> says.append(field.getValue().stringValue()).append('\n'));
    return says.toString();
  }

  Finding contradiction(String code, String message) {
    return new Finding(Grade.CONTRADICTION, code, path, message);
  }

  Finding gap(String code, String message) {
    return new Finding(Grade.GAP, code, path, message);
  }
}
