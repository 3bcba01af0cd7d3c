package org.bpmndoc.store.sql;

import java.time.Duration;
import java.time.Instant;

/// How long a lease lasts without a sign of life, and what is waited for before somebody else's is
/// taken over: `createTimeout` is how long a batch may be under way to the provider, `listDelay`
/// how long one that was created may stay missing from the provider's list.
public record LeaseTerms(Duration lease, Duration createTimeout, Duration listDelay) {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int BEATS = 4;

  public static LeaseTerms of(Duration createTimeout, Duration listDelay) {
    return new LeaseTerms(LEASE, createTimeout, listDelay);
  }

  public LeaseTerms {
    if (!lease.isPositive() || createTimeout.isNegative() || listDelay.isNegative()) {
      throw new IllegalArgumentException("a lease is longer than nothing, a wait not shorter");
    }
  }

  /// How often the owner gives a sign of life.
  Duration heartbeat() {
    return lease.dividedBy(BEATS);
  }

  /// Until when the lease of an owner lasts that is alive now.
  Instant until(Instant now) {
    return now.plus(lease);
  }

  /// Until when it lasts if the owner is about to create a batch: it outlives the creation.
  Instant untilCreated(Instant now) {
    return until(now).plus(createTimeout);
  }

  /// From when on a lease that ended may be taken over. Its owner may have believed in it to the
  /// last moment: what it sent then has to arrive and to show in the provider's list.
  Instant freeFrom(Instant until) {
    return until.plus(createTimeout).plus(listDelay);
  }
}
