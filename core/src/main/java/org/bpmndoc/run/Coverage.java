package org.bpmndoc.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.document.Age;
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

    /// The document with its own texts in it.
    record Written(Document document, Lineage lineage, Age age) implements Stored {
      boolean isCurrent() {
        return age == Age.CURRENT;
      }
    }

    record Missing() implements Stored {}

    /// There was no acceptable answer; `reason` is for people.
    record Failed(String reason) implements Stored {}

    /// Nobody asked, because `child` has no document.
    record Blocked(SubjectId child) implements Stored {}
  }

  /// `ended` is what became of subjects in the newest run: one that failed there has no document,
  /// whatever was written of it before. `behind` are those of which some child is another now than
  /// was seen of it.
  public static Coverage of(
      Standing standing,
      DocumentStore documents,
      Map<SubjectId, RunState.SubjectState> ended,
      Set<SubjectId> behind) {
    Map<SubjectId, Assignment> assignments = documents.assignments();
    Map<SubjectId, Age> ages = Ages.of(standing, assignments, behind);
    Map<SubjectId, Stored> stored = new LinkedHashMap<>();
    for (SubjectId subject : standing.graph().nodes()) {
      stored.put(
          subject,
          switch (ended.get(subject)) {
            case RunState.SubjectState.Failed failed -> new Stored.Failed(failed.reason());
            case RunState.SubjectState.Blocked blocked -> new Stored.Blocked(blocked.child());
            case RunState.SubjectState.Documented _ ->
                stored(documents, assignments.get(subject), ages.get(subject));
            case null -> stored(documents, assignments.get(subject), ages.get(subject));
          });
    }
    return new Coverage(stored);
  }

  private static Stored stored(
      DocumentStore documents, @Nullable Assignment assignment, @Nullable Age age) {
    if (assignment == null || age == null) {
      return new Stored.Missing();
    }
    return documents
        .find(assignment.fingerprint())
        .map(assignment.lineage().pseudonyms()::restore)
        .<Stored>map(document -> new Stored.Written(document, assignment.lineage(), age))
        .orElseGet(Stored.Missing::new);
  }

  /// How many have a document.
  public long documented() {
    return count(Stored.Written.class);
  }

  /// How many have one that is what would be written now.
  public long current() {
    return subjects.values().stream()
        .filter(one -> one instanceof Stored.Written written && written.isCurrent())
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
