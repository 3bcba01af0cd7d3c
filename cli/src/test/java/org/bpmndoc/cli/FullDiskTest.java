package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FullDiskTest {

  /// More than the database's library, which is unpacked first, and less than a run writes.
  private static final long FILE_BYTES_MAX = 2_000_000;

  @TempDir Path folder;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "limits the size of files with ulimit")
  void a_run_that_finds_no_room_is_3_and_goes_on_when_there_is_some() throws Exception {
    Path mortgage = Invocation.example("mortgage", folder);
    Process process = Child.startWithFilesOfAtMost(FILE_BYTES_MAX, "generate", mortgage, "-q");
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isEqualTo(3);
    assertThat(said).contains("bpmndoc.db cannot be read or written").contains("hint: ");

    Invocation resumed = Invocation.of("resume", mortgage, "--json");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    JsonNode report = resumed.json();
    assertThat(report.get("documented").asInt() + report.get("reused").asInt())
        .isEqualTo(report.get("subjects").asInt());
  }

  @Test
  void a_state_that_cannot_be_written_is_2_before_anything_is_sent() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path file = Files.writeString(folder.resolve("a-file"), "text");

    Invocation generated = Invocation.of("generate", hello, "--state", file);

    assertThat(generated.exitCode()).isEqualTo(2);
    assertThat(generated.err()).contains("cannot be written").contains("hint: ");
  }

  @Test
  void pages_that_cannot_be_written_are_3_and_the_documents_are_safe() throws Exception {
    Path hello = Invocation.example("hello", folder);
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();
    Path index = hello.resolve("bpmndoc-site/index.html");
    Files.delete(index);
    Files.createDirectories(index.resolve("in-the-way"));

    Invocation blocked = Invocation.of("site", hello);

    assertThat(blocked.exitCode()).isEqualTo(3);
    assertThat(blocked.err()).contains("index.html: is in the way").contains("bpmndoc site");
  }
}
