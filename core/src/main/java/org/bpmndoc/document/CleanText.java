package org.bpmndoc.document;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Takes out of an answer what is no text: control characters but line ends and tabs, and halves of
/// surrogate pairs. Neither can be stored or shown everywhere.
public final class CleanText {

  public record Cleaned(JsonNode content, List<Finding> findings) {}

  private final List<Finding> findings = new ArrayList<>();

  public static Cleaned of(JsonNode answer) {
    CleanText text = new CleanText();
    JsonNode content = text.clean("", answer);
    return new Cleaned(content, List.copyOf(text.findings));
  }

  private JsonNode clean(String path, JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(field -> {
              String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              kept.set(field.getKey(), clean(below, field.getValue()));
            });
        yield kept;
      }
      case ArrayNode array -> {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < array.size(); i++) {
          kept.add(clean(path + "[" + i + "]", array.get(i)));
        }
        yield kept;
      }
      case StringNode string -> StringNode.valueOf(clean(path, string.stringValue()));
      default -> value;
    };
  }

  private String clean(String path, String text) {
    if (text.codePoints().allMatch(CleanText::isText)) {
      return text;
    }
    findings.add(
        new Finding(Finding.Grade.NOTE, "text-cleaned", path, "control characters were taken out"));
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(CleanText::isText).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isText(int codePoint) {
    return codePoint == '\n'
        || codePoint == '\t'
        || !Character.isISOControl(codePoint)
            && Character.getType(codePoint) != Character.SURROGATE;
  }
}
