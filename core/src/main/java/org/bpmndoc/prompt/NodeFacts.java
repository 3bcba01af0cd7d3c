package org.bpmndoc.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.xml.Element;
import tools.jackson.databind.node.ObjectNode;

/// What is said of one node of a flow, apart from what it is connected with.
record NodeFacts(Roles roles, DataNames data, Messages messages, Forms forms) {

  /// BPMN's names for kinds of elements, and what else a subject can be.
  static final Set<String> TYPES =
      Stream.of(
              Stream.of("process", "decision", "callActivity"),
              Stream.of(FlowNode.TaskKind.values()).map(FlowNode.TaskKind::bpmnName),
              Stream.of(FlowNode.SubProcessKind.values()).map(FlowNode.SubProcessKind::bpmnName),
              Stream.of(FlowNode.EventPosition.values()).map(FlowNode.EventPosition::bpmnName),
              Stream.of(FlowNode.GatewayKind.values()).map(FlowNode.GatewayKind::bpmnName))
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

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
      fields.list("events", EventFacts.of(event)).flag("allOf", event.allOf());
    }
    return fields;
  }

  /// An event where its type is clear from where it stands.
  static ObjectNode event(FlowNode.Event event) {
    return new Fields()
        .text("name", Words.line(event.element().name()))
        .list("events", EventFacts.of(event))
        .flag("allOf", event.allOf())
        .done();
  }

  /// The node as one of its parent's flow. Events and gateways have no document of their own, so
  /// what their authors wrote about them stands here.
  Fields inFlow(Fields fields, FlowNode node) {
    brief(fields, node).text("lane", roles.lane(node.id()));
    switch (node) {
      case FlowNode.Event event -> event(fields, event);
      case FlowNode.Gateway gateway ->
          documentation(fields, gateway)
              .flag("startsProcess", gateway.instantiates())
              .flag("allOf", gateway.allOf())
              .text("activation", Words.line(gateway.activation()));
      case FlowNode.SubProcess subProcess -> {
        fields.flag("triggeredByEvent", subProcess.triggeredByEvent());
        if (subProcess.triggeredByEvent()) {
          fields.list(
              "startedBy",
              sorted(starts(subProcess).flatMap(event -> EventFacts.of(event).stream())));
          fields.flag(
              "nonInterrupting", starts(subProcess).anyMatch(event -> !event.interrupting()));
        }
      }
      case FlowNode.Task task -> fields.flag("startsProcess", task.exchange().instantiates());
      case FlowNode.CallActivity _ -> {}
    }
    if (node instanceof FlowNode.Activity activity) {
      fields
          .texts("performers", TraitFacts.roles(activity.traits()))
          .texts(VendorRules.CANDIDATE_GROUPS, vendor(activity, VendorRules.CANDIDATE_GROUPS))
          .flag("forCompensation", activity.traits().forCompensation())
          .json("loop", LoopFacts.of(activity.loop()));
    }
    return messages.describe(fields, node.id());
  }

  private static List<String> vendor(FlowNode node, String fact) {
    return VendorFacts.of(node.element()).all(fact);
  }

  private void event(Fields fields, FlowNode.Event event) {
    documentation(fields, event).flag("nonInterrupting", !event.interrupting());
    VendorFacts vendor = EventFacts.vendor(event);
    fields
        .json("implementation", Implementation.of("", Optional.empty(), vendor))
        .texts("reads", data.of(event.reads()))
        .texts("writes", data.of(event.writes()))
        .texts("inputs", vendor.all(VendorRules.INPUTS))
        .texts("outputs", vendor.all(VendorRules.OUTPUTS))
        .texts("listeners", vendor.all(VendorRules.LISTENERS))
        .list("form", forms.of(event.element()));
  }

  /// All that an activity says of itself.
  Fields inFull(Fields fields, FlowNode.Activity node) {
    Element element = node.element();
    VendorFacts vendor = VendorFacts.of(element);
    documentation(inFlow(fields, node).text("pool", roles.pool()), node);
    switch (node) {
      case FlowNode.Task task -> {
        fields.json(
            "implementation", Implementation.of(task.implementation(), task.script(), vendor));
        fields
            .text("message", Words.line(task.exchange().message()))
            .text("operation", Words.line(task.exchange().operation()))
            .text("service", Words.line(task.exchange().service()));
      }
      case FlowNode.SubProcess sub -> {
        fields.json("implementation", Implementation.of("", Optional.empty(), vendor));
        fields.text("method", Words.line(sub.method()));
        sub.order().ifPresent(order -> fields.json("order", order(order)));
      }
      case FlowNode.CallActivity _ -> called(fields, vendor);
    }
    fields
        .texts("reads", data.of(node.traits().reads()))
        .texts("writes", data.of(node.traits().writes()))
        .texts("uses", data.of(node.traits().uses()));
    return inAndOut(fields, node)
        .texts("properties", TraitFacts.properties(node.traits()))
        .texts(VendorRules.SCHEDULING, vendor.all(VendorRules.SCHEDULING))
        .texts(VendorRules.LISTENERS, vendor.all(VendorRules.LISTENERS))
        .list("form", forms.of(element));
  }

  /// What is written about who does it and about the data it works on.
  List<ObjectNode> described(FlowNode.Activity node) {
    String lane = roles.lane(node.id());
    List<ObjectNode> described =
        new ArrayList<>(roles.described(List.of(lane.isEmpty() ? roles.pool() : lane)));
    described.addAll(
        data.described(
            Stream.of(node.traits().reads(), node.traits().writes(), node.traits().uses())
                .flatMap(List::stream)
                .toList()));
    return described;
  }

  static Fields documentation(Fields fields, FlowNode node) {
    return fields.text("documentation", Words.lines(node.element().documentation()));
  }

  /// What a call says of the process called, and that process does not know.
  static Fields ofCaller(Fields fields, FlowNode.CallActivity call) {
    return inAndOut(called(documentation(fields, call), VendorFacts.of(call.element())), call);
  }

  /// The same of a task that asks a decision which is documented by itself.
  static Fields ofAsker(Fields fields, FlowNode.Task task) {
    return inAndOut(documentation(fields, task), task);
  }

  private static Fields called(Fields fields, VendorFacts vendor) {
    Fields binding = new Fields();
    vendor.one(VendorRules.BINDING).forEach(binding::text);
    return fields
        .json("implementation", Implementation.of("", Optional.empty(), vendor))
        .json("binding", binding.done());
  }

  /// The names of what is handed to a node and taken from it.
  private static Fields inAndOut(Fields fields, FlowNode.Activity node) {
    VendorFacts vendor = VendorFacts.of(node.element());
    return fields
        .texts("inputs", TraitFacts.inputs(node.traits(), vendor))
        .texts("outputs", TraitFacts.outputs(node.traits(), vendor));
  }

  private static ObjectNode order(FlowNode.AdHoc order) {
    return new Fields()
        .text("kind", order.sequential() ? "one at a time" : "several at a time")
        .text("until", Words.line(order.until()))
        .flag("remainingGoOn", !order.cancelsRemaining())
        .done();
  }

  private static Stream<FlowNode.Event> starts(FlowNode.SubProcess subProcess) {
    return subProcess.content().nodes().stream()
        .filter(FlowNode.Event.class::isInstance)
        .map(FlowNode.Event.class::cast)
        .filter(event -> event.position() == FlowNode.EventPosition.START);
  }

  /// By what they say, since their order in the file means nothing.
  static List<ObjectNode> sorted(Stream<ObjectNode> said) {
    return said.sorted(Comparator.comparing(CanonicalJson::text)).toList();
  }
}
