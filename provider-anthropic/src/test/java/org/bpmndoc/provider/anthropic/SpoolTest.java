package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

  @TempDir Path folder;

  @Test
  void a_new_file_is_for_its_owner_only() throws Exception {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system knows no permissions of owner, group and others");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Spool.newFile(folder))))
        .isEqualTo("rw-------");
  }

  @Test
  void what_was_filled_in_comes_out_and_is_gone_when_closed() throws Exception {
    byte[] content = "a\nb\n".getBytes(StandardCharsets.UTF_8);
    try (Spool spool = Spool.in(folder)) {
      assertThat(spool.fill(new ByteArrayInputStream(content))).isEqualTo(4);
      assertThat(spool.content().readAllBytes()).isEqualTo(content);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
