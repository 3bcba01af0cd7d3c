package org.bpmndoc.prompt;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.xml.Element;
import tools.jackson.databind.node.ObjectNode;

/// What is said of one node of a flow, apart from what it is connected with.
record NodeFacts(Roles roles, DataNames data, Messages messages) {

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

  /// An event where its type is clear from where it stands.
  static ObjectNode event(FlowNode.Event event) {
    return new Fields()
        .text("name", Words.line(event.element().name()))
        .list("events", events(event))
        .done();
  }

  /// The node as one of its parent's flow. Events and gateways have no document of their own, so
  /// what their authors wrote about them stands here.
  Fields inFlow(Fields fields, FlowNode node) {
    brief(fields, node).text("lane", roles.lane(node.id()));
    switch (node) {
      case FlowNode.Event event ->
          documentation(fields, event).flag("nonInterrupting", !event.interrupting());
      case FlowNode.Gateway gateway -> documentation(fields, gateway);
      case FlowNode.SubProcess subProcess -> {
        fields.flag("triggeredByEvent", subProcess.triggeredByEvent());
        if (subProcess.triggeredByEvent()) {
          fields.list(
              "startedBy", sorted(starts(subProcess).flatMap(event -> events(event).stream())));
          fields.flag(
              "nonInterrupting", starts(subProcess).anyMatch(event -> !event.interrupting()));
        }
      }
      case FlowNode.Task _, FlowNode.CallActivity _ -> {}
    }
    if (node instanceof FlowNode.Activity activity) {
      fields.json("loop", loop(activity));
    }
    return messages.describe(fields, node.id());
  }

  /// All that an activity says of itself.
  Fields inFull(Fields fields, FlowNode.Activity node) {
    Element element = node.element();
    documentation(inFlow(fields, node).text("pool", roles.pool()), node);
    if (node instanceof FlowNode.Task task) {
      fields
          .json("implementation", Bindings.names(element, task.implementation()))
          .texts("reads", data.of(task.traits().reads()))
          .texts("writes", data.of(task.traits().writes()));
    }
    return inAndOut(fields, node).list("form", Bindings.form(element));
  }

  static Fields documentation(Fields fields, FlowNode node) {
    return fields.text("documentation", Words.lines(node.element().documentation()));
  }

  /// The names of what is handed to a node and taken from it.
  static Fields inAndOut(Fields fields, FlowNode node) {
    return fields
        .texts("inputs", Bindings.inputs(node.element()))
        .texts("outputs", Bindings.outputs(node.element()));
  }

  private ObjectNode loop(FlowNode.Activity activity) {
    Fields fields = new Fields();
    activity
        .loop()
        .ifPresent(loop ->
            fields.text("kind", loopKind(loop.kind())).text("detail", Words.line(loop.detail())));
    return fields.done();
  }

  private static String loopKind(FlowNode.LoopKind kind) {
    return switch (kind) {
      case STANDARD -> "repeated";
      case PARALLEL_INSTANCES -> "once for each, at the same time";
      case SEQUENTIAL_INSTANCES -> "once for each, one after another";
    };
  }

  private static Stream<FlowNode.Event> starts(FlowNode.SubProcess subProcess) {
    return subProcess.content().nodes().stream()
        .filter(FlowNode.Event.class::isInstance)
        .map(FlowNode.Event.class::cast)
        .filter(event -> event.position() == FlowNode.EventPosition.START);
  }

  private static List<ObjectNode> events(FlowNode.Event event) {
    return sorted(
        event.definitions().stream()
            .map(definition ->
                new Fields()
                    .text("kind", definition.kind())
                    .text("detail", Words.line(definition.detail()))
                    .done()));
  }

  /// By what they say, since their order in the file means nothing.
  static List<ObjectNode> sorted(Stream<ObjectNode> said) {
    return said.sorted(Comparator.comparing(CanonicalJson::text)).toList();
  }
}
