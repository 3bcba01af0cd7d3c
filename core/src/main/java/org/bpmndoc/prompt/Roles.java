package org.bpmndoc.prompt;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.xml.Element;
import tools.jackson.databind.node.ObjectNode;

/// Who does what in one process: the name of its pool, and the lane of each node by id. What is
/// inside a sub-process is in the lane of the sub-process. `documentation` is what is written about
/// the lanes and the pool, by their names.
record Roles(String pool, Map<String, String> lanes, Map<String, String> documentation) {

  static Roles of(Definitions file, Definitions.Process process) {
    Map<String, String> lanes = new LinkedHashMap<>();
    Map<String, String> documentation = new TreeMap<>();
    pools(file, process).forEach(pool -> write(pool, documentation));
    collect(process.content(), "", lanes, documentation);
    return new Roles(pool(file, process), lanes, documentation);
  }

  /// What is written about these roles, sorted by their names.
  List<ObjectNode> described(Collection<String> roles) {
    return documentation.entrySet().stream()
        .filter(entry -> roles.contains(entry.getKey()))
        .map(entry ->
            new Fields()
                .text("role", entry.getKey())
                .text("documentation", entry.getValue())
                .done())
        .toList();
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
    return pools(file, process)
        .map(pool -> Words.line(pool.name()))
        .filter(name -> !name.isEmpty())
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  private static Stream<Element> pools(Definitions file, Definitions.Process process) {
    return file.collaborations().stream()
        .flatMap(collaboration -> collaboration.participants().stream())
        .filter(pool -> pool.process().filter(process.id()::equals).isPresent())
        .map(Definitions.Participant::element);
  }

  /// Of several texts about one name, all, in the order of the alphabet.
  private static void write(Element role, Map<String, String> documentation) {
    String text = Words.lines(role.documentation());
    if (!text.isEmpty() && !role.name().isBlank()) {
      documentation.merge(
          Words.line(role.name()),
          text,
          (one, other) ->
              one.equals(other)
                  ? one
                  : Stream.of(one, other).sorted().collect(Collectors.joining("\n")));
    }
  }

  private static void collect(
      FlowContent content,
      String inherited,
      Map<String, String> lanes,
      Map<String, String> documentation) {
    Map<String, String> drawn = new LinkedHashMap<>();
    content.lanes().forEach(lane -> draw(lane, inherited, drawn, documentation));
    for (FlowNode node : content.nodes()) {
      String host =
          node instanceof FlowNode.Event event ? event.attachedTo().orElse(node.id()) : node.id();
      String lane = drawn.getOrDefault(node.id(), drawn.getOrDefault(host, inherited));
      if (!lane.isEmpty()) {
        lanes.putIfAbsent(node.id(), lane);
      }
      if (node instanceof FlowNode.SubProcess inner) {
        collect(inner.content(), lane, lanes, documentation);
      }
    }
  }

  /// The innermost lane that has a name wins.
  private static void draw(
      FlowContent.Lane lane,
      String outer,
      Map<String, String> drawn,
      Map<String, String> documentation) {
    write(lane.element(), documentation);
    String own = Words.line(lane.element().name());
    String name = own.isEmpty() ? outer : own;
    lane.nodes().forEach(node -> drawn.put(node, name));
    lane.lanes().forEach(inner -> draw(inner, name, drawn, documentation));
  }
}
