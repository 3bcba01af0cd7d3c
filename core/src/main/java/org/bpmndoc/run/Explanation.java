package org.bpmndoc.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Rendering;

/// Why a subject is written again, or is not. `written` is its document, whatever has become of it,
/// and `history` what came of it in every run whose journal is there, the oldest first.
public record Explanation(
    SubjectId subject,
    State state,
    String reason,
    List<Cause> causes,
    Optional<Written> written,
    List<Mention> history) {

  public Explanation {
    causes = List.copyOf(causes);
    history = List.copyOf(history);
  }

  /// How a subject stands.
  public enum State {
    /// Its document answers the very request that would be sent now.
    DOCUMENTED,
    /// It has a document, but its request would be another now, or cannot be told yet.
    STALE,
    /// There was no acceptable answer when it was last tried.
    FAILED,
    /// A child had no document when it was last come to.
    BLOCKED,
    /// It was never written.
    NEW,
    /// It was written once and is no longer in the landscape.
    GONE
  }

  /// Its document. `requestKept` says whether what was sent for it is there to compare.
  public record Written(
      Document document, String run, List<ChildThen> children, boolean requestKept) {
    public Written {
      children = List.copyOf(children);
    }

    /// How many findings there are of each grade.
    public Map<Finding.Grade, Integer> findings() {
      Map<Finding.Grade, Integer> counts = new EnumMap<>(Finding.Grade.class);
      for (Finding.Grade grade : Finding.Grade.values()) {
        counts.put(grade, 0);
      }
      document.findings().forEach(finding -> counts.merge(finding.grade(), 1, Integer::sum));
      return counts;
    }
  }

  /// A child as its parent saw it, and as it would see it now; empty where it is no child any more,
  /// or nobody can tell.
  public record ChildThen(Lineage.Seen seen, Optional<Lineage.Seen> now) {

    /// Whether that is still what there is.
    public boolean still() {
      return now.filter(seenNow -> Causes.isSame(seen, seenNow)).isPresent();
    }
  }

  /// What is known of a subject. `then` is its document, if it has one; `now` what would be sent,
  /// empty where it is no longer in the landscape; `toWrite` are the children that would be written
  /// before. `answered` says whether an answer to what would be sent now is stored.
  record Known(
      SubjectId subject,
      Optional<Causes.Then> then,
      Optional<Rendering> now,
      String language,
      Set<SubjectId> toWrite,
      boolean answered,
      List<Mention> history) {}

  static Explanation of(Known known) {
    List<Cause> causes =
        known
            .now()
            .flatMap(now ->
                known.then().map(then -> Causes.of(then, now, known.language(), known.toWrite())))
            .orElse(List.of());
    State state = state(known, causes);
    return new Explanation(
        known.subject(),
        state,
        reason(known, state, causes),
        causes,
        known.then().map(then -> written(then, known.now())),
        known.history());
  }

  private static State state(Known known, List<Cause> causes) {
    if (known.now().isEmpty()) {
      return State.GONE;
    }
    if (known.then().isPresent() && causes.isEmpty()) {
      return State.DOCUMENTED;
    }
    Optional<Mention> last = last(known);
    if (last.isPresent() && last.get().what() == Mention.What.FAILED) {
      return State.FAILED;
    }
    if (last.isPresent() && last.get().what() == Mention.What.BLOCKED) {
      return State.BLOCKED;
    }
    return known.then().isPresent() ? State.STALE : State.NEW;
  }

  private static Optional<Mention> last(Known known) {
    return known.history().isEmpty() ? Optional.empty() : Optional.of(known.history().getLast());
  }

  private static String reason(Known known, State state, List<Cause> causes) {
    return switch (state) {
      case DOCUMENTED -> "up to date: its request would be the same now";
      case STALE -> sentence(causes) + ifAnswered(known);
      case FAILED, BLOCKED -> last(known).map(Mention::reason).orElseThrow() + ifAnswered(known);
      case NEW -> {
        if (known.answered()) {
          yield "not written for itself yet: a document that answers the same request is stored,"
              + " and the next run takes it";
        }
        yield known.toWrite().isEmpty()
            ? "never written"
            : "never written; first comes its child "
                + known.toWrite().iterator().next()
                + more(known.toWrite().size());
      }
      case GONE -> "no longer in the landscape";
    };
  }

  private static String sentence(List<Cause> causes) {
    return causes.getFirst().toText() + more(causes.size());
  }

  private static String more(int all) {
    return all == 1 ? "" : " (and " + (all - 1) + " more)";
  }

  private static String ifAnswered(Known known) {
    return known.answered()
        ? "; a document that answers the new request is stored, and nothing is sent for it"
        : "";
  }

  private static Written written(Causes.Then then, Optional<Rendering> now) {
    Assignment assignment = then.assignment();
    Map<SubjectId, Lineage.Seen> seenNow =
        now.map(request -> Causes.byChild(request.lineage())).orElse(Map.of());
    return new Written(
        assignment.lineage().pseudonyms().restore(then.document()),
        assignment.run(),
        assignment.lineage().children().stream()
            .map(seen -> new ChildThen(seen, Optional.ofNullable(seenNow.get(seen.child()))))
            .toList(),
        then.sent().isPresent());
  }
}
