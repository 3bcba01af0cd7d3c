package org.bpmndoc.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  }

  void describe(Fields fields) {
    List<String> aliases = ordered.stream().map(node -> numbering.next(node.id())).toList();
    List<ObjectNode> flow = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      flow.add(node(aliases.get(i), ordered.get(i)));
    }
    fields
        .texts("roles", nodes.roles().of(ordered))
        .list("flow", flow)
        .texts("data", data())
        .list("annotations", annotations());
  }

  private ObjectNode node(String alias, FlowNode node) {
    Fields fields = described(new Fields().text("element", alias), node);
    if (node instanceof FlowNode.Event event) {
      event
          .attachedTo()
          .flatMap(numbering::known)
          .ifPresent(host -> fields.text("attachedTo", host));
    }
    return fields.list("next", next(node)).done();
  }

  private Fields described(Fields fields, FlowNode node) {
    nodes.inFlow(fields, node);
    Landscape.Part part = parts.get(node.id());
    if (node instanceof FlowNode.CallActivity && part != null) {
      fields.json("calls", CallFacts.of(landscape, part));
      if (!(landscape.subject(part.subject()) instanceof Subject.CallSubject)) {
        // The process called knows nothing of what this call says, and nobody else documents it.
        NodeFacts.inAndOut(NodeFacts.documentation(fields, node), node);
      }
    }
    if (part != null && landscape.subject(part.subject()) instanceof Subject.DecisionSubject) {
      fields.json("asks", DecisionFacts.asked(landscape, part));
      NodeFacts.inAndOut(NodeFacts.documentation(fields, node), node);
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
    return flowsFrom.getOrDefault(node.id(), List.of()).stream()
        .filter(flow -> numbering.known(flow.target()).isPresent())
        .sorted(
            Comparator.<SequenceFlow>comparingInt(
                    flow -> Integer.parseInt(numbering.of(flow.target()).substring(1)))
                .thenComparing(CanonicalOrder::label))
        .map(flow ->
            Surroundings.words(new Fields().text("to", numbering.of(flow.target())), flow).done())
        .toList();
  }

  private List<String> data() {
    return nodes.data().of(content.data().stream().map(item -> item.element().id()).toList());
  }

  private List<ObjectNode> annotations() {
    return notes.annotations().stream()
        .filter(annotation -> !annotation.text().isBlank())
        .map(annotation ->
            new Fields()
                .text("text", Words.lines(annotation.text()))
                .texts(
                    "about",
                    annotation.about().stream()
                        .flatMap(id -> numbering.known(id).stream())
                        .distinct()
                        .sorted(
                            Comparator.comparingInt(alias -> Integer.parseInt(alias.substring(1))))
                        .toList())
                .done())
        .sorted(Comparator.comparing(CanonicalJson::text))
        .toList();
  }
}
