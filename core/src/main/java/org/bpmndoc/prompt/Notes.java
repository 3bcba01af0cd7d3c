package org.bpmndoc.prompt;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;

/// The text annotations that can be about the nodes of one flow: those drawn in it, and those that
/// a tool keeps with the pools though a line joins them to one of its nodes.
record Notes(List<FlowContent.Annotation> annotations) {

  static Notes of(Definitions file, FlowContent content) {
    List<FlowContent.Annotation> elsewhere =
        file.collaborations().stream()
            .flatMap(collaboration -> collaboration.annotations().stream())
            .toList();
    if (elsewhere.isEmpty()) {
      return new Notes(content.annotations());
    }
    Set<String> nodes =
        content.nodes().stream().map(FlowNode::id).collect(Collectors.toUnmodifiableSet());
    return new Notes(
        Stream.concat(
                content.annotations().stream(),
                elsewhere.stream()
                    .filter(annotation -> annotation.about().stream().anyMatch(nodes::contains)))
            .toList());
  }
}
