package org.bpmndoc.store.sql;

import java.nio.file.Path;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractsTest implements JournalContract, DocumentStoreContract {

  private final SqliteState state;

  SqliteContractsTest(@TempDir Path folder) {
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
}
