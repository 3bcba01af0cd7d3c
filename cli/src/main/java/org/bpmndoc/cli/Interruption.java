package org.bpmndoc.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ctrl-C and kill: asks the run to pause, gives it a moment to write that down, and lets the
/// process end. Nothing is taken back at the provider.
final class Interruption implements AutoCloseable {

  private static final long GRACE_SECONDS = 10;
  private static final AtomicBoolean INTERRUPTED = new AtomicBoolean();

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Thread worker) {
    this.hook =
        new Thread(
            () -> {
              INTERRUPTED.set(true);
              worker.interrupt();
              awaitFinish();
              Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
            },
            "interruption");
  }

  /// From now on a signal interrupts the calling thread.
  static Interruption watch() {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void awaitFinish() {
    try {
      boolean _ = finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// 130 where a signal came, whatever the command came to.
  static Optional<Integer> exitCode() {
    return INTERRUPTED.get() ? Optional.of(ExitCode.INTERRUPTED.number()) : Optional.empty();
  }

  @Override
  public void close() {
    if (INTERRUPTED.get()) {
      finished.countDown();
    } else {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
