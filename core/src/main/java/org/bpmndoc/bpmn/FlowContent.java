package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.xml.Element;

/// What a process or sub-process contains, in document order.
public record FlowContent(
    List<FlowNode> nodes,
    List<SequenceFlow> flows,
    List<Lane> lanes,
    List<DataItem> data,
    List<Annotation> annotations,
    List<Group> groups) {

  public static final FlowContent EMPTY =
      new FlowContent(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public FlowContent {
    nodes = List.copyOf(nodes);
    flows = List.copyOf(flows);
    lanes = List.copyOf(lanes);
    data = List.copyOf(data);
    annotations = List.copyOf(annotations);
    groups = List.copyOf(groups);
  }

  /// The same with its nodes in another order.
  public FlowContent ordered(List<FlowNode> other) {
    return new FlowContent(other, flows, lanes, data, annotations, groups);
  }

  /// A sequence flow. `isDefault` is true where its source names it as the default flow.
  public record SequenceFlow(
      Element element,
      String source,
      String target,
      Optional<String> condition,
      boolean isDefault) {}

  /// A lane with the ids of the nodes drawn in it, and the lanes inside it.
  public record Lane(Element element, List<String> nodes, List<Lane> lanes) {
    public Lane {
      nodes = List.copyOf(nodes);
      lanes = List.copyOf(lanes);
    }
  }

  /// A data object, data store, data input or data output; `kind` is BPMN's element name, `state`
  /// the state it is in where it is drawn, and may be empty.
  public record DataItem(Element element, String kind, String state, boolean collection) {}

  /// A text annotation and the ids of the elements it is associated with.
  public record Annotation(Element element, String text, List<String> about) {
    public Annotation {
      about = List.copyOf(about);
    }
  }

  /// What belongs together: a group that is drawn, or a value of a category that nodes refer to.
  /// `name` is that value, `category` the category's name; both may be empty. `nodes` are the ids
  /// of those that say so themselves; a group that is only drawn around them does not tell.
  public record Group(Element element, String name, String category, List<String> nodes) {
    public Group {
      nodes = List.copyOf(nodes);
    }
  }
}
