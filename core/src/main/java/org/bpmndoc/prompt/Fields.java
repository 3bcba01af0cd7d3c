package org.bpmndoc.prompt;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Fills a JSON object in the order of the calls and leaves out whatever is empty, so that what a
/// model does not say takes no room and changes no fingerprint.
final class Fields {

  private final ObjectNode object = JsonNodeFactory.instance.objectNode();

  Fields text(String name, String value) {
    if (!value.isEmpty()) {
      object.put(name, value);
    }
    return this;
  }

  /// Only `true` is said.
  Fields flag(String name, boolean value) {
    if (value) {
      object.put(name, true);
    }
    return this;
  }

  Fields json(String name, JsonNode value) {
    if (!value.isEmpty()) {
      object.set(name, value);
    }
    return this;
  }

  Fields list(String name, List<? extends JsonNode> items) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(array::add);
    return json(name, array);
  }

  Fields texts(String name, List<String> items) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(array::add);
    return json(name, array);
  }

  ObjectNode done() {
    return object;
  }
}
