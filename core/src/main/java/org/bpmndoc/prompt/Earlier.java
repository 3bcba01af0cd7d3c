package org.bpmndoc.prompt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Lineage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The document that a subject had, as it is shown to whoever writes it again: with the aliases of
/// today, so that what still holds can be kept word for word.
public final class Earlier {

  private final RequestSettings settings;

  public Earlier(RequestSettings settings) {
    this.settings = settings;
  }

  /// Canonical JSON; empty where an earlier document is no help, or must not be shown: it is of
  /// another kind or in another language, what its aliases meant is not known, or other texts are
  /// hidden now than were then.
  public Optional<String> shown(Document earlier, Lineage then, Rendering now) {
    boolean alike =
        earlier.contract().equals(now.contract().id())
            && earlier.origin().language().equals(settings.language())
            && then.elements().isEmpty() == now.aliases().elementIds().isEmpty()
            && then.pseudonyms().equals(now.lineage().pseudonyms());
    return alike && hidesAll(earlier.content())
        ? Optional.of(CanonicalJson.text(renamed(earlier.content(), names(then, now))))
        : Optional.empty();
  }

  private boolean hidesAll(JsonNode content) {
    return content.isString()
        ? !settings.redaction().finds(content.stringValue())
        : content.valueStream().allMatch(this::hidesAll);
  }

  /// From the aliases of then to those of now, for elements that there still are.
  private static Map<String, String> names(Lineage then, Rendering now) {
    Map<String, String> byElement = now.aliases().byElement();
    Map<String, String> names = new HashMap<>();
    then.elements()
        .forEach((alias, element) -> {
          String today = byElement.get(element);
          if (today != null) {
            names.put(alias, today);
          }
        });
    return names;
  }

  private static JsonNode renamed(JsonNode value, Map<String, String> names) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(field ->
                renamed.set(field.getKey(), field(field.getKey(), field.getValue(), names)));
        yield renamed;
      }
      case ArrayNode array -> {
        ArrayNode renamed = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> renamed.add(renamed(item, names)));
        yield renamed;
      }
      default -> value;
    };
  }

  private static JsonNode field(String name, JsonNode value, Map<String, String> names) {
    if (name.equals(Document.ELEMENTS) && value.isArray()) {
      ArrayNode elements = JsonNodeFactory.instance.arrayNode();
      value
          .valueStream()
          .flatMap(alias -> Optional.ofNullable(names.get(alias.asString(""))).stream())
          .forEach(elements::add);
      return elements;
    }
    return name.equals(Document.FLOW) && value.isString()
        ? JsonNodeFactory.instance.stringNode(names.getOrDefault(value.stringValue(), ""))
        : renamed(value, names);
  }
}
