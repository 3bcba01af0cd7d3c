package org.bpmndoc.bpmn;

import java.util.Optional;
import org.bpmndoc.bpmn.FlowNode.AdHoc;
import org.bpmndoc.bpmn.FlowNode.CallActivity;
import org.bpmndoc.bpmn.FlowNode.CallTarget;
import org.bpmndoc.bpmn.FlowNode.Event;
import org.bpmndoc.bpmn.FlowNode.EventPosition;
import org.bpmndoc.bpmn.FlowNode.Exchange;
import org.bpmndoc.bpmn.FlowNode.Gateway;
import org.bpmndoc.bpmn.FlowNode.GatewayKind;
import org.bpmndoc.bpmn.FlowNode.Script;
import org.bpmndoc.bpmn.FlowNode.SubProcess;
import org.bpmndoc.bpmn.FlowNode.SubProcessKind;
import org.bpmndoc.bpmn.FlowNode.Task;
import org.bpmndoc.bpmn.FlowNode.TaskKind;
import org.bpmndoc.xml.Element;
import org.bpmndoc.xml.Elements;
import org.bpmndoc.xml.Xml;

/// Builds one flow node; what is inside a sub-process comes from the [ContentBuilder].
final class NodeBuilder {

  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

  private final Index index;
  private final EventDefinitions eventDefinitions;
  private final DecisionTargets decisionTargets;
  private final TraitsBuilder traits;
  private final LoopBuilder loops;
  private final ContentBuilder contents;

  NodeBuilder(Index index, ContentBuilder contents) {
    this.index = index;
    this.eventDefinitions = new EventDefinitions(index);
    this.decisionTargets = new DecisionTargets(index);
    this.traits = new TraitsBuilder(index);
    this.loops = new LoopBuilder(index);
    this.contents = contents;
  }

  /// The node, absent where the element is none.
  Optional<FlowNode> of(Xml xml) {
    return switch (xml.name()) {
      case "task" -> Optional.of(task(xml, TaskKind.TASK));
      case "userTask" -> Optional.of(task(xml, TaskKind.USER));
      case "serviceTask" -> Optional.of(task(xml, TaskKind.SERVICE));
      case "sendTask" -> Optional.of(task(xml, TaskKind.SEND));
      case "receiveTask" -> Optional.of(task(xml, TaskKind.RECEIVE));
      case "scriptTask" -> Optional.of(task(xml, TaskKind.SCRIPT));
      case "manualTask" -> Optional.of(task(xml, TaskKind.MANUAL));
      case "businessRuleTask" -> Optional.of(task(xml, TaskKind.BUSINESS_RULE));
      case "callActivity" ->
          Optional.of(
              new CallActivity(Elements.of(xml), callTarget(xml), loops.of(xml), traits.of(xml)));
      case "subProcess" -> Optional.of(subProcess(xml, SubProcessKind.EMBEDDED));
      case "transaction" -> Optional.of(subProcess(xml, SubProcessKind.TRANSACTION));
      case "adHocSubProcess" -> Optional.of(subProcess(xml, SubProcessKind.AD_HOC));
      case "startEvent" -> Optional.of(event(xml, EventPosition.START, "isInterrupting"));
      case "intermediateCatchEvent" ->
          Optional.of(event(xml, EventPosition.INTERMEDIATE_CATCH, "cancelActivity"));
      case "intermediateThrowEvent" ->
          Optional.of(event(xml, EventPosition.INTERMEDIATE_THROW, "cancelActivity"));
      case "boundaryEvent" -> Optional.of(event(xml, EventPosition.BOUNDARY, "cancelActivity"));
      case "endEvent" -> Optional.of(event(xml, EventPosition.END, "cancelActivity"));
      case "exclusiveGateway" -> Optional.of(gateway(xml, GatewayKind.EXCLUSIVE));
      case "inclusiveGateway" -> Optional.of(gateway(xml, GatewayKind.INCLUSIVE));
      case "parallelGateway" -> Optional.of(gateway(xml, GatewayKind.PARALLEL));
      case "eventBasedGateway" -> Optional.of(gateway(xml, GatewayKind.EVENT_BASED));
      case "complexGateway" -> Optional.of(gateway(xml, GatewayKind.COMPLEX));
      default -> Optional.empty();
    };
  }

  private Task task(Xml xml, TaskKind kind) {
    Element element = Elements.of(xml);
    return new Task(
        element,
        kind,
        loops.of(xml),
        xml.attribute("implementation"),
        traits.of(xml),
        new Exchange(
            traits.named(xml, "messageRef"),
            traits.named(xml, "operationRef"),
            traits.service(xml, "operationRef"),
            xml.isTrue("instantiate", false)),
        script(xml),
        decisionTargets.of(xml, element));
  }

  /// A global task has one as a task does.
  static Optional<Script> script(Xml xml) {
    return xml.first("script")
        .filter(script -> !script.text().isEmpty())
        .map(_ -> new Script(xml.attribute("scriptFormat")));
  }

  private static CallTarget callTarget(Xml xml) {
    String target =
        xml.all("extensionElements").stream()
            .flatMap(parent -> parent.children().stream())
            .filter(
                child -> child.namespace().equals(ZEEBE) && child.name().equals("calledElement"))
            .flatMap(child -> child.optional("processId").stream())
            .findFirst()
            .orElseGet(() -> xml.attribute("calledElement"));
    return CallTarget.of(target);
  }

  private SubProcess subProcess(Xml xml, SubProcessKind kind) {
    String method = xml.attribute("method");
    return new SubProcess(
        Elements.of(xml),
        kind,
        xml.isTrue("triggeredByEvent", false),
        contents.of(xml),
        loops.of(xml),
        traits.of(xml),
        kind == SubProcessKind.TRANSACTION ? method.substring(method.lastIndexOf('#') + 1) : "",
        kind == SubProcessKind.AD_HOC ? Optional.of(adHoc(xml)) : Optional.empty());
  }

  private static AdHoc adHoc(Xml xml) {
    return new AdHoc(
        xml.attribute("ordering").equals("Sequential"),
        xml.firstText("completionCondition").orElse(""),
        xml.isTrue("cancelRemainingInstances", true));
  }

  private Event event(Xml xml, EventPosition position, String interrupting) {
    boolean boundary = position == EventPosition.BOUNDARY;
    boolean start = position == EventPosition.START;
    return new Event(
        Elements.of(xml),
        position,
        eventDefinitions.of(xml),
        boundary ? xml.optional("attachedToRef").map(index::id) : Optional.empty(),
        !(boundary || start) || xml.isTrue(interrupting, true),
        xml.isTrue("parallelMultiple", false),
        traits.reads(xml),
        traits.writes(xml),
        boundary && xml.first("compensateEventDefinition").isPresent()
            ? compensation(xml)
            : Optional.empty());
  }

  /// The activity at the other end of the line that is drawn from the event.
  private Optional<String> compensation(Xml xml) {
    return index.associatedWith(xml.attribute("id")).stream()
        .filter(id -> index.find(id).filter(NodeBuilder::isActivity).isPresent())
        .findFirst();
  }

  private static boolean isActivity(Xml xml) {
    return switch (xml.name()) {
      case "task", "callActivity", "subProcess", "transaction", "adHocSubProcess" -> true;
      default -> xml.name().endsWith("Task");
    };
  }

  private static Gateway gateway(Xml xml, GatewayKind kind) {
    return new Gateway(
        Elements.of(xml),
        kind,
        xml.isTrue("instantiate", false),
        xml.attribute("eventGatewayType").equals("Parallel"),
        xml.firstText("activationCondition").orElse(""));
  }
}
