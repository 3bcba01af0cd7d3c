package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.bpmndoc.store.sql.StateException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteErrorsTest {

  private final SqliteErrors errors = new SqliteErrors(Path.of("state", "bpmndoc.db"));

  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, FULL",
    "SQLITE_IOERR, DRIVE",
    "SQLITE_IOERR_WRITE, DRIVE",
    "SQLITE_IOERR_FSYNC, DRIVE",
    "SQLITE_READONLY, NOT_WRITABLE",
    "SQLITE_READONLY_DIRECTORY, NOT_WRITABLE",
    "SQLITE_CANTOPEN, NOT_WRITABLE",
    "SQLITE_PERM, NOT_WRITABLE",
    "SQLITE_NOTADB, NOT_A_STATE",
    "SQLITE_CORRUPT, DAMAGED",
    "SQLITE_CORRUPT_INDEX, DAMAGED",
    "SQLITE_BUSY, IN_USE",
    "SQLITE_BUSY_SNAPSHOT, IN_USE",
    "SQLITE_LOCKED, IN_USE"
  })
  void what_a_person_can_mend_is_explained(SQLiteErrorCode code, Kind kind) {
    StateException explained =
        errors.explain(new SQLiteException("words of SQLite", code)).orElseThrow();

    assertThat(explained.kind()).isEqualTo(kind);
    assertThat(explained)
        .hasMessageContaining("bpmndoc.db")
        .hasMessageEndingWith("\n  hint: " + explained.hint());
  }

  @Test
  void a_statement_that_is_wrong_is_left_as_it_is() {
    SQLiteException error = new SQLiteException("no such table", SQLiteErrorCode.SQLITE_ERROR);
    RuntimeException failure = new IllegalStateException(error);

    assertThat(errors.explain(error)).isEqualTo(Optional.empty());
    assertThat(errors.explained(failure)).isSameAs(failure);
  }
}
