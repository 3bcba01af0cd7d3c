package org.bpmndoc.cli;

/// What the program's exit code means.
enum ExitCode {
  DONE(0),
  /// Finished, but documents are missing: failed or blocked.
  INCOMPLETE(1),
  /// Wrong usage or unusable input; nothing was sent.
  UNUSABLE(2),
  /// Stopped and resumable: budget, credit, spend limit, authentication.
  PAUSED(3),
  /// Batches are under way (`--no-wait`).
  RUNNING(4),
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
