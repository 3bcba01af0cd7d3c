package org.bpmndoc.store.sql;

import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.testing.MemoryDocuments;
import org.bpmndoc.testing.MemoryJournal;

/// The fakes that other tests rely on behave like the real state.
class MemoryContractsTest implements JournalContract, DocumentStoreContract {

  private final Journal journal = new MemoryJournal();
  private final DocumentStore documents = new MemoryDocuments();

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public DocumentStore documents() {
    return documents;
  }
}
