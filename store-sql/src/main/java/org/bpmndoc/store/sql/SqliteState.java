package org.bpmndoc.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.journal.Journal;

/// The state in a folder of its own: one SQLite file, and a lock for whoever works on a run.
final class SqliteState implements State {

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
    Database database = Database.sqlite(connection, errors);
    Fence fence = FileFence.of(folder.database());
    this.journal = new SqlJournal(database, fence);
    this.documents = new SqlDocumentStore(database, fence);
    this.housekeeping = Housekeeping.ofFile(database, fence);
  }

  /// Opens the state in a folder, usually `.bpmndoc`; makes the folder and the state where there
  /// are none.
  static SqliteState open(Path folder) {
    return open(folder, Migrations.SQLITE);
  }

  static SqliteState open(Path folder, Migrations migrations) {
    StateFolder at = new StateFolder(folder);
    at.create();
    at.refuseWhatIsNoFile();
    at.refuseUnwritable();
    return connect(at, migrations, true).orElseThrow();
  }

  /// Opens the state in a folder for looking at; makes nothing where there is none. What it is
  /// asked to write is refused.
  static Optional<SqliteState> openExisting(Path folder) {
    StateFolder at = new StateFolder(folder);
    if (!at.hasDatabase()) {
      return Optional.empty();
    }
    at.refuseNetworkDrive();
    at.refuseWhatIsNoFile();
    return connect(at, Migrations.SQLITE, false);
  }

  /// Empty where there are no tables and none may be made.
  private static Optional<SqliteState> connect(
      StateFolder folder, Migrations migrations, boolean writing) {
    SqliteFile file = new SqliteFile(folder.database());
    SqlErrors errors = new SqliteErrors(file.path());
    try {
      Connection connection = file.connect();
      boolean ready = false;
      try {
        ready = prepare(folder, new SqliteSchema(file, migrations), connection, writing);
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
    if (schema.isOld(version)) {
      try (StateLock _ = StateLock.take(folder)) {
        schema.migrate();
      }
    }
    if (!writing) {
      SqliteFile.onlyRead(connection);
    }
    return true;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public DocumentStore documents() {
    return documents;
  }

  @Override
  public Housekeeping housekeeping() {
    return housekeeping;
  }

  /// The lock ends with its process, so there is nothing to wait for.
  @Override
  public Hold hold(LeaseTerms terms) {
    return StateLock.take(folder);
  }

  @Override
  public Optional<String> worker() {
    return new LockHolder(folder).readIfAlive();
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
