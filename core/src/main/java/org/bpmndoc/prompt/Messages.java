package org.bpmndoc.prompt;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.Definitions.MessageFlow;
import org.bpmndoc.bpmn.Definitions.Participant;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import tools.jackson.databind.node.ObjectNode;

/// What passes between the pools of one file, from where a node or a pool stands: the name of each
/// message and of the pool at its other end.
record Messages(Definitions file) {

  /// Adds `sends` and `receives` of a node.
  Fields describe(Fields fields, String nodeId) {
    return describe(fields, List.of(nodeId));
  }

  /// Adds `sends` and `receives` of the pools that a process is drawn in, as a whole.
  Fields describe(Fields fields, Definitions.Process process) {
    return describe(
        fields,
        participants()
            .filter(pool -> pool.process().filter(process.id()::equals).isPresent())
            .map(pool -> pool.element().id())
            .toList());
  }

  private Fields describe(Fields fields, List<String> ids) {
    return fields
        .list(
            "sends",
            NodeFacts.sorted(
                flows()
                    .filter(flow -> isOneOf(flow.source(), ids))
                    .map(flow -> message(flow, "to", flow.target()))
                    .distinct()))
        .list(
            "receives",
            NodeFacts.sorted(
                flows()
                    .filter(flow -> isOneOf(flow.target(), ids))
                    .map(flow -> message(flow, "from", flow.source()))
                    .distinct()));
  }

  private static boolean isOneOf(String end, List<String> ids) {
    return !end.isEmpty() && ids.contains(end);
  }

  private ObjectNode message(MessageFlow flow, String direction, String otherEnd) {
    return new Fields()
        .text("message", Words.line(flow.element().name()))
        .text(direction, pool(otherEnd))
        .done();
  }

  /// The name of the pool with that id, or with a node of that id in it.
  private String pool(String id) {
    return participants()
        .filter(pool -> pool.element().id().equals(id) || holds(pool, id))
        .map(pool -> Words.line(pool.element().name()))
        .filter(name -> !name.isEmpty())
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  private boolean holds(Participant pool, String nodeId) {
    return file.processes().stream()
        .filter(process -> pool.process().filter(process.id()::equals).isPresent())
        .anyMatch(process -> holds(process.content(), nodeId));
  }

  private static boolean holds(FlowContent content, String nodeId) {
    return content.nodes().stream()
        .anyMatch(node ->
            node.id().equals(nodeId)
                || node instanceof FlowNode.SubProcess inner && holds(inner.content(), nodeId));
  }

  private Stream<Participant> participants() {
    return file.collaborations().stream().flatMap(found -> found.participants().stream());
  }

  private Stream<MessageFlow> flows() {
    return file.collaborations().stream().flatMap(found -> found.messageFlows().stream());
  }
}
