package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.xml.Element;

/// A node of a flow: an activity, an event or a gateway.
public sealed interface FlowNode {

  Element element();

  default String id() {
    return element().id();
  }

  /// What does work: a task, a call, a sub-process.
  sealed interface Activity extends FlowNode permits Task, CallActivity, SubProcess {
    Optional<Loop> loop();
  }

  /// A task of any kind. `reads` and `writes` are the ids of the data it is associated with;
  /// `implementation` is BPMN's own attribute of that name and may be empty; `decision` is the one
  /// that it asks.
  record Task(
      Element element,
      TaskKind kind,
      Optional<Loop> loop,
      List<String> reads,
      List<String> writes,
      String implementation,
      CallTarget decision)
      implements Activity {
    public Task {
      reads = List.copyOf(reads);
      writes = List.copyOf(writes);
    }
  }

  /// The call of another process.
  record CallActivity(Element element, CallTarget target, Optional<Loop> loop)
      implements Activity {}

  /// A flow inside a flow. `triggeredByEvent` marks an event sub-process.
  record SubProcess(
      Element element,
      SubProcessKind kind,
      boolean triggeredByEvent,
      FlowContent content,
      Optional<Loop> loop)
      implements Activity {}

  /// `attachedTo` is set for boundary events; `interrupting` means something for boundary events
  /// and for the start events of event sub-processes, and is true elsewhere.
  record Event(
      Element element,
      EventPosition position,
      List<EventDefinition> definitions,
      Optional<String> attachedTo,
      boolean interrupting)
      implements FlowNode {
    public Event {
      definitions = List.copyOf(definitions);
    }
  }

  record Gateway(Element element, GatewayKind kind) implements FlowNode {}

  enum TaskKind {
    TASK("task"),
    USER("userTask"),
    SERVICE("serviceTask"),
    SEND("sendTask"),
    RECEIVE("receiveTask"),
    SCRIPT("scriptTask"),
    MANUAL("manualTask"),
    BUSINESS_RULE("businessRuleTask");

    private final String bpmnName;

    TaskKind(String bpmnName) {
      this.bpmnName = bpmnName;
    }

    public String bpmnName() {
      return bpmnName;
    }
  }

  enum SubProcessKind {
    EMBEDDED("subProcess"),
    TRANSACTION("transaction"),
    AD_HOC("adHocSubProcess");

    private final String bpmnName;

    SubProcessKind(String bpmnName) {
      this.bpmnName = bpmnName;
    }

    public String bpmnName() {
      return bpmnName;
    }
  }

  enum EventPosition {
    START("startEvent"),
    INTERMEDIATE_CATCH("intermediateCatchEvent"),
    INTERMEDIATE_THROW("intermediateThrowEvent"),
    BOUNDARY("boundaryEvent"),
    END("endEvent");

    private final String bpmnName;

    EventPosition(String bpmnName) {
      this.bpmnName = bpmnName;
    }

    public String bpmnName() {
      return bpmnName;
    }
  }

  enum GatewayKind {
    EXCLUSIVE("exclusiveGateway"),
    INCLUSIVE("inclusiveGateway"),
    PARALLEL("parallelGateway"),
    EVENT_BASED("eventBasedGateway"),
    COMPLEX("complexGateway");

    private final String bpmnName;

    GatewayKind(String bpmnName) {
      this.bpmnName = bpmnName;
    }

    public String bpmnName() {
      return bpmnName;
    }
  }

  /// What an event waits for or raises. `kind` is BPMN's word without "EventDefinition" (`timer`,
  /// `message`, `error`, …); `detail` is the timer expression, or the name of the message, error,
  /// signal or escalation it refers to; it may be empty.
  record EventDefinition(String kind, String detail) {}

  /// How often an activity is done. `detail` is the collection, cardinality or condition; it may be
  /// empty.
  record Loop(LoopKind kind, String detail) {}

  enum LoopKind {
    STANDARD,
    PARALLEL_INSTANCES,
    SEQUENTIAL_INSTANCES
  }

  /// Which process a call activity says it calls, or which decision a task says it asks.
  sealed interface CallTarget {

    static CallTarget of(String written) {
      return written.isEmpty()
          ? new Missing()
          : written.contains("${") || written.contains("#{") || written.startsWith("=")
              ? new Expression(written)
              : new Static(written);
    }

    /// As written, empty where nothing is.
    default String text() {
      return switch (this) {
        case Static known -> known.value();
        case Expression expression -> expression.value();
        case Missing _ -> "";
      };
    }

    /// A literal id or QName, as written.
    record Static(String value) implements CallTarget {}

    /// Decided at run time: `${…}`, `#{…}`, or FEEL with a leading `=`.
    record Expression(String value) implements CallTarget {}

    record Missing() implements CallTarget {}
  }
}
