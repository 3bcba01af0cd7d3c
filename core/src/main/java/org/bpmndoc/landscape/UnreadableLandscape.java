package org.bpmndoc.landscape;

/// A folder that is no landscape: nothing could be read from it. The message says what is wrong,
/// and what to do.
public final class UnreadableLandscape extends Exception {

  /// Which of the ways in which a folder can fail to be a landscape.
  public enum Reason {
    MISSING,
    NOT_A_FOLDER,
    UNREADABLE,
    NO_BPMN_FILES
  }

  private final Reason reason;

  UnreadableLandscape(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  UnreadableLandscape(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
