package org.bpmndoc.run;

import java.io.Serial;
import org.bpmndoc.journal.Entry;

/// The run stops here, on purpose, and can be taken up again.
final class Paused extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final Entry.Pause pause;
  private final String reason;

  Paused(Entry.Pause pause, String reason) {
    super(reason);
    this.pause = pause;
    this.reason = reason;
  }

  Entry.Pause pause() {
    return pause;
  }

  String reason() {
    return reason;
  }
}
