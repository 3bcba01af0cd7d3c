package org.bpmndoc.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved, and never goes back.
public final class SettableClock implements InstantSource {

  private Instant now;

  public SettableClock(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  /// Moves the clock to a moment, unless that is past already.
  public synchronized void advanceTo(Instant moment) {
    if (moment.isAfter(now)) {
      now = moment;
    }
  }
}
