package org.bpmndoc.prompt;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;

/// Who does what in one process: the name of its pool, and the lane of each node by id. What is
/// inside a sub-process is in the lane of the sub-process.
record Roles(String pool, Map<String, String> lanes) {

  static Roles of(Definitions file, Definitions.Process process) {
    Map<String, String> lanes = new LinkedHashMap<>();
    collect(process.content(), "", lanes);
    return new Roles(pool(file, process), lanes);
  }

  String lane(String nodeId) {
    return lanes.getOrDefault(nodeId, "");
  }

  /// The lanes of these nodes, in their order, else the pool.
  List<String> of(List<FlowNode> nodes) {
    List<String> found =
        nodes.stream()
            .map(node -> lane(node.id()))
            .filter(lane -> !lane.isEmpty())
            .distinct()
            .toList();
    return found.isEmpty() && !pool.isEmpty() ? List.of(pool) : found;
  }

  private static String pool(Definitions file, Definitions.Process process) {
    return file.collaborations().stream()
        .flatMap(collaboration -> collaboration.participants().stream())
        .filter(pool -> pool.process().filter(process.id()::equals).isPresent())
        .map(pool -> Words.line(pool.element().name()))
        .filter(name -> !name.isEmpty())
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  private static void collect(FlowContent content, String inherited, Map<String, String> lanes) {
    Map<String, String> drawn = new LinkedHashMap<>();
    content.lanes().forEach(lane -> draw(lane, inherited, drawn));
    for (FlowNode node : content.nodes()) {
      String host =
          node instanceof FlowNode.Event event ? event.attachedTo().orElse(node.id()) : node.id();
      String lane = drawn.getOrDefault(node.id(), drawn.getOrDefault(host, inherited));
      if (!lane.isEmpty()) {
        lanes.putIfAbsent(node.id(), lane);
      }
      if (node instanceof FlowNode.SubProcess inner) {
        collect(inner.content(), lane, lanes);
      }
    }
  }

  /// The innermost lane that has a name wins.
  private static void draw(FlowContent.Lane lane, String outer, Map<String, String> drawn) {
    String own = Words.line(lane.element().name());
    String name = own.isEmpty() ? outer : own;
    lane.nodes().forEach(node -> drawn.put(node, name));
    lane.lanes().forEach(inner -> draw(inner, name, drawn));
  }
}
