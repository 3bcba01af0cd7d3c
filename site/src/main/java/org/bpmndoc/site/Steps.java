package org.bpmndoc.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowContent.SequenceFlow;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.FlowOrder;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;

/// What a process or sub-process is made of, in the order in which a reader would tell it.
final class Steps {

  /// Where they stand on a page.
  static final String ANCHOR = "flow";

  static final String TITLE = "Steps in flow order";

  /// One node of the flow. `element` is its id in the diagram, `kind` its type, empty where the
  /// name is made of that; `href` is empty where it has no page. `isAttached` marks an event at the
  /// border of the step before it.
  record Step(
      String element,
      String name,
      String kind,
      String icon,
      String href,
      boolean isAttached,
      Excerpt<Way> ways) {}

  /// A way on from a step. `condition` is what is written at it, else the condition itself, else
  /// empty.
  record Way(String condition, String target) {}

  private static final int WAYS_MAX = 50;
  private static final String OTHERWISE = "otherwise";

  private final SiteMap map;
  private final SubjectId subject;
  private final Map<String, FlowNode> nodes;
  private final Map<String, List<SequenceFlow>> ways;

  private Steps(SiteMap map, SubjectId subject, FlowContent content) {
    this.map = map;
    this.subject = subject;
    this.nodes =
        content.nodes().stream()
            .collect(Collectors.toMap(FlowNode::id, Function.identity(), (first, _) -> first));
    this.ways = content.flows().stream().collect(Collectors.groupingBy(SequenceFlow::source));
  }

  /// None for a subject that has no flow of its own.
  static List<Step> of(SiteMap map, Subject subject) {
    return switch (subject) {
      case Subject.TaskSubject _, Subject.CallSubject _, Subject.DecisionSubject _ -> List.of();
      case Subject.ProcessSubject _, Subject.SubProcessSubject _ ->
          of(map, subject.id(), SiteMap.content(subject));
    };
  }

  private static List<Step> of(SiteMap map, SubjectId subject, FlowContent content) {
    Steps steps = new Steps(map, subject, content);
    return FlowOrder.of(content).stream().map(steps::step).toList();
  }

  private Step step(FlowNode node) {
    String type = Words.type(node);
    return new Step(
        node.id(),
        name(node),
        node.element().name().isBlank() ? "" : type,
        Words.icon(type),
        page(node).orElse(""),
        node instanceof FlowNode.Event event && event.attachedTo().isPresent(),
        ways(node));
  }

  /// Where there is neither a name nor a page, an id says nothing: its place tells it from others.
  private String name(FlowNode node) {
    return node.element().name().isBlank() && page(node).isEmpty()
        ? Words.capitalized(Words.type(node))
        : Words.name(node);
  }

  private Optional<String> page(FlowNode node) {
    return map.at(subject, node.id()).map(map::page);
  }

  /// Where there is only one way on, it is told only if something is written at it.
  private Excerpt<Way> ways(FlowNode node) {
    List<SequenceFlow> on =
        node.id().isEmpty() ? List.of() : ways.getOrDefault(node.id(), List.of());
    boolean parts = node instanceof FlowNode.Gateway && on.size() > 1;
    return Excerpt.of(
        on.stream()
            .map(flow -> new Way(condition(flow), target(flow)))
            .filter(way -> parts || !way.condition().isEmpty())
            .toList(),
        WAYS_MAX,
        "");
  }

  private static String condition(SequenceFlow flow) {
    return flow.element().name().isBlank()
        ? flow.condition().orElse(flow.isDefault() ? OTHERWISE : "")
        : flow.element().name();
  }

  private String target(SequenceFlow flow) {
    FlowNode target = nodes.get(flow.target());
    return target == null ? flow.target() : name(target);
  }
}
