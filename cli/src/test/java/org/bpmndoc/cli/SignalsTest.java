package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The program in a process of its own, ended from outside while a batch is under way.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends signals with kill")
class SignalsTest {

  private final SettableClock clock = new SettableClock(Instant.now());

  @TempDir Path folder;

  private Emulator emulator() throws IOException {
    return Emulator.start(
        EmulatorSettings.of(new OfflineWriter()).withTime(clock, Duration.ofHours(1)));
  }

  @Test
  void interrupted_is_130_and_the_run_goes_on_with_its_batch() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = emulator()) {
      Process process = generate(hello, emulator);
      Child.awaitLine(process, "batch 1 sent");
      assertThat(new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor()).isZero();

      assertThat(process.waitFor()).isEqualTo(130);
      assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("paused (interrupted)")
          .contains("bpmndoc resume");
      resumedRunPaysOnce(hello, emulator);
    }
  }

  @Test
  void killed_without_warning_the_run_goes_on_with_its_batch() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = emulator()) {
      Process process = generate(hello, emulator);
      Child.awaitLine(process, "batch 1 sent");
      process.destroyForcibly().waitFor();

      assertThat(Invocation.of("status", hello, "--json").json().get("state").asString())
          .isEqualTo("running");
      resumedRunPaysOnce(hello, emulator);
    }
  }

  private void resumedRunPaysOnce(Path directory, Emulator emulator) {
    clock.advance(Duration.ofHours(2));
    Invocation resumed = Shell.with(emulator).run("resume", directory, "--poll", "10ms", "--json");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    JsonNode report = resumed.json();
    assertThat(report.get("batches").asInt()).isEqualTo(1);
    assertThat(emulator.bill().lines()).hasSize(report.get("documented").asInt());
    assertThat(report.get("costUsd").decimalValue())
        .isEqualByComparingTo(emulator.bill().total().amount());
  }

  private static Process generate(Path directory, Emulator emulator) throws IOException {
    return Child.start(
        Shell.with(emulator).environment(),
        "generate",
        directory,
        "--strategy",
        "hybrid",
        "--provider",
        "anthropic",
        "--yes",
        "--poll",
        "50ms");
  }
}
