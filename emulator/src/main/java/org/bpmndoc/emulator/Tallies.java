package org.bpmndoc.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bpmndoc.emulator.cache.BatchCache;
import org.bpmndoc.emulator.cache.Kept;
import org.bpmndoc.emulator.cache.Lifetime;
import org.bpmndoc.emulator.cache.Traces;
import org.bpmndoc.emulator.fault.Faults;

/// What came of ended batches, each worked out once, when somebody asks; those first on which it
/// depends. One at a time, and never while a batch is thrown away.
///
/// What a batch found in the prompt cache follows from the batches that had ended when it was
/// created, and so from the shelf alone: after a crash it is found again.
final class Tallies {

  private final Results results;
  private final BatchShelf shelf;
  private final Faults faults;
  private final Map<String, Tally> tallies = new HashMap<>();

  Tallies(Results results, BatchShelf shelf, Faults faults) {
    this.results = results;
    this.shelf = shelf;
    this.faults = faults;
  }

  synchronized Tally of(StoredBatch batch, Course course) {
    Tally before = tallies.get(batch.id());
    if (before != null) {
      return before;
    }
    BatchCache cache =
        new BatchCache(batch.workspace(), () -> leftBefore(batch.createdAt(), batch.sequence()));
    Tally tally = results.tally(batch, course, cache);
    tallies.put(batch.id(), tally);
    return tally;
  }

  /// What is in the cache at a moment from batches with a smaller sequence that had ended by then.
  synchronized Traces leftBefore(Instant moment, long sequence) {
    List<Map<String, Kept>> traces = new ArrayList<>();
    for (StoredBatch batch : shelf.batches()) {
      Course course = Course.of(batch, moment, faults.stuck(batch.sequence()));
      boolean gone = !moment.isBefore(course.endedAt().plus(Lifetime.LONGEST));
      if (batch.sequence() < sequence && course.ended() && !gone) {
        traces.add(batch.deleted() ? batch.cached() : of(batch, course).left());
      }
    }
    return new Traces(traces);
  }

  synchronized void delete(StoredBatch batch, Course course) {
    shelf.update(batch.deletedAfter(of(batch, course)));
    tallies.remove(batch.id());
  }
}
