package org.bpmndoc.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Aliases;

/// Where everything is on the site, and how subjects lead to each other.
final class SiteMap {

  /// How far up the containers of a subject are shown; models can be nested without any end.
  private static final int CONTAINERS_MAX = 12;

  private final SiteInput input;
  private final Format format;
  private final Frame frame;
  private final Map<SubjectId, List<Caller>> callers = new HashMap<>();
  private final Map<SubjectId, Map<String, SubjectId>> byElement = new HashMap<>();

  /// What leads to a process or a decision: a call activity, a task that asks, a decision that
  /// requires. Where it stands, its id there, and whether it is followed.
  record Caller(SubjectId container, String elementId, boolean followed) {}

  SiteMap(SiteInput input, Format format) {
    this.input = input;
    this.format = format;
    this.frame = Frame.of(input);
    landscape().parts().forEach((container, parts) -> parts.forEach(part -> add(container, part)));
  }

  private void add(SubjectId container, Landscape.Part part) {
    byElement
        .computeIfAbsent(container, id -> new HashMap<>())
        .putIfAbsent(part.elementId(), part.subject());
    if (isShared(landscape().subject(part.subject()))) {
      callers
          .computeIfAbsent(part.subject(), id -> new ArrayList<>())
          .add(new Caller(container, part.elementId(), part.followed()));
    }
  }

  /// Whether a subject stands in no other, and is led to from anywhere.
  static boolean isShared(Subject subject) {
    return switch (subject) {
      case Subject.ProcessSubject _, Subject.DecisionSubject _ -> true;
      case Subject.SubProcessSubject _, Subject.TaskSubject _, Subject.CallSubject _ -> false;
    };
  }

  SiteInput input() {
    return input;
  }

  Landscape landscape() {
    return input.landscape();
  }

  Format format() {
    return format;
  }

  Frame frame() {
    return frame;
  }

  String page(SubjectId subject) {
    return format.page(subject);
  }

  static String diagram(Definitions file) {
    return "diagrams/" + FileNames.of(file.file(), file.file()) + ".js";
  }

  /// The parts that were missing when a document was written. A part that closes a recursion is not
  /// among them: it was left out on purpose.
  List<Lineage.Seen> gaps(SubjectId id) {
    if (!(input.state(id) instanceof SubjectState.Documented written)) {
      return List.of();
    }
    Set<SubjectId> recursion =
        landscape().parts(id).stream()
            .filter(part -> !part.followed())
            .map(Landscape.Part::subject)
            .collect(Collectors.toSet());
    return written.lineage().children().stream()
        .filter(seen -> seen.fidelity() == Lineage.Fidelity.MISSING)
        .filter(seen -> !recursion.contains(seen.child()))
        .toList();
  }

  Entry entry(SubjectId id) {
    Subject subject = landscape().subject(id);
    return new Entry(
        Words.name(subject),
        Words.type(subject),
        page(id),
        Entry.Standing.of(this, id),
        Words.firstSentence(Wording.of(this, id, new Aliases(Map.of())).summary()));
  }

  /// What leads to a process or a decision, also where it is not followed.
  List<Caller> callers(SubjectId shared) {
    return callers.getOrDefault(shared, List.of());
  }

  /// The distinct processes and decisions that lead to a process or a decision.
  List<SubjectId> callingSubjects(SubjectId shared) {
    return callers(shared).stream()
        .map(caller -> containers(caller.container()))
        .map(List::getFirst)
        .distinct()
        .toList();
  }

  /// The process a subject stands in, the sub-processes in it, and the subject itself: outermost
  /// first, the middle left out where there are too many.
  List<SubjectId> containers(SubjectId subject) {
    Deque<SubjectId> path = new ArrayDeque<>();
    for (Optional<SubjectId> at = Optional.of(subject); at.isPresent(); ) {
      path.addFirst(at.get());
      at = landscape().subject(at.get()).parent();
    }
    List<SubjectId> all = new ArrayList<>(path);
    if (all.size() > CONTAINERS_MAX) {
      all.subList(1, all.size() - CONTAINERS_MAX + 1).clear();
    }
    return all;
  }

  /// The subject that documents an element of a process or sub-process; for a call, the process it
  /// leads to.
  Optional<SubjectId> at(SubjectId container, String elementId) {
    return Optional.ofNullable(byElement.getOrDefault(container, Map.of()).get(elementId));
  }

  /// The name of what leads away from a process or sub-process; a decision leads away itself.
  String nodeName(SubjectId container, String elementId) {
    Subject subject = landscape().subject(container);
    return content(subject).nodes().stream()
        .filter(node -> node.id().equals(elementId))
        .findFirst()
        .map(node -> Words.name(node))
        .orElseGet(
            () -> subject instanceof Subject.DecisionSubject ? Words.name(subject) : elementId);
  }

  /// What a process or sub-process contains; of a leaf, what it stands in.
  static FlowContent content(Subject subject) {
    return switch (subject) {
      case Subject.ProcessSubject process -> process.home().content();
      case Subject.SubProcessSubject sub -> sub.node().content();
      case Subject.TaskSubject task -> task.container();
      case Subject.CallSubject call -> call.container();
      case Subject.DecisionSubject _ -> FlowContent.EMPTY;
    };
  }
}
