package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {

  @TempDir private Path folder;

  @Test
  void a_second_attempt_in_the_same_process_is_told() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    try (StateLock _ = StateLock.take(new StateFolder(real))) {
      for (Path path : new Path[] {real, link}) {
        assertThatThrownBy(() -> StateLock.take(new StateFolder(path)))
            .isInstanceOf(StateException.class)
            .hasMessageContaining("by process " + ProcessHandle.current().pid() + " since ");
      }
    }
  }

  @Test
  void a_lock_that_was_let_go_can_be_taken_again() {
    StateFolder at = new StateFolder(folder);

    StateLock first = StateLock.take(at);
    first.close();
    StateLock second = StateLock.take(at);
    first.close();

    assertThatThrownBy(() -> StateLock.take(at)).isInstanceOf(StateException.class);
    second.close();
    assertThat(at.holder()).doesNotExist();
  }

  @Test
  void a_link_in_the_folder_is_not_written_through() throws IOException {
    StateFolder at = new StateFolder(folder);
    Path precious = Files.writeString(folder.resolve("precious"), "kept");
    Files.createSymbolicLink(at.holder(), precious);

    StateLock.take(at).close();

    assertThat(precious).hasContent("kept");
    Files.createSymbolicLink(folder.resolve("elsewhere"), precious);
    Files.delete(at.lock());
    Files.createSymbolicLink(at.lock(), precious);
    assertThatThrownBy(() -> StateLock.take(at)).isInstanceOf(StateException.class);
  }

  @Test
  void a_holder_that_was_killed_is_not_taken_for_another_process_of_its_number()
      throws IOException {
    StateFolder at = new StateFolder(folder);
    Files.writeString(
        at.holder(),
        "process %d since 2020-01-01T00:00:00Z".formatted(ProcessHandle.current().pid()));

    assertThat(new LockHolder(at).readIfAlive()).isEmpty();
  }

  @Test
  void a_holder_that_is_no_process_is_not_repeated() throws IOException {
    StateFolder at = new StateFolder(folder);
    try (StateLock _ = StateLock.take(at)) {
      Files.writeString(at.holder(), "process 1\u001b[2J");

      assertThatThrownBy(() -> StateLock.take(at))
          .hasMessageContaining("worked on by another process\n");
    }
  }
}
