package org.bpmndoc.bpmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowContent.Annotation;
import org.bpmndoc.bpmn.FlowContent.DataItem;
import org.bpmndoc.bpmn.FlowContent.Group;
import org.bpmndoc.bpmn.FlowContent.Lane;
import org.bpmndoc.bpmn.FlowContent.SequenceFlow;
import org.bpmndoc.xml.Element;
import org.bpmndoc.xml.Elements;
import org.bpmndoc.xml.Markup;
import org.bpmndoc.xml.Xml;

/// Builds what a process or sub-process contains from its children, in whatever order they stand.
final class ContentBuilder {

  /// Children that are no flow nodes and no surprise: read elsewhere, or of no use to a document.
  private static final Set<String> NOT_NODES =
      Set.of(
          "association",
          "auditing",
          "categoryValueRef",
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
  private final PassedOver passedOver;

  ContentBuilder(Index index, PassedOver passedOver) {
    this.index = index;
    this.nodeBuilder = new NodeBuilder(index, this);
    this.passedOver = passedOver;
  }

  FlowContent of(Xml container) {
    return new FlowContent(
        nodes(container),
        flows(container),
        lanes(container.all("laneSet")),
        data(container),
        annotations(container),
        groups(container));
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
          passedOver.node(container, child);
        }
      }
    }
    return nodes;
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
              : Stream.of(item(xml, Elements.of(xml), List.of(xml)));
      case "dataInput", "dataOutput", "dataStore" ->
          Stream.of(item(xml, Elements.of(xml), List.of(xml)));
      default -> Stream.empty();
    };
  }

  /// The name and the documentation of what is behind it, where it has none of its own.
  private DataItem reference(Xml xml, String attribute) {
    Optional<Xml> data = xml.optional(attribute).flatMap(index::find);
    List<Xml> both = Stream.concat(Stream.of(xml), data.stream()).toList();
    String name =
        both.stream().flatMap(found -> found.optional("name").stream()).findFirst().orElse("");
    Element own = Elements.named(xml, name);
    return item(
        xml,
        own.documentation().isEmpty() && data.isPresent()
            ? own.withDocumentation(Elements.of(data.get()).documentation())
            : own,
        both);
  }

  private static DataItem item(Xml xml, Element element, List<Xml> says) {
    return new DataItem(
        element,
        xml.name(),
        says.stream()
            .flatMap(found -> found.all("dataState").stream())
            .flatMap(state -> state.optional("name").stream())
            .findFirst()
            .orElse(""),
        says.stream().anyMatch(found -> found.isTrue("isCollection", false)));
  }

  /// Those that are drawn, then those that only nodes speak of.
  List<Group> groups(Xml container) {
    Map<String, List<String>> nodes = new LinkedHashMap<>();
    for (Xml child : container.children()) {
      if (child.isModel() && !child.name().equals("group")) {
        for (String value : child.texts("categoryValueRef")) {
          nodes.computeIfAbsent(index.id(value), _ -> new ArrayList<>()).add(child.attribute("id"));
        }
      }
    }
    List<Group> groups = new ArrayList<>();
    for (Xml drawn : container.all("group")) {
      String value = index.id(drawn.attribute("categoryValueRef"));
      List<String> inside = nodes.getOrDefault(value, List.of());
      nodes.remove(value);
      groups.add(group(drawn, value, inside));
    }
    nodes.forEach((value, inside) ->
        index.find(value).ifPresent(found -> groups.add(group(found, value, inside))));
    return groups;
  }

  private Group group(Xml xml, String value, List<String> nodes) {
    return new Group(
        Elements.of(xml),
        index
            .find(value)
            .flatMap(found -> found.optional("value"))
            .orElseGet(() -> xml.attribute("name")),
        index.categoryOf(value).orElse(""),
        nodes);
  }

  private Annotation annotation(Xml xml) {
    return new Annotation(
        Elements.of(xml),
        Markup.plain(String.join("\n\n", xml.texts("text")), xml.attribute("textFormat")),
        index.associatedWith(xml.attribute("id")));
  }
}
