package org.bpmndoc.run;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState.BatchState;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.plan.Channel;

/// Reads the results of ended batches and counts them against what was sent. A batch is read when
/// every attempt in it is settled. Lines that are missing are fetched again; of those that never
/// come nobody knows what they cost.
final class BatchReading {

  static final int READS = 3;

  private final BatchApi api;
  private final RunLog log;
  private final Settling settling;
  private final InstantSource clock;
  private final Map<Integer, Integer> reads = new HashMap<>();
  private final Map<Integer, Integer> deletions = new HashMap<>();

  BatchReading(BatchApi api, RunLog log, Settling settling, InstantSource clock) {
    this.api = api;
    this.log = log;
    this.settling = settling;
    this.clock = clock;
  }

  void read(BatchState batch, Optional<Duration> took) throws ProviderException {
    ResultIds ids = new ResultIds(batch);
    AtomicInteger lines = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    int unreadable =
        api.results(
            batch.providerId().orElseThrow(),
            result -> {
              lines.incrementAndGet();
              if (result.outcome() instanceof Outcome.Succeeded) {
                answered.incrementAndGet();
              }
              if (ids.add(result.customId())) {
                take(batch, new CustomId(result.customId()), result.outcome());
              }
            });
    if (batch.adopted() && ids.allForeign()) {
      log.record(
          new Entry.BatchDisowned(
              clock.instant(), batch.number(), batch.providerId().orElseThrow()));
      return;
    }
    if (missing(batch).isEmpty() || reads.merge(batch.number(), 1, Integer::sum) >= READS) {
      close(
          batch,
          new Entry.BatchRead(clock.instant(), batch.number(), lines.get(), answered.get(), took),
          "the results hold no line for it (%d lines for %d requests, %d unreadable)"
              .formatted(lines.get(), batch.attempts().size(), unreadable));
    }
  }

  private void take(BatchState batch, CustomId id, Outcome outcome) {
    if (outcome instanceof Outcome.Canceled && log.state().isToEnd(batch)) {
      settling.takenBack(id);
    } else {
      settling.answered(id, Channel.BATCH, outcome);
    }
  }

  /// Gives up a batch that nobody can read any more.
  void writeOff(BatchState batch) {
    close(
        batch,
        new Entry.BatchRead(clock.instant(), batch.number(), 0, 0, Optional.empty()),
        "the provider does not know its batch any more");
  }

  /// Whether lines were missing in results that were read.
  boolean isToReadAgain() {
    return !reads.isEmpty();
  }

  private void close(BatchState batch, Entry.BatchRead read, String whyMissing) {
    reads.remove(batch.number());
    for (Entry.Attempt attempt : missing(batch)) {
      settling.unknown(attempt.id(), whyMissing);
    }
    log.record(read);
  }

  private List<Entry.Attempt> missing(BatchState batch) {
    return batch.attempts().stream()
        .filter(attempt -> log.state().attempts().isOpen(attempt.id()))
        .toList();
  }

  /// Deletes at the provider what is read to the last line. Failing at it costs nothing but
  /// tidiness, so it is tried a few times and then left.
  void deleteRead() {
    for (BatchState batch : log.state().batches(Phase.READ)) {
      if (deletions.merge(batch.number(), 1, Integer::sum) <= READS && isReadToTheLastLine(batch)) {
        try {
          api.delete(batch.providerId().orElseThrow());
          log.record(new Entry.BatchDeleted(clock.instant(), batch.number()));
        } catch (ProviderException e) {
          // Stays READ in the journal, so that whoever asks can see that the provider still has it.
        }
      }
    }
  }

  private boolean isReadToTheLastLine(BatchState batch) {
    return batch.attempts().stream()
        .noneMatch(attempt -> log.state().attempts().isUnknown(attempt.id()));
  }
}
