package org.bpmndoc.prompt;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowContent.DataItem;
import org.bpmndoc.bpmn.FlowNode;
import tools.jackson.databind.node.ObjectNode;

/// The data of one process that has a name, by id, since a task may use data of any scope around
/// it. It is called what a diagram calls it: its name, with its state in brackets.
record DataNames(Map<String, DataItem> items) {

  static DataNames of(Definitions.Process process) {
    Map<String, DataItem> items = new LinkedHashMap<>();
    collect(process.content(), items);
    return new DataNames(items);
  }

  /// Sorted; data without a name is left out.
  List<String> of(List<String> ids) {
    return ids.stream().flatMap(id -> name(id).stream()).distinct().sorted().toList();
  }

  Optional<String> name(String id) {
    return Optional.ofNullable(items.get(id)).map(DataNames::name);
  }

  /// What is written about data, and whether it is many of a kind; nothing of data of which neither
  /// is said.
  List<ObjectNode> described(Collection<String> ids) {
    return NodeFacts.sorted(
        ids.stream()
            .map(items::get)
            .filter(Objects::nonNull)
            .filter(item -> item.collection() || !item.element().documentation().isBlank())
            .map(item ->
                new Fields()
                    .text("data", name(item))
                    .flag("collection", item.collection())
                    .text("documentation", Words.lines(item.element().documentation()))
                    .done())
            .distinct());
  }

  private static String name(DataItem item) {
    String name = Words.line(item.element().name());
    return item.state().isBlank() ? name : name + " [" + Words.line(item.state()) + "]";
  }

  private static void collect(FlowContent content, Map<String, DataItem> items) {
    for (DataItem item : content.data()) {
      if (!item.element().name().isBlank()) {
        items.putIfAbsent(item.element().id(), item);
      }
    }
    for (FlowNode node : content.nodes()) {
      if (node instanceof FlowNode.SubProcess inner) {
        collect(inner.content(), items);
      }
    }
  }
}
