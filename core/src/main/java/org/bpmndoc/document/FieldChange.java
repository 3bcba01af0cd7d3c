package org.bpmndoc.document;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One field of a document that is another than it was: `flowSteps[2].text`. What is not there is a
/// missing node; the number of an item is that of now, or of before where it is gone.
public record FieldChange(String path, JsonNode before, JsonNode now) {

  public boolean isAdded() {
    return before.isMissingNode();
  }

  public boolean isRemoved() {
    return now.isMissingNode();
  }

  public String beforeText() {
    return text(before);
  }

  public String nowText() {
    return text(now);
  }

  /// The texts in a value, in their order.
  static String text(JsonNode value) {
    StringBuilder text = new StringBuilder();
    append(value, text);
    return text.toString();
  }

  private static void append(JsonNode value, StringBuilder text) {
    switch (value) {
      case ObjectNode object -> object.forEach(field -> append(field, text));
      case ArrayNode array -> array.forEach(item -> append(item, text));
      default -> {
        if (!value.isMissingNode() && !value.isNull()) {
          text.append(text.isEmpty() ? "" : " · ").append(value.asString(""));
        }
      }
    }
  }
}
