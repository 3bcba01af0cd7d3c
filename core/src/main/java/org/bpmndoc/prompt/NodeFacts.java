package org.bpmndoc.prompt;

import java.util.List;
import org.bpmndoc.bpmn.Element;
import org.bpmndoc.bpmn.FlowNode;
import tools.jackson.databind.node.ObjectNode;

/// What is said of one node of a flow, apart from what it is connected with.
record NodeFacts(Roles roles, DataNames data) {

  static String type(FlowNode node) {
    return switch (node) {
      case FlowNode.Task task -> task.kind().bpmnName();
      case FlowNode.CallActivity _ -> "callActivity";
      case FlowNode.SubProcess subProcess -> subProcess.kind().bpmnName();
      case FlowNode.Event event -> event.position().bpmnName();
      case FlowNode.Gateway gateway -> gateway.kind().bpmnName();
    };
  }

  /// Enough to place a neighbour: its type, its name, what an event waits for.
  static Fields brief(Fields fields, FlowNode node) {
    fields.text("type", type(node)).text("name", Words.line(node.element().name()));
    if (node instanceof FlowNode.Event event) {
      fields.list("events", events(event));
    }
    return fields;
  }

  /// The node as one of its parent's flow.
  Fields inFlow(Fields fields, FlowNode node) {
    brief(fields, node).text("lane", roles.lane(node.id()));
    switch (node) {
      case FlowNode.Event event -> fields.flag("nonInterrupting", !event.interrupting());
      case FlowNode.SubProcess subProcess -> {
        fields.flag("triggeredByEvent", subProcess.triggeredByEvent());
        if (subProcess.triggeredByEvent()) {
          fields.list(
              "startedBy", starts(subProcess).flatMap(event -> events(event).stream()).toList());
          fields.flag(
              "nonInterrupting", starts(subProcess).anyMatch(event -> !event.interrupting()));
        }
      }
      case FlowNode.Task _, FlowNode.CallActivity _, FlowNode.Gateway _ -> {}
    }
    if (node instanceof FlowNode.Activity activity) {
      fields.json("loop", loop(activity));
    }
    return fields;
  }

  /// All that an activity says of itself.
  Fields inFull(Fields fields, FlowNode.Activity node) {
    Element element = node.element();
    inFlow(fields, node)
        .text("pool", roles.pool())
        .text("documentation", Words.lines(element.documentation()));
    if (node instanceof FlowNode.Task task) {
      fields
          .json("implementation", Bindings.names(element, task.implementation()))
          .texts("reads", data.of(task.reads()))
          .texts("writes", data.of(task.writes()));
    }
    return fields
        .texts("inputs", Bindings.inputs(element))
        .texts("outputs", Bindings.outputs(element))
        .list("form", Bindings.form(element));
  }

  private ObjectNode loop(FlowNode.Activity activity) {
    Fields fields = new Fields();
    activity
        .loop()
        .ifPresent(loop ->
            fields
                .text("kind", loopKind(loop.kind()))
                .text("detail", data.spokenOf(Words.line(loop.detail()))));
    return fields.done();
  }

  private static String loopKind(FlowNode.LoopKind kind) {
    return switch (kind) {
      case STANDARD -> "repeated";
      case PARALLEL_INSTANCES -> "once for each, at the same time";
      case SEQUENTIAL_INSTANCES -> "once for each, one after another";
    };
  }

  private static java.util.stream.Stream<FlowNode.Event> starts(FlowNode.SubProcess subProcess) {
    return subProcess.content().nodes().stream()
        .filter(FlowNode.Event.class::isInstance)
        .map(FlowNode.Event.class::cast)
        .filter(event -> event.position() == FlowNode.EventPosition.START);
  }

  private static List<ObjectNode> events(FlowNode.Event event) {
    return event.definitions().stream()
        .map(definition ->
            new Fields()
                .text("kind", definition.kind())
                .text("detail", Words.line(definition.detail()))
                .done())
        .toList();
  }
}
