package org.bpmndoc.emulator;

import java.io.InterruptedIOException;
import java.time.Duration;

/// A delay in real time, whatever clock the batches go by.
record Pause(Duration length) {

  static final Pause NONE = new Pause(Duration.ZERO);

  boolean isOne() {
    return length.isPositive();
  }

  /// Is broken off when the emulator is closed.
  void take() throws InterruptedIOException {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the emulator is closed");
    }
  }
}
