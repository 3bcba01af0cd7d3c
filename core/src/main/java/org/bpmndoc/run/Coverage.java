package org.bpmndoc.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.SubjectId;
import org.jspecify.annotations.Nullable;

/// What there is of each subject of a landscape, in its order.
public record Coverage(Map<SubjectId, Stored> subjects) {

  public Coverage {
    subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
  }

  /// What there is of one subject.
  public sealed interface Stored {

    /// The document with its own texts in it. `current` is false where the model or a child has
    /// changed since it was written.
    record Written(Document document, Lineage lineage, boolean current) implements Stored {}

    record Missing() implements Stored {}

    /// There was no acceptable answer; `reason` is for people.
    record Failed(String reason) implements Stored {}

    /// Nobody asked, because `child` has no document.
    record Blocked(SubjectId child) implements Stored {}
  }

  /// `ended` is what became of subjects in the newest run: one that failed there has no document,
  /// whatever was written of it before.
  public static Coverage of(
      Collection<SubjectId> subjects,
      Standing standing,
      DocumentStore documents,
      Map<SubjectId, RunState.SubjectState> ended) {
    Map<SubjectId, Assignment> assignments = documents.assignments();
    Map<SubjectId, Stored> stored = new LinkedHashMap<>();
    for (SubjectId subject : subjects) {
      stored.put(
          subject,
          switch (ended.get(subject)) {
            case RunState.SubjectState.Failed failed -> new Stored.Failed(failed.reason());
            case RunState.SubjectState.Blocked blocked -> new Stored.Blocked(blocked.child());
            case RunState.SubjectState.Documented _ ->
                stored(subject, standing, documents, assignments.get(subject));
            case null -> stored(subject, standing, documents, assignments.get(subject));
          });
    }
    return new Coverage(stored);
  }

  private static Stored stored(
      SubjectId subject,
      Standing standing,
      DocumentStore documents,
      @Nullable Assignment assignment) {
    if (assignment == null) {
      return new Stored.Missing();
    }
    boolean current = assignment.fingerprint().equals(standing.current().get(subject));
    Optional<Document> document =
        current
            ? standing.document(subject)
            : documents
                .find(assignment.fingerprint())
                .map(assignment.lineage().pseudonyms()::restore);
    return document.isEmpty()
        ? new Stored.Missing()
        : new Stored.Written(document.get(), assignment.lineage(), current);
  }

  /// How many have a document.
  public long documented() {
    return count(Stored.Written.class);
  }

  /// How many have one that is what would be written now.
  public long current() {
    return subjects.values().stream()
        .filter(one -> one instanceof Stored.Written written && written.current())
        .count();
  }

  public long stale() {
    return documented() - current();
  }

  public long count(Class<? extends Stored> kind) {
    return subjects.values().stream().filter(kind::isInstance).count();
  }

  /// How many of 100 subjects have a document. Rounded down: 100 means all.
  public BigDecimal coveragePercent() {
    return percent(documented(), subjects.size());
  }

  /// How many of 100 documents are current. Rounded down; 0 where there are none.
  public BigDecimal freshnessPercent() {
    return percent(current(), documented());
  }

  private static BigDecimal percent(long part, long whole) {
    return whole == 0
        ? BigDecimal.ZERO.setScale(1)
        : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN);
  }
}
