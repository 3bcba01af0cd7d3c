package org.bpmndoc.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState.BatchState;

/// Finds out whether a batch exists whose creation got no clear answer, by looking through the
/// provider's list for one that could be it.
///
/// A batch says no more about itself than when it was created and how many requests it holds;
/// whether it is ours, only the custom ids in its results prove, once it has ended. So one that has
/// not ended is taken for ours only when the list has had its time to show all there are and it is
/// the only one that could be.
final class OrphanSearch {

  /// How far ahead this machine's clock may be, a wrong time zone included: a batch is not missed
  /// for seeming too old.
  private static final Duration CLOCK_SKEW = Duration.ofHours(24);

  private final BatchApi api;
  private final RunLog log;
  private final Duration listDelay;
  private final InstantSource clock;
  private final Map<Integer, Instant> doubtSince = new HashMap<>();
  private final Set<Integer> onlyTheEndTells = new HashSet<>();
  private final Set<String> foreign = new HashSet<>();

  sealed interface Answer {
    record Found(String providerId) implements Answer {}

    /// Searched for after the list had its time to show it.
    record NotThere() implements Answer {}

    record NotKnownYet() implements Answer {}
  }

  OrphanSearch(BatchApi api, RunLog log, Duration listDelay, InstantSource clock) {
    this.api = api;
    this.log = log;
    this.listDelay = listDelay;
    this.clock = clock;
  }

  /// From when on the creation cannot be under way any more.
  void suspect(int batchNumber, Instant since) {
    doubtSince.put(batchNumber, since);
  }

  Answer search(BatchState batch) throws ProviderException {
    Instant asked = clock.instant();
    Instant since = doubtSince.computeIfAbsent(batch.number(), _ -> asked);
    List<BatchSnapshot> running = new ArrayList<>();
    for (BatchSnapshot candidate : candidates(batch)) {
      if (!candidate.ended()) {
        running.add(candidate);
      } else if (isOurs(candidate, batch)) {
        return new Answer.Found(candidate.id());
      } else {
        foreign.add(candidate.id());
      }
    }
    if (asked.isBefore(since.plus(listDelay))) {
      return new Answer.NotKnownYet();
    }
    return switch (running.size()) {
      case 0 -> new Answer.NotThere();
      case 1 -> new Answer.Found(running.getFirst().id());
      default -> {
        onlyTheEndTells.add(batch.number());
        yield new Answer.NotKnownYet();
      }
    };
  }

  /// Whether a search will tell more soon, and not only when one of several batches has ended.
  boolean isWorthwhile(BatchState batch) {
    return !onlyTheEndTells.contains(batch.number());
  }

  private List<BatchSnapshot> candidates(BatchState batch) throws ProviderException {
    Set<String> known = new HashSet<>(foreign);
    known.addAll(log.state().foreignBatches());
    log.state().batches().forEach(one -> one.providerId().ifPresent(known::add));
    Instant earliest = batch.intendedAt().minus(CLOCK_SKEW);
    List<BatchSnapshot> candidates = new ArrayList<>();
    Optional<String> after = Optional.empty();
    while (true) {
      List<BatchSnapshot> page = api.list(after);
      for (BatchSnapshot snapshot : page) {
        if (snapshot.createdAt().isBefore(earliest)) {
          return candidates;
        }
        if (snapshot.requests() == batch.attempts().size() && !known.contains(snapshot.id())) {
          candidates.add(snapshot);
        }
      }
      if (page.isEmpty()) {
        return candidates;
      }
      after = Optional.of(page.getLast().id());
    }
  }

  private boolean isOurs(BatchSnapshot candidate, BatchState batch) throws ProviderException {
    Set<String> ids = new HashSet<>();
    for (Entry.Attempt attempt : batch.attempts()) {
      ids.add(attempt.id().value());
    }
    boolean[] seen = {false};
    int _ =
        api.results(candidate.id(), result -> seen[0] = seen[0] || ids.contains(result.customId()));
    return seen[0];
  }
}
