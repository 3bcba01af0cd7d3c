package org.bpmndoc.emulator.offline;

import java.util.List;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.emulator.token.Tokenizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Makes a draft fit the longest answer that was asked for, since an answer that is cut off is no
/// document. Lists lose their last items and texts their ends, more with each try, and the summary
/// says so.
final class Shortening {

  /// Items kept of a list and characters kept of a text, from one try to the next.
  private record Room(int items, int characters) {}

  private static final List<Room> ROOMS =
      List.of(
          new Room(40, 1_200),
          new Room(20, 800),
          new Room(10, 500),
          new Room(6, 300),
          new Room(3, 160),
          new Room(1, 80));

  private Shortening() {}

  static String fitting(ObjectNode draft, long tokensMax, Language language) {
    String text = CanonicalJson.text(draft);
    for (Room room : ROOMS) {
      if (Tokenizer.CURRENT.count(text) <= tokensMax) {
        break;
      }
      ObjectNode shorter = (ObjectNode) shortened(draft, room);
      shorter.put(
          "summary", shorter.path("summary").asString("") + " " + language.say("shortened"));
      text = CanonicalJson.text(shorter);
    }
    return text;
  }

  private static JsonNode shortened(JsonNode value, Room room) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(field -> kept.set(field.getKey(), shortened(field.getValue(), room)));
        yield kept;
      }
      case ArrayNode array -> {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        array.valueStream().limit(room.items()).forEach(item -> kept.add(shortened(item, room)));
        yield kept;
      }
      case StringNode text -> StringNode.valueOf(Names.cut(text.stringValue(), room.characters()));
      default -> value;
    };
  }
}
