package org.bpmndoc.prompt;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.xml.Element;

/// The text annotations that can be about one flow: those drawn in it, and those that a tool keeps
/// with the pools though a line joins them to something of it. `names` are those of what they can
/// be about beside nodes and data, by id: groups and sequence flows.
record Notes(List<FlowContent.Annotation> annotations, Map<String, String> names) {

  /// `pools` are the ids of the pools that the flow is drawn in as a whole.
  static Notes of(Definitions file, FlowContent content, Collection<String> pools) {
    Map<String, String> names = new HashMap<>();
    content.flows().forEach(flow -> name(names, flow.element(), flow.element().name()));
    content.groups().forEach(group -> name(names, group.element(), group.name()));
    for (Definitions.Collaboration collaboration : file.collaborations()) {
      collaboration.groups().forEach(group -> name(names, group.element(), group.name()));
    }
    List<FlowContent.Annotation> elsewhere =
        file.collaborations().stream()
            .flatMap(collaboration -> collaboration.annotations().stream())
            .toList();
    if (elsewhere.isEmpty()) {
      return new Notes(content.annotations(), names);
    }
    Set<String> own = new HashSet<>(pools);
    content.nodes().forEach(node -> own.add(node.id()));
    content.flows().forEach(flow -> own.add(flow.element().id()));
    content.data().forEach(item -> own.add(item.element().id()));
    content.groups().forEach(group -> own.add(group.element().id()));
    return new Notes(
        Stream.concat(
                content.annotations().stream(),
                elsewhere.stream()
                    .filter(annotation -> annotation.about().stream().anyMatch(own::contains)))
            .toList(),
        names);
  }

  private static void name(Map<String, String> names, Element element, String name) {
    if (!name.isBlank()) {
      names.putIfAbsent(element.id(), Words.line(name));
    }
  }
}
