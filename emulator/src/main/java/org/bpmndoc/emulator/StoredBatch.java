package org.bpmndoc.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bpmndoc.emulator.cache.Kept;

/// What is remembered of one batch besides its requests. All else follows from it and the clock.
///
/// `sequence` rises with every batch on a shelf; `version` is that of the API at creation;
/// `turnaround` is fixed at creation, too; `workspace` is whose it is. A deleted batch stays as a
/// stub, with what it cost in `paid` and what it left in the prompt cache in `cached`.
public record StoredBatch(
    String id,
    long sequence,
    Instant createdAt,
    Duration turnaround,
    String version,
    int size,
    Optional<Instant> cancelInitiatedAt,
    boolean deleted,
    List<Bill.Line> paid,
    String workspace,
    SortedMap<String, Kept> cached) {

  public StoredBatch {
    paid = List.copyOf(paid);
    cached = Collections.unmodifiableSortedMap(new TreeMap<>(cached));
  }

  StoredBatch canceledAt(Instant moment) {
    return new StoredBatch(
        id,
        sequence,
        createdAt,
        turnaround,
        version,
        size,
        Optional.of(moment),
        deleted,
        paid,
        workspace,
        cached);
  }

  StoredBatch deletedAfter(Tally tally) {
    return new StoredBatch(
        id,
        sequence,
        createdAt,
        turnaround,
        version,
        size,
        cancelInitiatedAt,
        true,
        tally.paid(),
        workspace,
        tally.left());
  }
}
