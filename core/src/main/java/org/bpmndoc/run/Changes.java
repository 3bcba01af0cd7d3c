package org.bpmndoc.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.FieldChange;
import org.bpmndoc.document.FieldChanges;
import org.bpmndoc.landscape.SubjectId;

/// What has become of the documents of a landscape since some time before: the subjects whose
/// document is another, in their order.
public record Changes(List<Change> all) {

  public Changes {
    all = List.copyOf(all);
  }

  /// One subject, and what became of its document.
  public record Change(SubjectId subject, What what) {}

  public sealed interface What {

    /// It has a document and had none.
    record Added(Version now) implements What {}

    /// It is no longer in the landscape.
    record Gone(Version before) implements What {}

    record Changed(Version before, Version now, List<FieldChange> fields) implements What {
      public Changed {
        fields = List.copyOf(fields);
      }
    }

    /// Written again, in the same words.
    record Renewed(Version before, Version now) implements What {}

    /// Written again; what it said before is not kept.
    record Replaced(Version before, Version now) implements What {}
  }

  /// `before` and `now` are the documents of all subjects at both times, `landscape` the subjects
  /// that there are.
  public static Changes between(
      Map<SubjectId, Version> before,
      Map<SubjectId, Version> now,
      Set<SubjectId> landscape,
      DocumentStore documents) {
    Set<SubjectId> subjects = new TreeSet<>(before.keySet());
    subjects.addAll(now.keySet());
    List<Change> all = new ArrayList<>();
    for (SubjectId subject : subjects) {
      Optional<Version> then = Optional.ofNullable(before.get(subject));
      Optional<Version> there =
          Optional.ofNullable(now.get(subject)).filter(_ -> landscape.contains(subject));
      what(then, there, documents).ifPresent(what -> all.add(new Change(subject, what)));
    }
    return new Changes(all);
  }

  private static Optional<What> what(
      Optional<Version> before, Optional<Version> now, DocumentStore documents) {
    if (before.isPresent() && now.isPresent()) {
      return changed(before.get(), now.get(), documents);
    }
    return before.<What>map(What.Gone::new).or(() -> now.map(What.Added::new));
  }

  private static Optional<What> changed(Version before, Version now, DocumentStore documents) {
    boolean same =
        before.fingerprint().equals(now.fingerprint())
            && !now.writtenAt().isAfter(before.writtenAt());
    Optional<Document> then = before.in(documents);
    Optional<Document> there = now.in(documents);
    if (then.isEmpty() || there.isEmpty()) {
      return same ? Optional.empty() : Optional.of(new What.Replaced(before, now));
    }
    List<FieldChange> fields = FieldChanges.of(then.get().content(), there.get().content());
    if (!fields.isEmpty()) {
      return Optional.of(new What.Changed(before, now, fields));
    }
    return same ? Optional.empty() : Optional.of(new What.Renewed(before, now));
  }
}
