package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The small objects that documents are made of.
final class Items {

  private Items() {}

  /// Texts with the elements that they are about.
  record Item(String text, List<String> elements) {

    Item {
      elements = List.copyOf(elements);
    }

    static Item of(String text, String... elements) {
      return new Item(text, List.of(elements));
    }

    ObjectNode json() {
      return object(elements, "text", text);
    }
  }

  /// Fields by name and value, in turn.
  static ObjectNode object(String... fields) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < fields.length; i += 2) {
      object.put(fields[i], fields[i + 1]);
    }
    return object;
  }

  static ObjectNode object(Collection<String> elements, String... fields) {
    ObjectNode object = object(fields);
    ArrayNode list = object.putArray("elements");
    elements.stream().filter(alias -> !alias.isEmpty()).distinct().forEach(list::add);
    return object;
  }

  static ArrayNode array(Collection<ObjectNode> objects) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    objects.forEach(array::add);
    return array;
  }

  static ArrayNode texts(Collection<Item> items) {
    return array(items.stream().map(Item::json).toList());
  }

  /// At most `max` items. Where there are more, neighbours are joined evenly between the first and
  /// the last.
  static List<Item> joined(List<Item> items, int max) {
    if (items.size() <= max) {
      return items;
    }
    List<Item> joined = new ArrayList<>();
    joined.add(items.getFirst());
    joined.addAll(evenly(items.subList(1, items.size() - 1), max - 2));
    joined.add(items.getLast());
    return joined;
  }

  private static List<Item> evenly(List<Item> items, int parts) {
    List<Item> joined = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      List<Item> part = items.subList(i * items.size() / parts, (i + 1) * items.size() / parts);
      joined.add(
          new Item(
              String.join(" ", part.stream().map(Item::text).toList()),
              part.stream().flatMap(item -> item.elements().stream()).toList()));
    }
    return joined;
  }
}
