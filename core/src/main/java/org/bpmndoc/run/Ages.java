package org.bpmndoc.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.document.Age;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.SubjectId;

/// How old the stored documents are, told from the leaves up. A document that was written with a
/// gap is not old for that: nobody knows more of the part that is missing.
final class Ages {

  private final Standing standing;
  private final Map<SubjectId, Assignment> assignments;
  private final Set<SubjectId> behind;
  private final Map<SubjectId, Age> ages = new HashMap<>();

  private Ages(Standing standing, Map<SubjectId, Assignment> assignments, Set<SubjectId> behind) {
    this.standing = standing;
    this.assignments = assignments;
    this.behind = behind;
  }

  /// Of each subject with a document. `behind` are those of which some child is another now than
  /// was seen of it.
  static Map<SubjectId, Age> of(
      Standing standing, Map<SubjectId, Assignment> assignments, Set<SubjectId> behind) {
    Ages ages = new Ages(standing, assignments, behind);
    for (SubjectId subject : standing.graph().childrenFirst()) {
      Assignment written = assignments.get(subject);
      if (written != null) {
        ages.ages.put(subject, ages.age(subject, written));
      }
    }
    return ages.ages;
  }

  private Age age(SubjectId subject, Assignment written) {
    if (written.fingerprint().equals(standing.current().get(subject))) {
      return Age.CURRENT;
    }
    if (!standing.isUnchanged(subject, written)) {
      return Age.MODEL_CHANGED;
    }
    boolean asSeen = written.lineage().children().stream().allMatch(this::isAsSeen);
    return asSeen && !behind.contains(subject) ? Age.CURRENT : Age.PARTS_CHANGED;
  }

  private boolean isAsSeen(Lineage.Seen seen) {
    return switch (seen.fidelity()) {
      case FULL, SUMMARY -> ages.get(seen.child()) == Age.CURRENT;
      case OUTLINE, MISSING -> true;
    };
  }
}
