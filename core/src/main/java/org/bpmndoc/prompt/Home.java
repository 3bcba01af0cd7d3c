package org.bpmndoc.prompt;

import java.util.List;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowNode;
import tools.jackson.databind.node.ObjectNode;

/// What all subjects of one process share: how their nodes are described, and what each is told of
/// the process: its name, its purpose, what starts it and how it can end.
record Home(NodeFacts nodes, ObjectNode orientation) {

  static Home of(Definitions file, Definitions.Process process, Messages messages) {
    return new Home(
        new NodeFacts(Roles.of(file, process), DataNames.of(process), messages, Forms.of(process)),
        new Fields()
            .text("name", Words.line(process.element().name()))
            .text("documentation", Words.lines(process.element().documentation()))
            .list("startedBy", events(process, FlowNode.EventPosition.START))
            .list("endsWith", events(process, FlowNode.EventPosition.END))
            .done());
  }

  private static List<ObjectNode> events(
      Definitions.Process process, FlowNode.EventPosition position) {
    return NodeFacts.sorted(
        process.content().nodes().stream()
            .filter(FlowNode.Event.class::isInstance)
            .map(FlowNode.Event.class::cast)
            .filter(event -> event.position() == position)
            .map(NodeFacts::event)
            .filter(event -> !event.isEmpty())
            .distinct());
  }
}
