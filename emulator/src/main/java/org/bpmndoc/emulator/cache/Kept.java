package org.bpmndoc.emulator.cache;

import java.time.Instant;

/// A beginning of a prompt that the cache keeps, until it has not been used for its lifetime.
public record Kept(Lifetime lifetime, Instant until) {

  static Kept from(Lifetime lifetime, Instant used) {
    return new Kept(lifetime, used.plus(lifetime.duration()));
  }

  static Kept longer(Kept one, Kept other) {
    return one.until.isAfter(other.until) ? one : other;
  }

  boolean isThere(Instant moment) {
    return moment.isBefore(until);
  }
}
