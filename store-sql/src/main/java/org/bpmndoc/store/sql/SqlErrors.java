package org.bpmndoc.store.sql;

import java.sql.SQLException;
import java.util.Optional;

/// Reads a database's error codes.
interface SqlErrors {

  /// Whether a row could not be inserted because its key is taken.
  boolean isTaken(SQLException error);

  /// Says what is in the way, unless the statement itself was wrong.
  Optional<StateException> explain(SQLException error);

  /// What a failure means: a [StateException] where one of its causes says so, else itself.
  default RuntimeException explained(RuntimeException failure) {
    return cause(failure).flatMap(this::explain).<RuntimeException>map(e -> e).orElse(failure);
  }

  static Optional<SQLException> cause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException error) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }
}
