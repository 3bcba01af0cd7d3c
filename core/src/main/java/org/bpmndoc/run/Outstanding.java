package org.bpmndoc.run;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.landscape.SubjectId;

/// What the next run has to do, as far as can be told before it.
///
/// `added` never had a document. `changed` are written again for certain: what would be said of the
/// subjects themselves is another than it was, or their children are written as they stay.
/// `doubtful` are above something that is written, and are written again only where what they are
/// shown of it changes. `gone` have a document and are no longer in the landscape. In the order of
/// the graph, `gone` sorted.
public record Outstanding(
    Set<SubjectId> upToDate,
    Set<SubjectId> added,
    Set<SubjectId> changed,
    Set<SubjectId> doubtful,
    Set<SubjectId> gone) {

  public Outstanding {
    upToDate = kept(upToDate);
    added = kept(added);
    changed = kept(changed);
    doubtful = kept(doubtful);
    gone = kept(gone);
  }

  private static Set<SubjectId> kept(Set<SubjectId> subjects) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(subjects));
  }

  /// `before` is what subjects had, those that are gone too; `landscape` are all there are.
  public static Outstanding of(
      Standing standing, Map<SubjectId, Assignment> before, Set<SubjectId> landscape) {
    Set<SubjectId> upToDate = new LinkedHashSet<>();
    Set<SubjectId> added = new LinkedHashSet<>();
    Set<SubjectId> changed = new LinkedHashSet<>();
    Set<SubjectId> doubtful = new LinkedHashSet<>();
    Set<SubjectId> told = Set.copyOf(standing.next());
    for (SubjectId subject : standing.graph().nodes()) {
      Assignment had = before.get(subject);
      if (!standing.isPending(subject)) {
        upToDate.add(subject);
      } else if (had == null) {
        added.add(subject);
      } else if (told.contains(subject) || !standing.isUnchanged(subject, had)) {
        changed.add(subject);
      } else {
        doubtful.add(subject);
      }
    }
    Set<SubjectId> gone = new TreeSet<>(before.keySet());
    gone.removeAll(landscape);
    return new Outstanding(upToDate, added, changed, doubtful, gone);
  }
}
