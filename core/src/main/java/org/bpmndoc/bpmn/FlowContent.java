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
    List<Annotation> annotations) {

  public static final FlowContent EMPTY =
      new FlowContent(List.of(), List.of(), List.of(), List.of(), List.of());

  public FlowContent {
    nodes = List.copyOf(nodes);
    flows = List.copyOf(flows);
    lanes = List.copyOf(lanes);
    data = List.copyOf(data);
    annotations = List.copyOf(annotations);
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

  /// A data object, data store, data input or data output; `kind` is BPMN's element name.
  public record DataItem(Element element, String kind) {}

  /// A text annotation and the ids of the elements it is associated with.
  public record Annotation(Element element, String text, List<String> about) {
    public Annotation {
      about = List.copyOf(about);
    }
  }
}
