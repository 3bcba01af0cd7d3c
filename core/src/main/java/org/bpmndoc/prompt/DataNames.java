package org.bpmndoc.prompt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;

/// The names of all data of one process by id, since a task may use data of any scope around it.
record DataNames(Map<String, String> names) {

  static DataNames of(Definitions.Process process) {
    Map<String, String> names = new LinkedHashMap<>();
    collect(process.content(), names);
    return new DataNames(names);
  }

  /// Sorted; data without a name is left out.
  List<String> of(List<String> ids) {
    return ids.stream().map(names::get).filter(Objects::nonNull).distinct().sorted().toList();
  }

  private static void collect(FlowContent content, Map<String, String> names) {
    for (FlowContent.DataItem item : content.data()) {
      String name = Words.line(item.element().name());
      if (!name.isEmpty()) {
        names.putIfAbsent(item.element().id(), name);
      }
    }
    for (FlowNode node : content.nodes()) {
      if (node instanceof FlowNode.SubProcess inner) {
        collect(inner.content(), names);
      }
    }
  }
}
