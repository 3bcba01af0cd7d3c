package org.bpmndoc.landscape;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.xml.Element;

/// What people have written into a landscape in their own language: names and labels,
/// documentation, annotations.
///
/// Each text once, file by file in the landscape's order. Ids, expressions and names of variables
/// are left out: those are in the language of whoever builds systems.
public final class LandscapeWords {

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /// What makes a token one for a system: `orderId`, `order_id`, `#{order}`, `a.b`, `R2`.
  private static final Pattern SYSTEMS =
      Pattern.compile("[_$#={}<>@\\\\]|\\p{N}|\\p{Ll}\\p{Lu}|\\p{L}[.:/]+\\p{L}");

  private final SequencedSet<String> texts = new LinkedHashSet<>();

  private LandscapeWords() {}

  public static List<String> of(Landscape landscape) {
    LandscapeWords words = new LandscapeWords();
    landscape.definitions().forEach(words::file);
    words.texts.remove("");
    return List.copyOf(words.texts);
  }

  private void file(Definitions file) {
    file.processes()
        .forEach(process -> {
          said(process.element());
          content(process.content());
        });
    file.globalTasks().forEach(task -> said(task.element()));
    file.collaborations()
        .forEach(collaboration -> {
          said(collaboration.element());
          collaboration.participants().forEach(pool -> said(pool.element()));
          collaboration.messageFlows().forEach(flow -> said(flow.element()));
          drawn(collaboration.annotations(), collaboration.groups());
        });
  }

  private void content(FlowContent content) {
    content
        .nodes()
        .forEach(node -> {
          said(node.element());
          if (node instanceof FlowNode.SubProcess inner) {
            content(inner.content());
          }
        });
    content.flows().forEach(flow -> said(flow.element()));
    content.data().forEach(item -> said(item.element()));
    lanes(content.lanes());
    drawn(content.annotations(), content.groups());
  }

  private void lanes(Collection<FlowContent.Lane> lanes) {
    lanes.forEach(lane -> {
      said(lane.element());
      lanes(lane.lanes());
    });
  }

  private void drawn(
      Collection<FlowContent.Annotation> annotations, Collection<FlowContent.Group> groups) {
    annotations.forEach(annotation -> add(annotation.text()));
    groups.forEach(group -> add(group.name()));
  }

  private void said(Element element) {
    add(element.name());
    add(element.documentation());
  }

  private void add(String text) {
    texts.add(
        Stream.of(text.strip().split("\\s+"))
            .filter(token -> LETTER.matcher(token).find() && !SYSTEMS.matcher(token).find())
            .collect(Collectors.joining(" ")));
  }
}
