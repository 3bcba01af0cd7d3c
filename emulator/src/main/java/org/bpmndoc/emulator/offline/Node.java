package org.bpmndoc.emulator.offline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A node of a flow, or a neighbour, as far as the facts describe it: what is not said is empty.
/// `type` is BPMN's element name, `alias` what the facts call the node.
record Node(
    String alias,
    String type,
    String name,
    String lane,
    List<Trigger> triggers,
    boolean nonInterrupting,
    boolean triggeredByEvent,
    Optional<Loop> loop,
    Called called,
    String attachedTo,
    List<Way> next) {

  private static final Set<String> SUB_PROCESSES =
      Set.of("subProcess", "transaction", "adHocSubProcess");

  /// What an event waits for or raises.
  record Trigger(String kind, String detail) {}

  record Loop(Kind kind, String detail) {
    enum Kind {
      REPEATED,
      PARALLEL,
      SEQUENTIAL
    }
  }

  /// Which process a call leads to.
  sealed interface Called {
    record Linked(String process) implements Called {}

    record Outside(String target) implements Called {}

    record Unnamed() implements Called {}
  }

  /// A flow to (or from) another node, by its alias, with the ways on from there where the facts
  /// look that far.
  record Way(String other, String label, String condition, boolean isDefault, List<Way> then) {

    /// The words that stand on the flow.
    String says() {
      return label.isEmpty() ? condition : label;
    }
  }

  static Node of(JsonNode json) {
    String alias = json.path("element").asString("");
    return new Node(
        alias.isEmpty() ? json.path("to").asString(json.path("from").asString("")) : alias,
        json.path("type").asString(""),
        Names.clean(json.path("name").asString("")),
        Names.clean(json.path("lane").asString("")),
        triggers(json.path("triggeredByEvent").asBoolean(false) ? "startedBy" : "events", json),
        json.path("nonInterrupting").asBoolean(false),
        json.path("triggeredByEvent").asBoolean(false),
        loop(json.path("loop")),
        called(json.path("calls")),
        json.path("attachedTo").asString(""),
        json.path("next").valueStream().map(way -> way("to", way)).toList());
  }

  static Way way(String end, JsonNode json) {
    return new Way(
        json.path(end).asString(""),
        Names.clean(json.path("flow").asString("")),
        Names.clean(json.path("condition").asString("")),
        json.path("default").asBoolean(false),
        json.path("then").valueStream().map(then -> way("to", then)).toList());
  }

  boolean isActivity() {
    return type.equals("task") || type.endsWith("Task") || type.equals("callActivity") || isSub();
  }

  boolean isSub() {
    return SUB_PROCESSES.contains(type);
  }

  boolean isGateway() {
    return type.endsWith("Gateway");
  }

  boolean is(String bpmnName) {
    return type.equals(bpmnName);
  }

  /// Whether a person or a unit does it rather than a machine.
  boolean isHuman() {
    return is("userTask") || is("manualTask") || is("task");
  }

  /// A gateway that divides the flow by a condition or an event.
  boolean decides() {
    return isGateway() && !is("parallelGateway") && next.size() > 1;
  }

  private static List<Trigger> triggers(String field, JsonNode json) {
    return json.path(field)
        .valueStream()
        .map(event ->
            new Trigger(
                event.path("kind").asString(""), Names.clean(event.path("detail").asString(""))))
        .toList();
  }

  private static Optional<Loop> loop(JsonNode json) {
    String kind = json.path("kind").asString("");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Loop.Kind found =
        kind.contains("same time")
            ? Loop.Kind.PARALLEL
            : kind.contains("one after another") ? Loop.Kind.SEQUENTIAL : Loop.Kind.REPEATED;
    return Optional.of(new Loop(found, Names.clean(json.path("detail").asString(""))));
  }

  private static Called called(JsonNode json) {
    String process = Names.clean(json.path("process").asString(""));
    String target = Names.clean(json.path("target").asString(""));
    return !process.isEmpty()
        ? new Called.Linked(process)
        : !target.isEmpty() ? new Called.Outside(target) : new Called.Unnamed();
  }
}
