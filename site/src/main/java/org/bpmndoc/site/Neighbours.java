package org.bpmndoc.site;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.site.SiteMap.Caller;

/// What a reader comes from and goes on to: the subjects before and after this one, in flow order,
/// in what it stands in, and that itself.
record Neighbours(Optional<Entry> previous, Optional<Entry> up, Optional<Entry> next) {

  static final Neighbours NONE =
      new Neighbours(Optional.empty(), Optional.empty(), Optional.empty());

  static Neighbours of(SiteMap map, Subject subject) {
    return container(map, subject)
        .map(container -> within(map, container, subject.id()))
        .orElse(NONE);
  }

  /// A process or decision that is led to from one place is read there; from several, nowhere.
  private static Optional<SubjectId> container(SiteMap map, Subject subject) {
    if (!SiteMap.isShared(subject)) {
      return subject.parent();
    }
    List<Caller> callers = map.callers(subject.id());
    return callers.size() == 1 && callers.getFirst().followed()
        ? Optional.of(callers.getFirst().container())
        : Optional.empty();
  }

  private static Neighbours within(SiteMap map, SubjectId container, SubjectId subject) {
    List<SubjectId> parts =
        map.landscape().parts(container).stream().map(Landscape.Part::subject).toList();
    int at = parts.indexOf(subject);
    return new Neighbours(
        at > 0 ? Optional.of(map.entry(parts.get(at - 1))) : Optional.empty(),
        Optional.of(map.entry(container)),
        at >= 0 && at + 1 < parts.size()
            ? Optional.of(map.entry(parts.get(at + 1)))
            : Optional.empty());
  }

  boolean isEmpty() {
    return previous.isEmpty() && up.isEmpty() && next.isEmpty();
  }
}
