package org.bpmndoc.store.sql;

import java.io.Serial;

/// The state cannot be read or written, for a reason outside of bpmndoc. The message is fit for
/// people: what is wrong and where, then on a line of its own what to do.
///
/// Whatever was being written when this was thrown was not written at all.
public final class StateException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /// What is in the way.
  public enum Kind {
    /// What was given is no address of a state.
    ADDRESS,
    /// Folder, file or database may not be written, or not be opened at all.
    NOT_WRITABLE,
    /// The folder is on a network drive.
    NETWORK_DRIVE,
    /// The file or database is none of bpmndoc's.
    NOT_A_STATE,
    /// It was written by a newer version of bpmndoc.
    NEWER,
    /// It was one of bpmndoc's and is broken.
    DAMAGED,
    /// No room left.
    FULL,
    /// The drive does not do as it is told.
    DRIVE,
    /// Another process works on it, or does not let go of the file.
    IN_USE,
    /// This process worked on it, and another one has taken over.
    LOST,
    /// The file was taken away while it was open.
    GONE,
    /// The database server does not answer.
    UNREACHABLE,
    /// SQLite itself could not be loaded.
    LIBRARY
  }

  private final Kind kind;
  private final String hint;

  StateException(Kind kind, String what, String hint, Throwable cause) {
    super(what + "\n  hint: " + hint, cause);
    this.kind = kind;
    this.hint = hint;
  }

  StateException(Kind kind, String what, String hint) {
    super(what + "\n  hint: " + hint);
    this.kind = kind;
    this.hint = hint;
  }

  public Kind kind() {
    return kind;
  }

  /// What to do; it is the last line of the message, too.
  public String hint() {
    return hint;
  }
}
