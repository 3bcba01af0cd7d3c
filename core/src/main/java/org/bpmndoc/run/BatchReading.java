package org.bpmndoc.run;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
/// every attempt in it is settled; lines that are missing are fetched again before they are given
/// up.
final class BatchReading {

  private static final int READS = 3;

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

  void read(BatchState batch) throws ProviderException {
    Set<String> ids = new HashSet<>();
    for (Entry.Attempt attempt : batch.attempts()) {
      ids.add(attempt.id().value());
    }
    AtomicInteger lines = new AtomicInteger();
    AtomicInteger ours = new AtomicInteger();
    int unreadable =
        api.results(
            batch.providerId().orElseThrow(),
            result -> {
              lines.incrementAndGet();
              if (ids.contains(result.customId())) {
                ours.incrementAndGet();
                settling.answered(new CustomId(result.customId()), Channel.BATCH, result.outcome());
              }
            });
    if (batch.adopted() && ours.get() == 0 && lines.get() > 0) {
      log.record(
          new Entry.BatchNotCreated(
              clock.instant(), batch.number(), "the batch that was adopted is somebody else's"));
      settling.notSent(batch.attempts());
      return;
    }
    List<Entry.Attempt> missing =
        batch.attempts().stream()
            .filter(attempt -> log.state().attempts().isOpen(attempt.id()))
            .toList();
    if (!missing.isEmpty() && reads.merge(batch.number(), 1, Integer::sum) < READS) {
      return;
    }
    for (Entry.Attempt attempt : missing) {
      settling.answered(
          attempt.id(),
          Channel.BATCH,
          new Outcome.Errored(
              "missing_result",
              "the results hold no line for it (%d lines for %d requests, %d unreadable)"
                  .formatted(lines.get(), batch.attempts().size(), unreadable)));
    }
    log.record(new Entry.BatchRead(clock.instant(), batch.number(), lines.get()));
  }

  /// Deletes at the provider what is read. Failing at it costs nothing but tidiness, so it is tried
  /// a few times and then left.
  void deleteRead() {
    for (BatchState batch : log.state().batches(Phase.READ)) {
      if (deletions.merge(batch.number(), 1, Integer::sum) <= READS) {
        try {
          api.delete(batch.providerId().orElseThrow());
          log.record(new Entry.BatchDeleted(clock.instant(), batch.number()));
        } catch (ProviderException e) {
          // Stays READ in the journal, so that whoever asks can see that the provider still has it.
        }
      }
    }
  }
}
