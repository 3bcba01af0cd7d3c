package org.bpmndoc.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is remembered of one batch besides its requests. All else follows from it and the clock.
///
/// `sequence` rises with every batch on a shelf; `version` is that of the API at creation;
/// `turnaround` is fixed at creation, too. A deleted batch stays as a stub, with what it cost in
/// `paid`.
public record StoredBatch(
    String id,
    long sequence,
    Instant createdAt,
    Duration turnaround,
    String version,
    int size,
    Optional<Instant> cancelInitiatedAt,
    boolean deleted,
    List<Bill.Line> paid) {

  public StoredBatch {
    paid = List.copyOf(paid);
  }

  StoredBatch canceledAt(Instant moment) {
    return new StoredBatch(
        id, sequence, createdAt, turnaround, version, size, Optional.of(moment), deleted, paid);
  }

  StoredBatch deletedAfterPaying(List<Bill.Line> lines) {
    return new StoredBatch(
        id, sequence, createdAt, turnaround, version, size, cancelInitiatedAt, true, lines);
  }
}
