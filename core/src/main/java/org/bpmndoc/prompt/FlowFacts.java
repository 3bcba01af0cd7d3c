package org.bpmndoc.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowContent.SequenceFlow;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import tools.jackson.databind.node.ObjectNode;

/// The flow inside a process or sub-process, node by node in flow order.
final class FlowFacts {

  private final Landscape landscape;
  private final FlowContent content;
  private final Notes notes;
  private final NodeFacts nodes;
  private final Aliases.Numbering numbering;
  private final List<FlowNode> ordered;
  private final Map<String, Landscape.Part> parts = new HashMap<>();
  private final Map<String, List<SequenceFlow>> flowsFrom = new HashMap<>();
  private final Map<String, List<FlowNode>> caughtLinks = new HashMap<>();

  FlowFacts(
      Landscape landscape,
      List<Landscape.Part> parts,
      FlowContent content,
      Notes notes,
      NodeFacts nodes,
      Aliases.Numbering numbering) {
    this.landscape = landscape;
    this.content = content;
    this.notes = notes;
    this.nodes = nodes;
    this.numbering = numbering;
    parts.forEach(part -> this.parts.putIfAbsent(part.elementId(), part));
    content
        .flows()
        .forEach(
            flow -> flowsFrom.computeIfAbsent(flow.source(), id -> new ArrayList<>()).add(flow));
    this.ordered = CanonicalOrder.of(content, this::key);
    for (FlowNode node : ordered) {
      links(node, FlowNode.EventPosition.INTERMEDIATE_CATCH)
          .forEach(name -> caughtLinks.computeIfAbsent(name, _ -> new ArrayList<>()).add(node));
    }
  }

  void describe(Fields fields) {
    List<String> aliases = ordered.stream().map(node -> numbering.next(node.id())).toList();
    List<ObjectNode> flow = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      flow.add(node(aliases.get(i), ordered.get(i)));
    }
    List<String> roles = nodes.roles().of(ordered);
    fields
        .texts("roles", roles)
        .list("flow", flow)
        .texts("data", data())
        .list("described", described(roles))
        .list("groups", groups())
        .list("annotations", annotations());
  }

  private List<ObjectNode> described(List<String> roles) {
    List<String> all = new ArrayList<>(roles);
    all.add(nodes.roles().pool());
    List<ObjectNode> described = new ArrayList<>(nodes.roles().described(all));
    described.addAll(
        nodes.data().described(content.data().stream().map(item -> item.element().id()).toList()));
    return described;
  }

  private List<ObjectNode> groups() {
    return NodeFacts.sorted(
        content.groups().stream()
            .map(group ->
                new Fields()
                    .text("name", Words.line(group.name()))
                    .text("category", Words.line(group.category()))
                    .text("documentation", Words.lines(group.element().documentation()))
                    .texts("elements", aliases(group.nodes()))
                    .done())
            .filter(group -> !group.isEmpty()));
  }

  /// Of those ids that are nodes of this flow, in its order.
  private List<String> aliases(List<String> ids) {
    return ids.stream()
        .flatMap(id -> numbering.known(id).stream())
        .distinct()
        .sorted(Comparator.comparingInt(FlowFacts::number))
        .toList();
  }

  private static int number(String alias) {
    return Integer.parseInt(alias.substring(1));
  }

  private ObjectNode node(String alias, FlowNode node) {
    Fields fields = described(new Fields().text("element", alias), node);
    if (node instanceof FlowNode.Event event) {
      event
          .attachedTo()
          .flatMap(numbering::known)
          .ifPresent(host -> fields.text("attachedTo", host));
      event
          .compensatedBy()
          .flatMap(numbering::known)
          .ifPresent(activity -> fields.text("compensatedBy", activity));
    }
    return fields.list("next", next(node)).done();
  }

  private Fields described(Fields fields, FlowNode node) {
    nodes.inFlow(fields, node);
    Landscape.Part part = parts.get(node.id());
    if (node instanceof FlowNode.CallActivity call && part != null) {
      fields.json("calls", CallFacts.of(landscape, part));
      if (!(landscape.subject(part.subject()) instanceof Subject.CallSubject)) {
        // The process called knows nothing of what this call says, and nobody else documents it.
        NodeFacts.ofCaller(fields, call);
      }
    }
    if (node instanceof FlowNode.Task task
        && part != null
        && landscape.subject(part.subject()) instanceof Subject.DecisionSubject) {
      fields.json("asks", DecisionFacts.asked(landscape, part));
      NodeFacts.ofAsker(fields, task);
    }
    return fields;
  }

  /// Tells apart also what looks alike in the flow and has documents of its own.
  private String key(FlowNode node) {
    return CanonicalJson.text(described(new Fields(), node).done()) + "\n" + inFull(node);
  }

  private String inFull(FlowNode node) {
    return switch (node) {
      case FlowNode.SubProcess inner ->
          CanonicalJson.text(nodes.inFull(new Fields(), inner).done())
              + inner.content().nodes().stream().map(this::inFull).sorted().toList();
      case FlowNode.Task _, FlowNode.CallActivity _ ->
          CanonicalJson.text(nodes.inFull(new Fields(), (FlowNode.Activity) node).done());
      case FlowNode.Event _, FlowNode.Gateway _ ->
          CanonicalJson.text(nodes.inFlow(new Fields(), node).done());
    };
  }

  private List<ObjectNode> next(FlowNode node) {
    List<SequenceFlow> flows =
        flowsFrom.getOrDefault(node.id(), List.of()).stream()
            .filter(flow -> numbering.known(flow.target()).isPresent())
            .sorted(
                Comparator.<SequenceFlow>comparingInt(flow -> number(numbering.of(flow.target())))
                    .thenComparing(CanonicalOrder::label))
            .toList();
    boolean divides = divides(node, flows);
    List<ObjectNode> next = new ArrayList<>();
    for (SequenceFlow flow : flows) {
      Fields way = new Fields().text("to", numbering.of(flow.target()));
      way.text("flow", divides ? numbering.nextFlow(flow.element().id()) : "");
      next.add(Surroundings.words(way, flow).done());
    }
    links(node, FlowNode.EventPosition.INTERMEDIATE_THROW)
        .forEach(name ->
            caughtLinks
                .getOrDefault(name, List.of())
                .forEach(other ->
                    next.add(
                        new Fields()
                            .text("to", numbering.of(other.id()))
                            .text("link", name)
                            .done())));
    return next;
  }

  /// Whether one of these ways is taken rather than all, or only under a condition.
  private static boolean divides(FlowNode node, List<SequenceFlow> flows) {
    boolean conditional =
        flows.stream().anyMatch(flow -> flow.condition().isPresent() || flow.isDefault());
    return flows.size() > 1
        && (node instanceof FlowNode.Gateway gateway
            ? gateway.kind() != FlowNode.GatewayKind.PARALLEL
            : conditional);
  }

  /// The names of the links that an event in this position jumps to, or is jumped to by.
  private static Stream<String> links(FlowNode node, FlowNode.EventPosition position) {
    return node instanceof FlowNode.Event event && event.position() == position
        ? event.definitions().stream()
            .filter(definition -> definition.kind().equals("link"))
            .map(definition -> Words.line(definition.detail()))
            .filter(name -> !name.isEmpty())
            .sorted()
        : Stream.empty();
  }

  private List<String> data() {
    return nodes.data().of(content.data().stream().map(item -> item.element().id()).toList());
  }

  private List<ObjectNode> annotations() {
    return NodeFacts.sorted(
        notes.annotations().stream()
            .filter(annotation -> !annotation.text().isBlank())
            .map(annotation ->
                new Fields()
                    .text("text", Words.lines(annotation.text()))
                    .texts("about", aliases(annotation.about()))
                    .texts("on", names(annotation.about()))
                    .done()));
  }

  /// Of what is no node and has a name: data, groups, sequence flows.
  private List<String> names(List<String> ids) {
    return ids.stream()
        .filter(id -> numbering.known(id).isEmpty())
        .flatMap(id ->
            nodes.data().name(id).or(() -> Optional.ofNullable(notes.names().get(id))).stream())
        .distinct()
        .sorted()
        .toList();
  }
}
