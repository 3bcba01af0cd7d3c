package org.bpmndoc.store.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.bpmndoc.store.sql.StateException.Kind;

/// PostgreSQL's SQLSTATE codes; their first two characters are a class. `where` is the database.
record PostgresqlErrors(String where) implements SqlErrors {

  @Override
  public boolean isTaken(SQLException error) {
    return "23505".equals(error.getSQLState());
  }

  @Override
  public Optional<StateException> explain(SQLException error) {
    String state = String.valueOf(error.getSQLState());
    return switch (state) {
      case "3D000" ->
          because(
              Kind.NOT_A_STATE,
              "there is no database at " + where,
              "create it, or name another one with --state",
              error);
      case "25006", "42501" ->
          because(
              Kind.NOT_WRITABLE,
              where + " does not let this user write",
              "grant the user its schema, or name another state with --state",
              error);
      case "53100" ->
          because(
              Kind.FULL,
              where + " cannot grow: the server's disk is full",
              "make room and go on; what was written before is safe",
              error);
      case "55P03", "40P01" ->
          because(
              Kind.IN_USE,
              where + " is held by somebody who does not let go",
              "wait, and try again",
              error);
      default -> explainClass(state, error);
    };
  }

  private Optional<StateException> explainClass(String state, SQLException error) {
    return switch (state.length() < 2 ? state : state.substring(0, 2)) {
      case "08", "53", "57" ->
          because(
              Kind.UNREACHABLE,
              where + " does not answer: " + error.getMessage(),
              "see whether the server is there; what was written before is safe, and the run can be"
                  + " resumed",
              error);
      case "28" ->
          because(
              Kind.NOT_WRITABLE,
              where + " does not let this user in",
              "set PGUSER and PGPASSWORD in the environment, or use ~/.pgpass or a service file",
              error);
      case "58" ->
          because(
              Kind.DRIVE,
              where + " cannot read or write its files: " + error.getMessage(),
              "see whether the server's drive is there and healthy",
              error);
      case "XX" ->
          because(
              Kind.DAMAGED,
              where + " is damaged: " + error.getMessage(),
              "put back a copy of the database",
              error);
      default -> Optional.empty();
    };
  }

  private static Optional<StateException> because(
      Kind kind, String what, String hint, SQLException error) {
    return Optional.of(new StateException(kind, what, hint, error));
  }
}
