package org.bpmndoc.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.journal.Journal;

/// The state of bpmndoc in a folder of its own: one SQLite file, and a lock for whoever works on a
/// run. Any number of processes may have it open. Everything in here fails with [StateException]
/// where the state cannot be read or written.
///
/// ```java
/// try (SqliteState state = SqliteState.open(folder.resolve(".bpmndoc"));
///     StateLock lock = state.lock()) { … }
/// ```
public final class SqliteState implements AutoCloseable {

  private final StateFolder folder;
  private final Connection connection;
  private final SqlErrors errors;
  private final Journal journal;
  private final DocumentStore documents;
  private final Housekeeping housekeeping;

  private SqliteState(StateFolder folder, Connection connection, SqlErrors errors) {
    this.folder = folder;
    this.connection = connection;
    this.errors = errors;
    Database database = new Database(connection, errors);
    this.journal = new SqlJournal(database);
    this.documents = new SqlDocumentStore(database);
    this.housekeeping = new Housekeeping(database);
  }

  /// Opens the state in a folder, usually `.bpmndoc`; makes the folder and the state where there
  /// are none.
  public static SqliteState open(Path folder) {
    StateFolder at = new StateFolder(folder);
    at.create();
    at.refuseWhatIsNoFile();
    at.refuseUnwritable();
    return connect(at, true).orElseThrow();
  }

  /// Opens the state in a folder for looking at; makes nothing where there is none. What it is
  /// asked to write is refused.
  public static Optional<SqliteState> openExisting(Path folder) {
    StateFolder at = new StateFolder(folder);
    if (!at.hasDatabase()) {
      return Optional.empty();
    }
    at.refuseNetworkDrive();
    at.refuseWhatIsNoFile();
    return connect(at, false);
  }

  /// Empty where there are no tables and none may be made.
  private static Optional<SqliteState> connect(StateFolder folder, boolean writing) {
    SqliteFile file = new SqliteFile(folder.database());
    SqlErrors errors = new SqliteErrors(file.path());
    try {
      Connection connection = file.connect();
      boolean ready = false;
      try {
        ready = prepare(folder, new SqliteSchema(file), connection, writing);
        return ready ? Optional.of(new SqliteState(folder, connection, errors)) : Optional.empty();
      } finally {
        if (!ready) {
          connection.close();
        }
      }
    } catch (SQLException e) {
      throw explained(errors, e);
    }
  }

  private static boolean prepare(
      StateFolder folder, SqliteSchema schema, Connection connection, boolean writing)
      throws SQLException {
    int version = schema.version(connection);
    if (version == 0 && !writing) {
      return false;
    }
    if (version < SqliteSchema.VERSION) {
      try (StateLock _ = StateLock.take(folder)) {
        schema.migrate();
      }
    }
    if (!writing) {
      SqliteFile.onlyRead(connection);
    }
    return true;
  }

  public Journal journal() {
    return journal;
  }

  public DocumentStore documents() {
    return documents;
  }

  /// Clears away what nobody needs any more.
  public Housekeeping housekeeping() {
    return housekeeping;
  }

  /// Takes the right to work on this state's runs, or fails with who has it
  /// ([StateException.Kind#IN_USE]).
  public StateLock lock() {
    return StateLock.take(folder);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw explained(errors, e);
    }
  }

  private static RuntimeException explained(SqlErrors errors, SQLException e) {
    return errors
        .explain(e)
        .<RuntimeException>map(explained -> explained)
        .orElseGet(() -> new IllegalStateException("SQLite does not do as expected", e));
  }
}
