package org.bpmndoc.cli;

import java.io.Serial;

/// Something the user can mend: the message says what is wrong and what to do. Ends the program
/// with that exit code; nothing more is printed.
final class Problem extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  Problem(String message) {
    this(ExitCode.UNUSABLE, message);
  }

  Problem(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
