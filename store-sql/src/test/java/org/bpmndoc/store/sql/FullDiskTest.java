package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Collections;
import java.util.List;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.store.sql.StateException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQLite is given a number of pages it may not exceed, and answers as it does on a full disk.
class FullDiskTest {

  @TempDir private Path folder;

  @Test
  void a_full_disk_loses_nothing_and_is_recovered_from() throws Exception {
    SqliteState.open(folder).close();
    List<Entry> many = Collections.nCopies(1000, Samples.failed("x".repeat(1000)));
    try (Connection connection = SqliteFiles.connect(folder)) {
      Database database =
          Database.sqlite(connection, new SqliteErrors(new StateFolder(folder).database()));
      SqlJournal journal = new SqlJournal(database, Fence.OPEN);
      SqlDocumentStore documents = new SqlDocumentStore(database, Fence.OPEN);
      journal.append("r1", 1, List.of(Samples.started("a")));
      SqliteFiles.execute(connection, "pragma max_page_count = 20");

      assertFull(() -> journal.append("r1", 2, many));
      assertFull(() -> documents.put(Samples.document("x".repeat(100_000)), true));
      assertThat(journal.entries("r1")).containsExactly(Samples.started("a"));
      assertThat(documents.find(Samples.FINGERPRINT)).isEmpty();

      SqliteFiles.execute(connection, "pragma max_page_count = 100000");
      journal.append("r1", 2, many);
      documents.put(Samples.document("short"), true);
      assertThat(journal.entries("r1")).hasSize(1001);
      assertThat(documents.find(Samples.FINGERPRINT)).contains(Samples.document("short"));
    }
  }

  private static void assertFull(Runnable write) {
    assertThatThrownBy(write::run)
        .isInstanceOfSatisfying(
            StateException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FULL))
        .hasMessageContaining("bpmndoc.db")
        .hasMessageContaining("make room");
  }
}
