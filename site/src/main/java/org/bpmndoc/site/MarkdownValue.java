package org.bpmndoc.site;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bpmndoc.site.MarkdownBlocks.Item;
import org.bpmndoc.site.Section.Value;

/// Lays out whatever shape a field has that no other section fits: lists in lists, to the last
/// value.
final class MarkdownValue {

  private MarkdownValue() {}

  static void add(MarkdownBlocks page, Value value) {
    switch (value) {
      case Value.Text text -> page.paragraphs(text.text());
      case Value.Many _, Value.Named _ -> page.bullets(items(value));
    }
  }

  private static List<Item> items(Value value) {
    return switch (value) {
      case Value.Text text -> List.of(new Item(Inline.text(text.text())));
      case Value.Many many -> many.values().stream().map(MarkdownValue::entry).toList();
      case Value.Named named -> named.fields().stream().map(MarkdownValue::field).toList();
    };
  }

  /// What has no name of its own begins with its first field.
  private static Item entry(Value value) {
    List<Item> items = items(value);
    return switch (value) {
      case Value.Text _ -> items.getFirst();
      case Value.Many _ -> new Item(Inline.text("…"), items);
      case Value.Named _ when items.isEmpty() -> new Item(Inline.text("…"));
      case Value.Named _ ->
          new Item(
              items.getFirst().line(),
              Stream.concat(
                      items.getFirst().items().stream(), items.subList(1, items.size()).stream())
                  .toList());
    };
  }

  private static Item field(Map.Entry<String, Value> field) {
    Inline name = Inline.strong(field.getKey() + ":");
    return field.getValue() instanceof Value.Text text
        ? new Item(Inline.spaced(name, Inline.text(text.text())))
        : new Item(name, items(field.getValue()));
  }
}
