package org.bpmndoc.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowContent.Annotation;
import org.bpmndoc.bpmn.FlowContent.SequenceFlow;
import org.bpmndoc.bpmn.FlowNode;

/// What stands around each node of one flow, by the node's id: made once for a flow, so that not
/// every subject in it has to walk all of it. Of several nodes with one id, the first.
final class FlowIndex {

  private final Map<String, FlowNode> nodes = new HashMap<>();
  private final Map<String, List<SequenceFlow>> from = new HashMap<>();
  private final Map<String, List<SequenceFlow>> to = new HashMap<>();
  private final Map<String, List<FlowNode.Event>> boundary = new HashMap<>();
  private final Map<String, List<FlowNode.Event>> compensating = new HashMap<>();
  private final Map<String, List<Annotation>> annotations = new HashMap<>();
  private final Map<String, List<String>> groups = new HashMap<>();

  FlowIndex(FlowContent content, Notes notes) {
    for (FlowNode node : content.nodes()) {
      nodes.putIfAbsent(node.id(), node);
      if (node instanceof FlowNode.Event event) {
        event.attachedTo().ifPresent(host -> add(boundary, host, event));
        event.compensatedBy().ifPresent(activity -> add(compensating, activity, event));
      }
    }
    for (SequenceFlow flow : content.flows()) {
      add(from, flow.source(), flow);
      add(to, flow.target(), flow);
    }
    for (Annotation annotation : notes.annotations()) {
      annotation.about().forEach(id -> add(annotations, id, annotation));
    }
    for (FlowContent.Group group : content.groups()) {
      group.nodes().forEach(id -> add(groups, id, Words.line(group.name())));
    }
  }

  Optional<FlowNode> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /// The flows out of a node.
  List<SequenceFlow> from(String id) {
    return from.getOrDefault(id, List.of());
  }

  /// The flows into a node.
  List<SequenceFlow> to(String id) {
    return to.getOrDefault(id, List.of());
  }

  List<FlowNode.Event> boundaryEvents(String host) {
    return boundary.getOrDefault(host, List.of());
  }

  /// The activities that are undone by this one.
  List<FlowNode> compensatedBy(String activity) {
    return compensating.getOrDefault(activity, List.of()).stream()
        .flatMap(event -> event.attachedTo().flatMap(this::node).stream())
        .distinct()
        .toList();
  }

  /// The names of the groups that a node says it belongs to, sorted.
  List<String> groups(String id) {
    return groups.getOrDefault(id, List.of()).stream()
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  List<Annotation> annotations(String about) {
    return annotations.getOrDefault(about, List.of());
  }

  private static <T> void add(Map<String, List<T>> lists, String id, T item) {
    lists.computeIfAbsent(id, _ -> new ArrayList<>()).add(item);
  }
}
