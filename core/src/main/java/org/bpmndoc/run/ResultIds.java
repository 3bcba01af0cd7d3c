package org.bpmndoc.run;

import java.util.HashSet;
import java.util.Set;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState.BatchState;

/// The custom ids in the results of a batch that is taken for one of this run's, which tell whether
/// it is. A download may have ended early, and a line may be anybody's.
final class ResultIds {

  private final Set<String> sent = new HashSet<>();
  private final Set<String> ours = new HashSet<>();
  private final Set<String> others = new HashSet<>();

  ResultIds(BatchState batch) {
    for (Entry.Attempt attempt : batch.attempts()) {
      sent.add(attempt.id().value());
    }
  }

  /// Whether this one was sent in the batch.
  boolean add(String customId) {
    boolean isOurs = sent.contains(customId);
    (isOurs ? ours : others).add(customId);
    return isOurs;
  }

  boolean anyOurs() {
    return !ours.isEmpty();
  }

  /// As many others as the batch has requests: there is no room left for ours.
  boolean allForeign() {
    return ours.isEmpty() && others.size() >= sent.size();
  }
}
