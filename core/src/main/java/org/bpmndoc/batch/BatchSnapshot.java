package org.bpmndoc.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A batch as the provider shows it at one moment. `requests` is how many it holds. `endedAt` is
/// set once its results can be read; before that nothing about its progress is known.
public record BatchSnapshot(
    String id, int requests, Instant createdAt, Instant expiresAt, Optional<Instant> endedAt) {

  public boolean ended() {
    return endedAt.isPresent();
  }

  /// How long it took, once it has ended; empty where the provider's times do not tell.
  public Optional<Duration> took() {
    return endedAt.map(end -> Duration.between(createdAt, end)).filter(Duration::isPositive);
  }
}
