package org.bpmndoc.store.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.bpmndoc.store.sql.StateException.Kind;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// SQLite's result codes. An extended code keeps its primary one in its lowest byte.
record SqliteErrors(Path file) implements SqlErrors {

  @Override
  public boolean isTaken(SQLException error) {
    return error instanceof SQLiteException sqlite
        && switch (sqlite.getResultCode()) {
          case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE -> true;
          default -> false;
        };
  }

  @Override
  public Optional<StateException> explain(SQLException error) {
    return error instanceof SQLiteException sqlite
        ? explain(SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff), error)
        : Optional.empty();
  }

  private Optional<StateException> explain(SQLiteErrorCode primary, SQLException error) {
    return switch (primary) {
      case SQLITE_FULL ->
          because(
              Kind.FULL,
              file + " cannot grow: the disk or the quota is full",
              "make room and go on; what was written before is safe",
              error);
      case SQLITE_IOERR ->
          because(
              Kind.DRIVE,
              file + " cannot be read or written: " + error.getMessage(),
              "see whether the drive is there, has room and is healthy",
              error);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN ->
          because(
              Kind.NOT_WRITABLE,
              file + " cannot be opened for writing",
              "make the file and its folder writable, or name another folder with --state",
              error);
      case SQLITE_NOTADB ->
          because(
              Kind.NOT_A_STATE,
              file + " is not a database",
              "move the file away, or name another folder with --state",
              error);
      case SQLITE_CORRUPT ->
          because(
              Kind.DAMAGED,
              file + " is damaged",
              "put back a copy of the whole folder, or move it away and start anew",
              error);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          because(
              Kind.IN_USE,
              file + " is being written by another process that does not let go",
              "wait for that process, or end it, and try again",
              error);
      default -> Optional.empty();
    };
  }

  private static Optional<StateException> because(
      Kind kind, String what, String hint, SQLException error) {
    return Optional.of(new StateException(kind, what, hint, error));
  }
}
