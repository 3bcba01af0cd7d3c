package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode.CallActivity;
import org.bpmndoc.bpmn.FlowNode.CallTarget;
import org.bpmndoc.bpmn.FlowNode.Event;
import org.bpmndoc.bpmn.FlowNode.EventPosition;
import org.bpmndoc.bpmn.FlowNode.Gateway;
import org.bpmndoc.bpmn.FlowNode.GatewayKind;
import org.bpmndoc.bpmn.FlowNode.Loop;
import org.bpmndoc.bpmn.FlowNode.LoopKind;
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
  private final ContentBuilder contents;

  NodeBuilder(Index index, ContentBuilder contents) {
    this.index = index;
    this.eventDefinitions = new EventDefinitions(index);
    this.decisionTargets = new DecisionTargets(index);
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
          Optional.of(new CallActivity(Elements.of(xml), callTarget(xml), loop(xml)));
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
        loop(xml),
        dataEnds(xml, "dataInputAssociation", "sourceRef"),
        dataEnds(xml, "dataOutputAssociation", "targetRef"),
        xml.attribute("implementation"),
        decisionTargets.of(xml, element));
  }

  private List<String> dataEnds(Xml xml, String association, String end) {
    return xml.all(association).stream()
        .flatMap(found -> found.texts(end).stream())
        .map(index::id)
        .distinct()
        .toList();
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
    return new SubProcess(
        Elements.of(xml), kind, xml.isTrue("triggeredByEvent", false), contents.of(xml), loop(xml));
  }

  private Event event(Xml xml, EventPosition position, String interrupting) {
    boolean boundary = position == EventPosition.BOUNDARY;
    boolean start = position == EventPosition.START;
    return new Event(
        Elements.of(xml),
        position,
        eventDefinitions.of(xml),
        boundary ? xml.optional("attachedToRef").map(index::id) : Optional.empty(),
        !(boundary || start) || xml.isTrue(interrupting, true));
  }

  private static Gateway gateway(Xml xml, GatewayKind kind) {
    return new Gateway(Elements.of(xml), kind);
  }

  private Optional<Loop> loop(Xml xml) {
    return xml.first("multiInstanceLoopCharacteristics")
        .map(loop ->
            new Loop(
                loop.isTrue("isSequential", false)
                    ? LoopKind.SEQUENTIAL_INSTANCES
                    : LoopKind.PARALLEL_INSTANCES,
                instances(loop)))
        .or(() ->
            xml.first("standardLoopCharacteristics")
                .map(loop ->
                    new Loop(LoopKind.STANDARD, loop.firstText("loopCondition").orElse(""))));
  }

  /// Over what: the vendors' collection, BPMN's by its name, the number of instances, or when it is
  /// over.
  private String instances(Xml loop) {
    Element element = Elements.of(loop);
    Stream<String> vendors =
        Stream.concat(
            element.extensions().attribute("collection").stream(),
            element.extensions().elements().stream()
                .map(extension -> extension.attributes().getOrDefault("inputCollection", "")));
    Stream<String> bpmn =
        Stream.of(
            loop.firstText("loopDataInputRef").map(this::nameOrReference).orElse(""),
            loop.firstText("loopCardinality").orElse(""),
            loop.firstText("completionCondition").orElse(""));
    return Stream.concat(vendors, bpmn).filter(found -> !found.isEmpty()).findFirst().orElse("");
  }

  private String nameOrReference(String reference) {
    return index.find(reference).map(found -> found.attribute("name")).orElse(reference);
  }
}
