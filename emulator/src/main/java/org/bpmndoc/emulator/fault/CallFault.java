package org.bpmndoc.emulator.fault;

import java.time.Duration;
import java.util.Optional;

/// What goes wrong with a call.
public sealed interface CallFault {

  /// The connection is cut without a word; before the call is carried out, or after it is
  /// `accepted`.
  record Dropped(boolean accepted) implements CallFault {}

  /// An error instead of the answer; before the call is carried out, or after it is `accepted`.
  /// `code` is the `error_code` among the details.
  record Refused(
      ErrorType type,
      int status,
      String message,
      Optional<Duration> retryAfter,
      Optional<String> code,
      boolean accepted)
      implements CallFault {}

  /// The answer takes so much longer.
  record Slow(Duration by) implements CallFault {}

  /// What goes wrong with a download of results. Lines are counted as they come.
  sealed interface OfResults extends CallFault {}

  /// Ends after so many lines, and, where it is `inLine`, half of the next. `cleanly` pretends that
  /// this is all there is; otherwise the connection breaks.
  record Cut(int afterLines, boolean inLine, boolean cleanly) implements OfResults {}

  /// A blank line before each of these.
  record BlankLines(Which lines) implements OfResults {}

  /// Of these only the first half comes.
  record MalformedLines(Which lines) implements OfResults {}

  /// These come twice.
  record DuplicateLines(Which lines) implements OfResults {}

  /// These do not come.
  record MissingLines(Which lines) implements OfResults {}

  /// So many more lines come, with answers to requests that nobody sent.
  record UnknownLines(int count) implements OfResults {}

  record NoContentType() implements OfResults {}

  /// Each line takes so long.
  record SlowLines(Duration each) implements OfResults {}

  /// Names it in the log of requests.
  default String word() {
    return switch (this) {
      case Dropped dropped -> dropped.accepted() ? "drop after accept" : "drop before accept";
      case Refused refused -> refused.status() + (refused.accepted() ? " after accept" : "");
      case Slow _ -> "slow";
      case Cut _ -> "cut";
      case BlankLines _ -> "blank-lines";
      case MalformedLines _ -> "malformed-lines";
      case DuplicateLines _ -> "duplicate-lines";
      case MissingLines _ -> "missing-lines";
      case UnknownLines _ -> "unknown-lines";
      case NoContentType _ -> "no-content-type";
      case SlowLines _ -> "slow-lines";
    };
  }
}
