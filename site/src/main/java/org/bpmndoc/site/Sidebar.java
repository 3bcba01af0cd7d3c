package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.site.Layout.More;
import org.bpmndoc.site.Layout.NavGroup;
import org.bpmndoc.site.Layout.NavItem;

/// The sidebar of a page: what is above the subject, beside it and below it. Never the whole
/// landscape, and of each list only what is near.
final class Sidebar {

  private static final int NEAR_MAX = 40;
  private static final int CALLERS_MAX = 12;

  private final SiteMap map;
  private final List<SubjectId> roots;

  Sidebar(SiteMap map) {
    this.map = map;
    this.roots = map.landscape().callGraph().roots();
  }

  /// Without a subject: where reading starts.
  List<NavGroup> ofSite() {
    return List.of(roots(true));
  }

  List<NavGroup> of(SubjectId subject) {
    List<NavGroup> groups = new ArrayList<>();
    List<SubjectId> containers = map.containers(subject);
    boolean isDecision = map.landscape().subject(subject) instanceof Subject.DecisionSubject;
    List<SubjectId> callers = map.callingSubjects(containers.getFirst());
    if (!callers.isEmpty()) {
      groups.add(
          new NavGroup(
              isDecision ? "Asked by" : "Called by",
              true,
              callers.stream().limit(CALLERS_MAX).map(id -> item(id, false)).toList(),
              new More(
                  Math.max(0, callers.size() - CALLERS_MAX),
                  map.page(containers.getFirst()) + "#callers")));
    }
    groups.add(
        new NavGroup(
            isDecision ? "This decision" : "In this process",
            true,
            List.of(down(containers, 0, subject)),
            More.NONE));
    groups.add(roots(false));
    return groups;
  }

  private NavGroup roots(boolean open) {
    return new NavGroup(
        open ? "Where processes start" : "Elsewhere",
        open,
        roots.stream().limit(NEAR_MAX).map(id -> item(id, false)).toList(),
        new More(Math.max(0, roots.size() - NEAR_MAX), map.format().processes(0)));
  }

  /// The containers one inside the other; around the subject also its siblings, below it its parts.
  private NavItem down(List<SubjectId> containers, int depth, SubjectId subject) {
    SubjectId at = containers.get(depth);
    boolean current = at.equals(subject);
    if (!current && depth + 2 < containers.size()) {
      return new NavItem(
          map.entry(at), false, List.of(down(containers, depth + 1, subject)), More.NONE);
    }
    List<SubjectId> parts =
        map.landscape().parts(at).stream().map(Landscape.Part::subject).distinct().toList();
    int from =
        current
            ? 0
            : Math.clamp(
                parts.indexOf(subject) - NEAR_MAX / 2, 0, Math.max(0, parts.size() - NEAR_MAX));
    List<NavItem> items =
        parts.stream()
            .skip(from)
            .limit(NEAR_MAX)
            .map(id ->
                id.equals(subject) && !current
                    ? down(containers, depth + 1, subject)
                    : item(id, current && id.equals(subject)))
            .toList();
    return new NavItem(
        map.entry(at),
        current,
        items,
        new More(parts.size() - items.size(), map.page(at) + "#parts"));
  }

  private NavItem item(SubjectId id, boolean current) {
    return new NavItem(map.entry(id), current, List.of(), More.NONE);
  }
}
