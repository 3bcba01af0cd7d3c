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

    Traits traits();
  }

  /// A task of any kind. `implementation` is BPMN's own attribute of that name and may be empty;
  /// `script` is there where the task has one; `decision` is the one that it asks.
  record Task(
      Element element,
      TaskKind kind,
      Optional<Loop> loop,
      String implementation,
      Traits traits,
      Exchange exchange,
      Optional<Script> script,
      CallTarget decision)
      implements Activity {}

  /// The call of another process.
  record CallActivity(Element element, CallTarget target, Optional<Loop> loop, Traits traits)
      implements Activity {}

  /// A flow inside a flow. `triggeredByEvent` marks an event sub-process; `method` says how a
  /// transaction is undone and may be empty, `order` belongs to an ad-hoc sub-process.
  record SubProcess(
      Element element,
      SubProcessKind kind,
      boolean triggeredByEvent,
      FlowContent content,
      Optional<Loop> loop,
      Traits traits,
      String method,
      Optional<AdHoc> order)
      implements Activity {}

  /// `attachedTo` is set for boundary events; `interrupting` means something for boundary events
  /// and for the start events of event sub-processes, and is true elsewhere. `allOf` says that all
  /// its definitions have to come true, not one of them. `reads` and `writes` are the ids of the
  /// data that flows into it and out of it, `compensatedBy` is the id of the activity that a
  /// boundary event calls to undo its host.
  record Event(
      Element element,
      EventPosition position,
      List<EventDefinition> definitions,
      Optional<String> attachedTo,
      boolean interrupting,
      boolean allOf,
      List<String> reads,
      List<String> writes,
      Optional<String> compensatedBy)
      implements FlowNode {
    public Event {
      definitions = List.copyOf(definitions);
      reads = List.copyOf(reads);
      writes = List.copyOf(writes);
    }
  }

  /// A gateway. An event-based one may start its process, and then wait for all of its events
  /// (`allOf`); `activation` is the condition of a complex one and may be empty.
  record Gateway(
      Element element, GatewayKind kind, boolean instantiates, boolean allOf, String activation)
      implements FlowNode {}

  /// What a task sends, awaits or asks for: the names of a message, of an operation and of the
  /// interface that offers it, each may be empty. `instantiates` says that receiving starts the
  /// process.
  record Exchange(String message, String operation, String service, boolean instantiates) {}

  /// That there is a script, and in which language; its text is nowhere kept.
  record Script(String format) {}

  /// How the activities of an ad-hoc sub-process are chosen, and when it is over (may be empty).
  /// `cancelsRemaining` says that what is still going on then is ended.
  record AdHoc(boolean sequential, String until, boolean cancelsRemaining) {}

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
  /// signal or escalation it refers to; `code` is the code of a named error or escalation, `timer`
  /// says whether that is a `date`, a `duration` or a `cycle`, `operation` names what a message is
  /// for. All but the kind may be empty. `waits` is false where a compensation is raised and not
  /// waited for.
  record EventDefinition(
      Element element,
      String kind,
      String detail,
      String code,
      String timer,
      String operation,
      boolean waits) {}

  /// How often an activity is done. `detail` is the collection, the number of instances or the
  /// condition of repeating it, `until` the condition of having done enough, `atMost` the highest
  /// number of repetitions, `testedFirst` whether the condition is asked before the first. `item`
  /// names one of the collection, `collects` what the results are put into. `behavior` is BPMN's
  /// word for what is thrown while instances end. All may be empty.
  record Loop(
      LoopKind kind,
      String detail,
      String until,
      String atMost,
      boolean testedFirst,
      String item,
      String collects,
      String behavior) {}

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
