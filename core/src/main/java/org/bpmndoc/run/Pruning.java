package org.bpmndoc.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.landscape.SubjectId;

/// What can go from a document store: what subjects that are gone had, and documents that nothing
/// refers to any more. `kept` are subjects that are not in this landscape and may be in another one
/// that has the same state.
public record Pruning(List<SubjectId> subjects, List<Fingerprint> documents, List<SubjectId> kept) {

  public Pruning {
    subjects = List.copyOf(subjects);
    documents = List.copyOf(documents);
    kept = List.copyOf(kept);
  }

  /// A store as it is, and the journals beside it, the newest last.
  public record Contents(
      Collection<Fingerprint> documents,
      Map<SubjectId, Assignment> assignments,
      List<Holdings> runs) {}

  /// How much is kept. `history` keeps what any journal mentions; `own` is whether no other
  /// landscape can have this state.
  public record Terms(boolean history, boolean own) {}

  /// `present` are the subjects of the landscape and those nothing can be told of. What a run that
  /// is not over mentions stays, and what the newest gave to subjects that are there. Where the
  /// state may be shared, a run is this landscape's if it has a subject in common with it, or with
  /// another run that is; what the others mention stays.
  public static Pruning of(Contents contents, Collection<SubjectId> present, Terms terms) {
    Set<SubjectId> there = Set.copyOf(present);
    Set<SubjectId> ours = new HashSet<>(there);
    List<Holdings> foreign = terms.own() ? List.of() : foreign(contents.runs(), ours);
    List<SubjectId> gone = new ArrayList<>();
    List<SubjectId> kept = new ArrayList<>();
    Set<Fingerprint> needed = new HashSet<>();
    contents
        .assignments()
        .forEach((subject, assignment) -> {
          if (!there.contains(subject) && (terms.own() || ours.contains(subject))) {
            gone.add(subject);
          } else {
            needed.add(assignment.fingerprint());
            if (!there.contains(subject)) {
              kept.add(subject);
            }
          }
        });
    for (Holdings run : contents.runs()) {
      if (terms.history() || !run.over() || foreign.contains(run)) {
        needed.addAll(run.all());
      }
    }
    if (!contents.runs().isEmpty()) {
      contents
          .runs()
          .getLast()
          .documents()
          .forEach((subject, document) -> {
            if (there.contains(subject)) {
              needed.add(document);
            }
          });
    }
    return new Pruning(
        gone,
        contents.documents().stream().filter(one -> !needed.contains(one)).sorted().toList(),
        kept);
  }

  /// The runs that have nothing to do with these subjects, which become all that are connected.
  private static List<Holdings> foreign(List<Holdings> runs, Set<SubjectId> ours) {
    Deque<Holdings> open = new ArrayDeque<>(runs);
    boolean found = true;
    while (found) {
      found = false;
      for (int left = open.size(); left > 0; left--) {
        Holdings run = open.removeFirst();
        if (run.subjects().stream().anyMatch(ours::contains)) {
          ours.addAll(run.subjects());
          found = true;
        } else {
          open.addLast(run);
        }
      }
    }
    return List.copyOf(open);
  }

  public boolean isNothing() {
    return subjects.isEmpty() && documents.isEmpty();
  }
}
