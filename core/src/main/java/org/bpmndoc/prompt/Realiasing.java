package org.bpmndoc.prompt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A document's references in other aliases. What has no other alias is referred to no more.
record Realiasing(Map<String, String> others) {

  /// From what aliases meant once to what the same elements are called now.
  static Realiasing of(Map<String, String> then, Aliases now) {
    Map<String, String> byElement = now.byElement();
    Map<String, String> others = new HashMap<>();
    then.forEach((alias, element) -> {
      String today = byElement.get(element);
      if (today != null) {
        others.put(alias, today);
      }
    });
    return new Realiasing(others);
  }

  JsonNode of(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(field -> renamed.set(field.getKey(), field(field.getKey(), field.getValue())));
        yield renamed;
      }
      case ArrayNode array -> {
        ArrayNode renamed = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> renamed.add(of(item)));
        yield renamed;
      }
      default -> value;
    };
  }

  private JsonNode field(String name, JsonNode value) {
    if (name.equals(Document.ELEMENTS) && value.isArray()) {
      ArrayNode elements = JsonNodeFactory.instance.arrayNode();
      value
          .valueStream()
          .flatMap(alias -> Optional.ofNullable(others.get(alias.asString(""))).stream())
          .forEach(elements::add);
      return elements;
    }
    return name.equals(Document.FLOW) && value.isString()
        ? JsonNodeFactory.instance.stringNode(others.getOrDefault(value.stringValue(), ""))
        : of(value);
  }
}
