package org.bpmndoc.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ctrl-C and kill: interrupts what is under way, gives it a moment to write down where it stands,
/// and lets the process end. Nothing is taken back at the provider, and whoever goes on need not
/// wait: the state is let go of, too.
final class Interruption implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final AtomicBoolean CAME = new AtomicBoolean();

  private final Thread hook;

  private Interruption(Thread worker) {
    this.hook =
        new Thread(
            () -> {
              CAME.set(true);
              worker.interrupt();
              awaitEndOf(worker);
              Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
            },
            "interruption");
  }

  /// Until this is closed a signal interrupts the calling thread, which ends the process when it is
  /// done.
  static Interruption watch() {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private static void awaitEndOf(Thread worker) {
    try {
      boolean _ = worker.join(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether a signal came.
  static boolean came() {
    return CAME.get();
  }

  @Override
  public void close() {
    if (!CAME.get()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
