package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.store.sql.StateException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several processes on one state, and processes that are killed.
class ProcessesTest {

  @TempDir private Path folder;

  @Test
  void what_was_written_outlives_a_process_that_is_killed_and_its_lock_does_not() throws Exception {
    try (Child child = Child.start(folder, "append")) {
      assertThat(child.line()).isEqualTo("appended 20");
      child.kill();
    }

    try (SqliteState state = SqliteState.open(folder);
        StateLock _ = state.lock()) {
      assertThat(state.journal().entries("r1"))
          .isEqualTo(
              IntStream.rangeClosed(1, 20).mapToObj(i -> Samples.failed("entry " + i)).toList());
      assertThat(state.documents().find(Samples.FINGERPRINT))
          .contains(Samples.document("document 20"));
      state.journal().append("r1", 21, List.of(Samples.failed("and on")));
    }
  }

  @Test
  void a_second_process_is_told_which_one_has_the_lock() throws Exception {
    try (SqliteState state = SqliteState.open(folder);
        Child child = Child.start(folder, "lock")) {
      assertThat(child.line()).isEqualTo("locked");

      assertThatThrownBy(state::lock)
          .isInstanceOfSatisfying(
              StateException.class, e -> assertThat(e.kind()).isEqualTo(Kind.IN_USE))
          .hasMessageMatching(
              "(?s).* is being worked on by process " + child.pid() + " since [0-9TZ:.-]+\n.*");
      child.kill();
      state.lock().close();
    }
  }

  @Test
  void a_refused_attempt_here_does_not_let_another_process_in() throws Exception {
    try (SqliteState state = SqliteState.open(folder);
        SqliteState again = SqliteState.open(folder);
        StateLock _ = state.lock()) {
      assertThatThrownBy(again::lock).isInstanceOf(StateException.class);

      try (Child child = Child.start(folder, "lock")) {
        assertThat(child.line())
            .startsWith("IN_USE ")
            .contains("process " + ProcessHandle.current().pid());
      }
    }
  }

  @Test
  void a_state_can_be_read_while_another_process_works_on_it() throws Exception {
    try (Child child = Child.start(folder, "append")) {
      assertThat(child.line()).isEqualTo("appended 20");

      try (SqliteState looking = SqliteState.openExisting(folder).orElseThrow()) {
        assertThat(looking.journal().entries("r1")).hasSize(20);
      }
    }
  }

  @Test
  void of_two_processes_that_append_the_same_entry_one_is_fenced() throws Exception {
    SqliteState.open(folder).close();
    try (Child one = Child.start(folder, "start");
        Child other = Child.start(folder, "start");
        SqliteState state = SqliteState.open(folder)) {
      List<String> started = Stream.concat(one.lines(), other.lines()).toList();

      assertThat(started).hasSize(50).doesNotHaveDuplicates();
      assertThat(started).allSatisfy(run -> assertThat(state.journal().entries(run)).hasSize(2));
    }
  }

  @Test
  void a_process_that_halts_leaves_nothing_in_the_temporary_folder(@TempDir Path temporary)
      throws Exception {
    try (Child child = Child.start(folder, "halt", "-Djava.io.tmpdir=" + temporary)) {
      assertThat(child.lines()).isEmpty();
    }

    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).isEmpty();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .doesNotContain("bpmndoc.db-wal", "bpmndoc.db-shm", "lock-holder");
    }
  }
}
