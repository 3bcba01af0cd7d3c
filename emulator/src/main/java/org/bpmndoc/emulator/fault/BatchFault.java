package org.bpmndoc.emulator.fault;

import java.time.Duration;

/// What goes wrong with a batch as a whole.
public sealed interface BatchFault {

  /// The list does not have it before that long after its creation.
  record ListedLate(Duration by) implements BatchFault {}

  /// It answers so many requests and then makes no progress, until somebody cancels it or its day
  /// is over.
  record Stuck(int answered) implements BatchFault {}

  /// It takes that much longer.
  record Slow(Duration by) implements BatchFault {}
}
