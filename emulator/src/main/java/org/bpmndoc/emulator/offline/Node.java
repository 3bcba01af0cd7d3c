package org.bpmndoc.emulator.offline;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A node of a flow, or a neighbour, as far as the facts describe it: what is not said is empty.
/// `type` is BPMN's element name, `alias` what the facts call the node.
record Node(
    String alias,
    String type,
    String name,
    String lane,
    String documentation,
    List<Trigger> triggers,
    boolean nonInterrupting,
    boolean triggeredByEvent,
    Optional<Loop> loop,
    Called called,
    String attachedTo,
    List<Mail> sends,
    List<Mail> receives,
    List<String> inputs,
    List<String> outputs,
    List<Way> next) {

  private static final Set<String> SUB_PROCESSES =
      Set.of("subProcess", "transaction", "adHocSubProcess");

  /// What an event waits for or raises. `pool` is the one at the other end of a message.
  record Trigger(String kind, String detail, String pool) {
    Optional<Durations.Duration> duration() {
      return kind.equals("timer") ? Durations.read(detail) : Optional.empty();
    }
  }

  /// A message between pools, and the pool at its other end; either may be without a name.
  record Mail(String message, String pool) {}

  /// How often; `until` is the condition of having done enough.
  record Loop(Kind kind, String detail, String until) {
    enum Kind {
      REPEATED("loop.repeated"),
      PARALLEL("loop.parallel"),
      SEQUENTIAL("loop.sequential");

      private final String key;

      Kind(String key) {
        this.key = key;
      }

      /// What is said of it stands under this key.
      String key() {
        return key;
      }
    }
  }

  /// Which process a call leads to.
  sealed interface Called {
    /// One of the landscape. It may be without a name, and may lead back to what is documented.
    record Linked(String process, boolean leadsBack) implements Called {}

    record GlobalTask(String name) implements Called {}

    record Outside(String target) implements Called {}

    record AtRunTime() implements Called {}

    record Unnamed() implements Called {}
  }

  /// A flow to (or from) another node, by its alias; `flow` is its own, where the flow divides.
  record Way(String other, String flow, String label, String condition, boolean isDefault) {

    /// The words that stand on the flow.
    String says() {
      return label.isEmpty() ? condition : label;
    }
  }

  /// Whether it asks for something to be undone.
  boolean isCompensation() {
    return triggers.stream().anyMatch(trigger -> trigger.kind().equals("compensate"));
  }

  boolean isActivity() {
    return is("task") || type.endsWith("Task") || is("callActivity") || isSub();
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

  /// Whether an event makes something happen rather than waits for it.
  boolean raises() {
    return is("endEvent") || is("intermediateThrowEvent");
  }

  /// Whether nothing at all is said of an event.
  boolean isSilent() {
    return name.isEmpty() && triggers.isEmpty();
  }

  /// Whether a person or a unit does it rather than a machine.
  boolean isHuman() {
    return is("userTask") || is("manualTask") || is("task");
  }

  /// A gateway that divides the flow by a condition or an event. The ways out of a neighbour have
  /// no aliases, so that these cannot tell.
  boolean decides() {
    return isGateway() && !is("parallelGateway") && next.size() > 1;
  }

  /// Whether one of its ways is taken rather than all, or only under a condition.
  boolean divides() {
    return decides() || next.stream().filter(way -> !way.flow().isEmpty()).count() > 1;
  }
}
