package org.bpmndoc.testing.simulation;

import java.io.Serial;

/// Something happened that must never happen.
public final class Violation extends AssertionError {

  @Serial private static final long serialVersionUID = 1L;

  Violation(String what) {
    super(what);
  }

  static void unless(boolean holds, String otherwise, Object... details) {
    if (!holds) {
      throw new Violation(otherwise.formatted(details));
    }
  }
}
