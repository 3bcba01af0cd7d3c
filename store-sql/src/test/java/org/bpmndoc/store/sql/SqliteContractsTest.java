package org.bpmndoc.store.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractsTest implements JournalContract, DocumentStoreContract, StateContract {

  private final Path folder;
  private final State state;

  SqliteContractsTest(@TempDir Path parent) {
    this.folder = parent.resolve(".bpmndoc");
    this.state = SqliteState.open(folder);
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Override
  public Journal journal() {
    return state.journal();
  }

  @Override
  public DocumentStore documents() {
    return state.documents();
  }

  @Override
  public StateAddress address() {
    return new StateAddress.Folder(folder);
  }

  @Override
  public StateAddress emptyAddress() {
    return new StateAddress.Folder(folder.resolve("empty"));
  }

  @Override
  public State openWithLaterMigrations() {
    return SqliteState.open(folder, StateContract.later(Migrations.SQLITE));
  }

  @Override
  public State openAsOf(StateAddress address, int version) {
    return SqliteState.open(
        ((StateAddress.Folder) address).path(), StateContract.asOf(Migrations.SQLITE, version));
  }

  @Override
  public void execute(String sql) throws SQLException {
    SqliteFiles.execute(folder, sql);
  }
}
