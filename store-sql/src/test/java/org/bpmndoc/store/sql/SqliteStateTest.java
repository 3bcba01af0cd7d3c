package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.store.sql.StateContract.refuses;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.store.sql.StateException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStateTest {

  private final Path parent;
  private final Path folder;

  SqliteStateTest(@TempDir Path parent) {
    this.parent = parent;
    this.folder = parent.resolve(".bpmndoc");
  }

  @Test
  void the_folder_ignores_itself_in_git_and_is_its_owners_only() throws IOException {
    try (SqliteState state = SqliteState.open(folder);
        Hold _ = state.hold(StateContract.TERMS)) {
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
  void looking_makes_no_folder_and_no_tables() throws IOException {
    assertThat(SqliteState.openExisting(folder)).isEmpty();
    assertThat(folder).doesNotExist();

    Files.createDirectory(folder);
    Files.createFile(folder.resolve("bpmndoc.db"));
    assertThat(SqliteState.openExisting(folder)).isEmpty();
  }

  @Test
  void a_folder_that_is_taken_away_is_noticed_by_the_next_change() throws IOException {
    try (SqliteState state = SqliteState.open(folder)) {
      state.journal().append("r1", 1, List.of(Samples.started("a")));
      deleteFolder();

      refuses(
          Kind.GONE,
          () -> state.journal().append("r1", 2, List.of(Samples.failed("b"))),
          "bpmndoc.db was taken away",
          "still at the provider");
      refuses(Kind.GONE, () -> state.documents().put(Samples.document("first"), false));

      SqliteState.open(folder).close();
      refuses(Kind.GONE, () -> state.journal().append("r1", 2, List.of(Samples.failed("b"))));
    }
  }

  private void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
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
}
