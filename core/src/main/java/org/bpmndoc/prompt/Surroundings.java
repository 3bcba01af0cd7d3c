package org.bpmndoc.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowContent.SequenceFlow;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.document.CanonicalJson;
import tools.jackson.databind.node.ObjectNode;

/// What stands around one node: the flows to and from it with the neighbours at their other ends,
/// and its boundary events. Of everything further away it knows nothing, but where a gateway
/// follows, the ways out of it, since that is where the result of the node is used.
final class Surroundings {

  private final FlowIndex index;
  private final Roles roles;
  private final Aliases.Numbering numbering;

  Surroundings(FlowIndex index, Roles roles, Aliases.Numbering numbering) {
    this.index = index;
    this.roles = roles;
    this.numbering = numbering;
  }

  void describe(Fields fields, FlowNode node) {
    fields.texts("groups", index.groups(node.id()));
    fields.list("boundaryEvents", boundaryEvents(node));
    fields.list("compensates", compensates(node));
    fields.list("incoming", incoming(node));
    fields.list("outgoing", outgoing(node, true));
  }

  /// Notes that are about this node.
  List<String> annotations(FlowNode node) {
    return index.annotations(node.id()).stream()
        .map(annotation -> Words.lines(annotation.text()))
        .filter(text -> !text.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private record Way(SequenceFlow flow, FlowNode other) {}

  private List<ObjectNode> boundaryEvents(FlowNode node) {
    return index.boundaryEvents(node.id()).stream()
        .sorted(Comparator.comparing(this::boundaryKey))
        .map(event ->
            NodeFacts.documentation(
                    NodeFacts.brief(new Fields().text("element", numbering.of(event.id())), event),
                    event)
                .flag("nonInterrupting", !event.interrupting())
                .list("next", outgoing(event, false))
                .json("compensatedBy", compensation(event))
                .done())
        .toList();
  }

  private ObjectNode compensation(FlowNode.Event event) {
    return event
        .compensatedBy()
        .flatMap(index::node)
        .map(this::named)
        .orElseGet(() -> new Fields().done());
  }

  private List<ObjectNode> compensates(FlowNode node) {
    return index.compensatedBy(node.id()).stream()
        .sorted(Comparator.comparing(host -> CanonicalJson.text(brief(host))))
        .map(this::named)
        .toList();
  }

  private ObjectNode named(FlowNode other) {
    return NodeFacts.brief(new Fields().text("element", numbering.of(other.id())), other).done();
  }

  private static ObjectNode brief(FlowNode node) {
    return NodeFacts.brief(new Fields(), node).done();
  }

  private String boundaryKey(FlowNode.Event event) {
    return CanonicalJson.text(
            NodeFacts.documentation(NodeFacts.brief(new Fields(), event), event).done())
        + event.interrupting()
        + event.compensatedBy().flatMap(index::node).map(Surroundings::brief)
        + ways(event, true).stream().map(this::key).toList();
  }

  private List<ObjectNode> incoming(FlowNode node) {
    return ways(node, false).stream()
        .map(way -> flow(new Fields().text("from", numbering.of(way.other().id())), way).done())
        .toList();
  }

  private List<ObjectNode> outgoing(FlowNode node, boolean throughGateways) {
    List<ObjectNode> found = new ArrayList<>();
    for (Way way : ways(node, true)) {
      Fields fields = flow(new Fields().text("to", numbering.of(way.other().id())), way);
      if (throughGateways && way.other() instanceof FlowNode.Gateway gateway) {
        fields.list("then", outgoing(gateway, false));
      }
      found.add(fields.done());
    }
    return found;
  }

  /// Sorted by what they say, since the order of flows in the file means nothing.
  private List<Way> ways(FlowNode node, boolean out) {
    return unsorted(node, out).sorted(Comparator.comparing(this::key)).toList();
  }

  /// Gateways mostly have no name; they are told apart by the ways out of them.
  private String key(Way way) {
    return way.other() instanceof FlowNode.Gateway gateway
        ? ownKey(way) + unsorted(gateway, true).map(this::ownKey).sorted().toList()
        : ownKey(way);
  }

  private String ownKey(Way way) {
    return CanonicalJson.text(neighbour(new Fields(), way.other()).done())
        + CanonicalOrder.label(way.flow());
  }

  /// What is written about a gateway is mostly the rule it decides by. An activity may be in other
  /// hands, to which the work is handed over.
  private Fields neighbour(Fields fields, FlowNode node) {
    NodeFacts.brief(fields, node);
    return switch (node) {
      case FlowNode.Gateway gateway -> NodeFacts.documentation(fields, gateway);
      case FlowNode.Activity activity -> fields.text("lane", roles.lane(activity.id()));
      case FlowNode.Event _ -> fields;
    };
  }

  private Stream<Way> unsorted(FlowNode node, boolean out) {
    return (out ? index.from(node.id()) : index.to(node.id()))
        .stream()
            .flatMap(flow ->
                index
                    .node(out ? flow.target() : flow.source())
                    .map(other -> new Way(flow, other))
                    .stream());
  }

  private Fields flow(Fields fields, Way way) {
    return words(neighbour(fields, way.other()), way.flow());
  }

  static Fields words(Fields fields, SequenceFlow flow) {
    return fields
        .text("label", Words.line(flow.element().name()))
        .text("condition", Words.line(flow.condition().orElse("")))
        .flag("default", flow.isDefault())
        .text("flowDocumentation", Words.lines(flow.element().documentation()));
  }
}
