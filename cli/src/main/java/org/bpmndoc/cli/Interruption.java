package org.bpmndoc.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ctrl-C and kill: interrupts what is under way, gives it a moment to write down where it stands,
/// and lets the process end. Nothing is taken back at the provider.
final class Interruption implements AutoCloseable {

  private static final long GRACE_SECONDS = 10;
  private static final AtomicBoolean CAME = new AtomicBoolean();

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Thread worker) {
    this.hook =
        new Thread(
            () -> {
              CAME.set(true);
              worker.interrupt();
              awaitFinish();
              Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
            },
            "interruption");
  }

  /// From now on a signal interrupts the calling thread, and the process ends once this is closed.
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

  /// Whether a signal came.
  static boolean came() {
    return CAME.get();
  }

  @Override
  public void close() {
    if (CAME.get()) {
      finished.countDown();
    } else {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
