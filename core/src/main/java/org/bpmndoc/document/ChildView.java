package org.bpmndoc.document;

import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.document.Lineage.Fidelity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a parent is shown of a child's document.
///
/// The child's aliases are left out, since they would be taken for the parent's. `note` says what
/// was shortened and is empty where nothing was. The digest is the SHA-256 of exactly the JSON that
/// is shown.
public record ChildView(Fidelity fidelity, JsonNode content, String note) {

  /// The note on a summary where nothing more was to be shown.
  public static final String BY_CHOICE = "its summary alone, as all children are shown";

  private static final String ELEMENTS = "elements";

  /// Everything, but of each list only as many items as `limits` say.
  public static ChildView full(JsonNode document, ChildLimits limits) {
    List<String> notes = new ArrayList<>();
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    document
        .properties()
        .forEach(field -> {
          JsonNode value = withoutElements(field.getValue());
          int most = limits.itemsMax(field.getKey());
          if (value.isArray() && value.size() > most) {
            notes.add(most + " of " + value.size() + " " + field.getKey() + " shown");
            value = first(value, most);
          }
          shown.set(field.getKey(), value);
        });
    return new ChildView(Fidelity.FULL, shown, String.join("; ", notes));
  }

  /// The summary alone, since the whole does not fit.
  public static ChildView summary(JsonNode document) {
    return summary(document, "shortened to the summary, for lack of room");
  }

  /// The summary alone, since a parent is not to see more.
  public static ChildView summaryByChoice(JsonNode document) {
    return summary(document, BY_CHOICE);
  }

  private static ChildView summary(JsonNode document, String note) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    shown.put("summary", document.path("summary").asString(""));
    return new ChildView(Fidelity.SUMMARY, shown, note);
  }

  /// What the model says of a child that has no document.
  public static ChildView outline(JsonNode outline) {
    return new ChildView(
        Fidelity.OUTLINE, outline, "an outline from its model: it has no document yet");
  }

  public String digest() {
    return CanonicalJson.digest(content);
  }

  /// The same without any alias.
  public static JsonNode withoutElements(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(field -> {
              if (!field.getKey().equals(ELEMENTS)) {
                kept.set(field.getKey(), withoutElements(field.getValue()));
              }
            });
        yield kept;
      }
      case ArrayNode array -> {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> kept.add(withoutElements(item)));
        yield kept;
      }
      default -> value;
    };
  }

  private static JsonNode first(JsonNode items, int count) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < count; i++) {
      kept.add(items.get(i));
    }
    return kept;
  }
}
