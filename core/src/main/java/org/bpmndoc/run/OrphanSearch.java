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
  private final Map<Integer, Set<String>> foreign = new HashMap<>();
  private final Map<String, Integer> reads = new HashMap<>();

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
    List<BatchSnapshot> possible = new ArrayList<>();
    for (BatchSnapshot candidate : candidates(batch, log.state().foreignBatches())) {
      switch (whose(candidate, batch)) {
        case OURS -> {
          return new Answer.Found(candidate.id());
        }
        case FOREIGN -> foreignTo(batch).add(candidate.id());
        case UNTOLD -> possible.add(candidate);
      }
    }
    if (asked.isBefore(since.plus(listDelay))) {
      return new Answer.NotKnownYet();
    }
    return switch (possible.size()) {
      case 0 -> new Answer.NotThere();
      case 1 -> new Answer.Found(possible.getFirst().id());
      default -> {
        onlyTheEndTells.add(batch.number());
        yield new Answer.NotKnownYet();
      }
    };
  }

  /// Looks once more for a batch that was given up. Only one that has ended and proves to be ours
  /// is it: before that it could be anybody's. One that was disowned was not the batch it was taken
  /// for, and may be this one.
  Optional<String> searchAgain(BatchState lost) throws ProviderException {
    for (BatchSnapshot candidate : candidates(lost, Set.of())) {
      if (candidate.ended()) {
        if (whose(candidate, lost) == Whose.OURS) {
          return Optional.of(candidate.id());
        }
        foreignTo(lost).add(candidate.id());
      }
    }
    return Optional.empty();
  }

  /// Whether a search will tell more soon, and not only when one of several batches has ended.
  boolean isWorthwhile(BatchState batch) {
    return !onlyTheEndTells.contains(batch.number());
  }

  private Set<String> foreignTo(BatchState batch) {
    return foreign.computeIfAbsent(batch.number(), _ -> new HashSet<>());
  }

  private List<BatchSnapshot> candidates(BatchState batch, Set<String> disowned)
      throws ProviderException {
    Set<String> known = new HashSet<>(foreignTo(batch));
    known.addAll(disowned);
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

  private enum Whose {
    OURS,
    FOREIGN,
    /// It has not ended, or its results cannot be read.
    UNTOLD
  }

  private Whose whose(BatchSnapshot candidate, BatchState batch) throws ProviderException {
    if (!candidate.ended()) {
      return Whose.UNTOLD;
    }
    ResultIds ids = new ResultIds(batch);
    int _ = api.results(candidate.id(), result -> ids.add(result.customId()));
    if (ids.anyOurs() || ids.allForeign()) {
      return ids.anyOurs() ? Whose.OURS : Whose.FOREIGN;
    }
    if (reads.merge(candidate.id(), 1, Integer::sum) < BatchReading.READS) {
      throw new ProviderException(
          ProviderException.Kind.AMBIGUOUS,
          "lines are missing in the results of batch " + candidate.id(),
          Optional.empty(),
          null);
    }
    return Whose.UNTOLD;
  }
}
