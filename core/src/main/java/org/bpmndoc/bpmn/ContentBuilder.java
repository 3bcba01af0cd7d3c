package org.bpmndoc.bpmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowContent.Annotation;
import org.bpmndoc.bpmn.FlowContent.DataItem;
import org.bpmndoc.bpmn.FlowContent.Lane;
import org.bpmndoc.bpmn.FlowContent.SequenceFlow;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.Elements;
import org.bpmndoc.xml.Xml;

/// Builds what a process or sub-process contains from its children, in whatever order they stand.
final class ContentBuilder {

  /// Children that are no flow nodes and no surprise: read elsewhere, or of no use to a document.
  private static final Set<String> NOT_NODES =
      Set.of(
          "association",
          "auditing",
          "completionCondition",
          "correlationSubscription",
          "dataInputAssociation",
          "dataObject",
          "dataObjectReference",
          "dataOutputAssociation",
          "dataStore",
          "dataStoreReference",
          "documentation",
          "extensionElements",
          "group",
          "humanPerformer",
          "incoming",
          "ioBinding",
          "ioSpecification",
          "laneSet",
          "monitoring",
          "multiInstanceLoopCharacteristics",
          "outgoing",
          "performer",
          "potentialOwner",
          "property",
          "resourceRole",
          "sequenceFlow",
          "standardLoopCharacteristics",
          "supportedInterfaceRef",
          "supports",
          "textAnnotation");

  private final Index index;
  private final NodeBuilder nodeBuilder;
  private final List<Diagnostic> diagnostics;

  ContentBuilder(Index index, List<Diagnostic> diagnostics) {
    this.index = index;
    this.nodeBuilder = new NodeBuilder(index, this);
    this.diagnostics = diagnostics;
  }

  FlowContent of(Xml container) {
    return new FlowContent(
        nodes(container),
        flows(container),
        lanes(container.all("laneSet")),
        data(container),
        annotations(container));
  }

  List<Annotation> annotations(Xml container) {
    return container.all("textAnnotation").stream().map(this::annotation).toList();
  }

  private List<FlowNode> nodes(Xml container) {
    List<FlowNode> nodes = new ArrayList<>();
    for (Xml child : container.children()) {
      if (child.isModel()) {
        Optional<FlowNode> node = nodeBuilder.of(child);
        node.ifPresent(nodes::add);
        if (node.isEmpty() && !NOT_NODES.contains(child.name())) {
          diagnostics.add(passedOver(container, child));
        }
      }
    }
    return nodes;
  }

  private static Diagnostic passedOver(Xml container, Xml child) {
    return new Diagnostic(
        Severity.INFO,
        "element-passed-over",
        child.location(),
        "expected flow elements in the "
            + container.name()
            + ", passed over <"
            + child.name()
            + ">",
        "nothing to do, unless it says something that a document should");
  }

  private List<SequenceFlow> flows(Xml container) {
    Set<String> defaults = new HashSet<>();
    container.children().forEach(child -> child.optional("default").ifPresent(defaults::add));
    return container.all("sequenceFlow").stream()
        .map(flow ->
            new SequenceFlow(
                Elements.of(flow),
                index.id(flow.attribute("sourceRef")),
                index.id(flow.attribute("targetRef")),
                flow.firstText("conditionExpression"),
                defaults.contains(flow.attribute("id"))))
        .toList();
  }

  private List<Lane> lanes(List<Xml> laneSets) {
    return laneSets.stream()
        .flatMap(laneSet -> laneSet.all("lane").stream())
        .map(lane ->
            new Lane(
                Elements.of(lane),
                lane.texts("flowNodeRef").stream().map(index::id).toList(),
                lanes(lane.all("childLaneSet"))))
        .toList();
  }

  /// What is drawn: references rather than the data objects behind them, which mostly have no name.
  private List<DataItem> data(Xml container) {
    Stream<DataItem> declared =
        container.all("ioSpecification").stream()
            .flatMap(specification -> specification.children().stream())
            .flatMap(this::dataItem);
    return Stream.concat(declared, container.children().stream().flatMap(this::dataItem)).toList();
  }

  private Stream<DataItem> dataItem(Xml xml) {
    if (!xml.isModel()) {
      return Stream.empty();
    }
    return switch (xml.name()) {
      case "dataObjectReference" -> Stream.of(reference(xml, "dataObjectRef"));
      case "dataStoreReference" -> Stream.of(reference(xml, "dataStoreRef"));
      case "dataObject" ->
          index.isDrawn(xml.attribute("id"))
              ? Stream.empty()
              : Stream.of(new DataItem(Elements.of(xml), xml.name()));
      case "dataInput", "dataOutput", "dataStore" ->
          Stream.of(new DataItem(Elements.of(xml), xml.name()));
      default -> Stream.empty();
    };
  }

  private DataItem reference(Xml xml, String attribute) {
    String own = xml.attribute("name");
    String name =
        own.isEmpty()
            ? index.find(xml.attribute(attribute)).map(data -> data.attribute("name")).orElse("")
            : own;
    return new DataItem(Elements.named(xml, name), xml.name());
  }

  private Annotation annotation(Xml xml) {
    return new Annotation(
        Elements.of(xml),
        String.join("\n\n", xml.texts("text")),
        index.associatedWith(xml.attribute("id")));
  }
}
