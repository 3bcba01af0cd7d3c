package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.journal.Journal.FenceException;
import org.bpmndoc.store.sql.StateException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteException;

class SqliteStateTest {

  private final Path parent;
  private final Path folder;

  SqliteStateTest(@TempDir Path parent) {
    this.parent = parent;
    this.folder = parent.resolve(".bpmndoc");
  }

  @Test
  void everything_is_there_after_a_reopening() {
    Assignment assignment = new Assignment(Samples.FINGERPRINT, Samples.LINEAGE, "r1");
    try (SqliteState state = SqliteState.open(folder)) {
      state.journal().append("r1", 1, Samples.everyKindOfEntry());
      state.documents().put(Samples.document("first"), false);
      state.documents().assign(Samples.ORDER, assignment);
    }

    try (SqliteState state = SqliteState.open(folder)) {
      assertThat(state.journal().newestRun()).contains("r1");
      assertThat(state.journal().entries("r1")).isEqualTo(Samples.everyKindOfEntry());
      assertThat(state.documents().find(Samples.FINGERPRINT)).contains(Samples.document("first"));
      assertThat(state.documents().assignments()).containsEntry(Samples.ORDER, assignment);
    }
  }

  @Test
  void of_two_writers_the_one_that_is_late_is_fenced() {
    try (SqliteState one = SqliteState.open(folder);
        SqliteState other = SqliteState.open(folder)) {
      one.journal().append("r1", 1, List.of(Samples.started("a")));
      other.journal().append("r1", 2, List.of(Samples.failed("b")));

      assertThatThrownBy(() -> one.journal().append("r1", 2, List.of(Samples.failed("c"))))
          .isInstanceOf(FenceException.class)
          .hasRootCauseInstanceOf(SQLiteException.class);

      assertThat(one.journal().entries("r1"))
          .containsExactly(Samples.started("a"), Samples.failed("b"));
    }
  }

  @Test
  void the_folder_ignores_itself_in_git_and_is_its_owners_only() throws IOException {
    try (SqliteState state = SqliteState.open(folder);
        StateLock _ = state.lock()) {
      state.journal().append("r1", 1, List.of(Samples.started("a")));

      assertThat(folder.resolve(".gitignore")).hasContent("*");
      assertThat(Files.getPosixFilePermissions(folder))
          .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
      for (String name :
          List.of("bpmndoc.db", "bpmndoc.db-wal", "bpmndoc.db-shm", "lock", "lock-holder")) {
        assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
            .as(name)
            .hasToString("[OWNER_READ, OWNER_WRITE]");
      }
    }
  }

  @Test
  void a_folder_that_is_in_use_for_something_else_is_not_hidden_from_git() throws IOException {
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("order.bpmn"), "<definitions/>");

    SqliteState.open(folder).close();

    assertThat(folder.resolve(".gitignore")).doesNotExist();
  }

  @Test
  void a_folder_may_have_any_name() throws IOException {
    Path odd = parent.resolve("100% sure? #1 & größer;x=y");

    SqliteState.open(odd).close();

    try (Stream<Path> files = Files.list(odd)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(".gitignore", "bpmndoc.db", "lock");
    }
  }

  @Test
  void looking_makes_nothing_and_changes_nothing() throws IOException {
    assertThat(SqliteState.openExisting(folder)).isEmpty();
    assertThat(folder).doesNotExist();

    Files.createDirectory(folder);
    Files.createFile(folder.resolve("bpmndoc.db"));
    assertThat(SqliteState.openExisting(folder)).isEmpty();

    SqliteState.open(folder).close();
    try (SqliteState looking = SqliteState.openExisting(folder).orElseThrow()) {
      assertThat(looking.journal().newestRun()).isEmpty();
      refuses(
          Kind.NOT_WRITABLE,
          () -> looking.journal().append("r1", 1, List.of(Samples.started("a"))));
      refuses(Kind.NOT_WRITABLE, () -> looking.documents().put(Samples.document("first"), true));
    }
  }

  @Test
  void the_columns_for_people_are_drawn_from_the_entry() throws Exception {
    try (SqliteState state = SqliteState.open(folder)) {
      state.journal().append("r1", 1, List.of(Samples.started("a")));
    }
    assertThat(
            SqliteFiles.text(
                folder, "select run || ' ' || sequence || ' ' || kind || ' ' || at from entry"))
        .isEqualTo("r1 1 run-started " + Samples.AT);
  }

  @Test
  void a_newer_schema_is_refused() throws Exception {
    SqliteState.open(folder).close();
    SqliteFiles.execute(
        folder, "update flyway_schema_history set version = '7' where version = '1'");

    refuses(Kind.NEWER, () -> SqliteState.open(folder), "newer bpmndoc", "version 7", "bpmndoc.db");
    refuses(Kind.NEWER, () -> SqliteState.openExisting(folder));
  }

  @Test
  void a_file_that_is_no_database_is_refused_and_kept() throws IOException {
    Files.createDirectory(folder);
    Path file = Files.writeString(folder.resolve("bpmndoc.db"), "just some words ".repeat(100));

    refuses(Kind.NOT_A_STATE, () -> SqliteState.open(folder), "bpmndoc.db is not a database");
    refuses(Kind.NOT_A_STATE, () -> SqliteState.openExisting(folder));
    assertThat(file).hasContent("just some words ".repeat(100));
  }

  @Test
  void a_database_of_another_program_is_refused() throws Exception {
    Files.createDirectory(folder);
    SqliteFiles.execute(folder, "create table bookmarks (url text)");

    refuses(Kind.NOT_A_STATE, () -> SqliteState.open(folder), "another program");
  }

  @Test
  void a_folder_or_a_link_in_the_place_of_the_file_is_refused() throws IOException {
    Files.createDirectories(folder.resolve("bpmndoc.db"));
    refuses(Kind.NOT_A_STATE, () -> SqliteState.open(folder), "not a regular file");

    Files.delete(folder.resolve("bpmndoc.db"));
    Files.createSymbolicLink(folder.resolve("bpmndoc.db"), parent.resolve("elsewhere.db"));
    refuses(Kind.NOT_A_STATE, () -> SqliteState.open(folder), "not a regular file");
    refuses(Kind.NOT_A_STATE, () -> SqliteState.openExisting(folder));
    assertThat(parent.resolve("elsewhere.db")).doesNotExist();
  }

  @Test
  void a_damaged_file_is_told_from_one_that_is_none() throws IOException {
    try (SqliteState state = SqliteState.open(folder)) {
      state.journal().append("r1", 1, Samples.everyKindOfEntry());
    }
    Path file = folder.resolve("bpmndoc.db");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0xff);
    Files.write(file, bytes);

    refuses(Kind.DAMAGED, () -> SqliteState.open(folder), "bpmndoc.db is damaged");
  }

  @Test
  void a_folder_that_cannot_be_made_is_said() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));

    refuses(Kind.NOT_WRITABLE, () -> SqliteState.open(file), "file is not a folder");
    refuses(Kind.NOT_WRITABLE, () -> SqliteState.open(file.resolve("below")), "below");
  }

  @Test
  void a_file_that_may_only_be_read_is_refused() throws IOException {
    SqliteState.open(folder).close();
    Path file = folder.resolve("bpmndoc.db");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assumeFalse(Files.isWritable(file), "this user may write every file, as root may");

    refuses(Kind.NOT_WRITABLE, () -> SqliteState.open(folder), "bpmndoc.db is denied");
  }

  private static void refuses(Kind kind, Runnable attempt, String... words) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            StateException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              for (String word : words) {
                assertThat(e).hasMessageContaining(word);
              }
            });
  }
}
