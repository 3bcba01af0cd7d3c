package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteProcessesTest implements ProcessesContract {

  @TempDir private Path folder;

  @Override
  public StateAddress address() {
    return new StateAddress.Folder(folder);
  }

  @Test
  void the_lock_of_a_process_that_is_killed_ends_with_it() throws Exception {
    try (State state = State.open(address());
        Child child = Child.start(address(), "hold")) {
      assertThat(child.line()).isEqualTo("held");
      child.kill();

      state.hold(StateContract.TERMS).close();
    }
  }

  @Test
  void a_refused_attempt_here_does_not_let_another_process_in() throws Exception {
    try (State state = State.open(address());
        State again = State.open(address());
        Hold _ = state.hold(StateContract.TERMS)) {
      assertThatThrownBy(() -> again.hold(StateContract.TERMS)).isInstanceOf(StateException.class);

      try (Child child = Child.start(address(), "hold")) {
        assertThat(child.line())
            .startsWith("IN_USE ")
            .contains("process " + ProcessHandle.current().pid());
      }
    }
  }

  @Test
  void a_process_that_halts_leaves_nothing_in_the_temporary_folder(@TempDir Path temporary)
      throws Exception {
    try (Child child = Child.start(address(), "halt", "-Djava.io.tmpdir=" + temporary)) {
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
