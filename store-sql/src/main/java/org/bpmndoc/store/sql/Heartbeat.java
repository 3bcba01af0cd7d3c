package org.bpmndoc.store.sql;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Gives a sign of life again and again, on a thread of its own. One that fails is made good by the
/// next; whether it comes to matter, the fence finds out.
final class Heartbeat implements AutoCloseable {

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heartbeat").factory());

  private Heartbeat() {}

  static Heartbeat every(Duration period, Runnable beat) {
    Heartbeat heartbeat = new Heartbeat();
    var _ =
        heartbeat.timer.scheduleAtFixedRate(
            () -> attempt(beat), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    return heartbeat;
  }

  private static void attempt(Runnable beat) {
    try {
      beat.run();
    } catch (RuntimeException _) {
      // Thrown on, it would end the timer. The next change meets the same trouble, and tells it.
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
