package org.bpmndoc.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bpmndoc.emulator.fault.BatchFault;

/// How far a batch has come at one moment, worked out from what is stored and the clock: nothing
/// ticks.
///
/// Requests are answered evenly over the turnaround, in the order in which they were sent. The
/// first `answered` are, or will have been when the batch ends; what becomes of the others is
/// `rest`. `endedAt` is when the batch ends, which may still be to come.
record Course(
    Status status, Instant endedAt, int answered, Rest rest, Optional<Instant> archivedAt) {

  static final Duration EXPIRES_AFTER = Duration.ofHours(24);
  static final Duration ARCHIVED_AFTER = Duration.ofDays(29);

  /// Assumed: so many requests are with the model at once, and finish when the batch is cancelled.
  static final int IN_FLIGHT = 4;

  /// Assumed: finishing them takes this part of the turnaround.
  private static final int CANCELING_PART = 10;

  enum Status {
    IN_PROGRESS,
    CANCELING,
    ENDED
  }

  enum Rest {
    CANCELED,
    EXPIRED
  }

  /// A batch that is stuck answers what it does at once, and ends when it is cancelled or expires.
  static Course of(StoredBatch batch, Instant now, Optional<BatchFault.Stuck> stuck) {
    Instant expires = batch.createdAt().plus(EXPIRES_AFTER);
    Instant done =
        stuck.isPresent() ? expires : earlier(batch.createdAt().plus(batch.turnaround()), expires);
    Optional<Instant> cancel = batch.cancelInitiatedAt();
    Instant end =
        cancel
            .map(moment -> earlier(moment.plus(batch.turnaround().dividedBy(CANCELING_PART)), done))
            .orElse(done);
    int answered =
        stuck
            .map(fault -> Math.min(batch.size(), fault.answered()))
            .or(() -> cancel.map(moment -> Math.min(batch.size(), sent(batch, moment) + IN_FLIGHT)))
            .orElseGet(() -> sent(batch, done));
    Status running = cancel.isPresent() ? Status.CANCELING : Status.IN_PROGRESS;
    Instant archive = batch.createdAt().plus(ARCHIVED_AFTER);
    return new Course(
        now.isBefore(end) ? running : Status.ENDED,
        end,
        answered,
        cancel.isPresent() ? Rest.CANCELED : Rest.EXPIRED,
        now.isBefore(archive) ? Optional.empty() : Optional.of(archive));
  }

  boolean ended() {
    return status == Status.ENDED;
  }

  /// When the request at that place, from 0, is answered if it ever is.
  Instant answeredAt(StoredBatch batch, int place) {
    Duration taken = batch.turnaround().multipliedBy(place + 1L).dividedBy(batch.size());
    return earlier(batch.createdAt().plus(taken), endedAt);
  }

  /// How many requests have been answered by then.
  private static int sent(StoredBatch batch, Instant moment) {
    Duration elapsed = Duration.between(batch.createdAt(), moment);
    if (elapsed.compareTo(batch.turnaround()) >= 0) {
      return batch.size();
    }
    return (int)
        Math.floor(batch.size() * (elapsed.toMillis() / (double) batch.turnaround().toMillis()));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
