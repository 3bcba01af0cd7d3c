package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.fault.FaultsFile;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person can want of a run that has failures or is not wanted any more. The example has
/// four leaves and a parent.
class WishesTest {

  private static final int SUBJECTS = 5;
  private static final String REFUSED_ONCE = "{batch: 1, lines: 1, fault: refusal}";

  @TempDir Path folder;

  private Path hello() {
    return Invocation.example("hello", folder);
  }

  private static Emulator emulator(String faults) throws IOException {
    FaultsFile file = FaultsFile.parse("test", "faults: [" + faults + "]");
    return Emulator.start(
        EmulatorSettings.of(new OfflineWriter())
            .withTime(InstantSource.system(), Duration.ofMillis(40))
            .withFaults(((FaultsFile.Read) file).faults()));
  }

  private static Invocation run(Emulator emulator, Object... args) {
    return Shell.with(emulator)
        .run(
            Stream.concat(Stream.of(args), Stream.of("--poll", "10ms", "--list-delay", "0ms"))
                .toArray());
  }

  private static Invocation generate(Emulator emulator, Path directory, Object... more) {
    return run(
        emulator,
        Stream.concat(
                Stream.of(
                    "generate",
                    directory,
                    "--provider",
                    "anthropic",
                    "--strategy",
                    "multi-stage",
                    "--yes",
                    "--json"),
                Stream.of(more))
            .toArray());
  }

  @Test
  void a_retry_pays_for_what_failed_and_for_what_it_blocked() throws Exception {
    Path hello = hello();
    try (Emulator emulator = emulator(REFUSED_ONCE)) {
      Invocation incomplete = generate(emulator, hello);
      assertThat(incomplete.exitCode()).isEqualTo(1);
      assertThat(incomplete.json().get("state").asString()).isEqualTo("incomplete");
      assertThat(incomplete.json().get("failed").asInt()).isEqualTo(1);
      assertThat(incomplete.json().get("blocked").asInt()).isEqualTo(1);

      Invocation retried = run(emulator, "retry", hello, "--json");

      assertThat(retried.exitCode()).as(retried.err()).isZero();
      assertThat(retried.json().get("run")).isEqualTo(incomplete.json().get("run"));
      assertThat(retried.json().get("documented").asInt()).isEqualTo(SUBJECTS);
      assertThat(retried.json().get("costUsd").decimalValue())
          .isEqualByComparingTo(emulator.bill().total().amount());
      assertThat(emulator.bill().lines()).hasSize(SUBJECTS + 1);
      assertThat(retried.err()).contains("what failed and what was blocked is tried again");

      Invocation nothing = run(emulator, "retry", hello);
      assertThat(nothing.exitCode()).isEqualTo(2);
      assertThat(nothing.err()).contains("nothing failed in run").contains("hint: bpmndoc status");
    }
  }

  @Test
  void a_parent_is_written_with_a_gap_where_that_is_wanted() throws Exception {
    Path hello = hello();
    try (Emulator emulator = emulator(REFUSED_ONCE)) {
      Invocation generated = generate(emulator, hello, "--on-failed-child", "degrade");

      assertThat(generated.exitCode()).isEqualTo(1);
      assertThat(generated.json().get("failed").asInt()).isEqualTo(1);
      assertThat(generated.json().get("blocked").asInt()).isZero();
      assertThat(generated.json().get("degraded").asInt()).isEqualTo(1);
      assertThat(Invocation.of("status", hello).out()).contains("1 with a gap");
      try (Stream<Path> pages = Files.walk(hello.resolve("bpmndoc-site/subjects"))) {
        assertThat(pages.filter(Files::isRegularFile))
            .anyMatch(page -> text(page).contains("its document could not be written"))
            .as("nothing has changed since")
            .noneMatch(page -> text(page).contains("notice stale"));
      }
    }
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_run_stops_at_the_first_failure_where_that_is_wanted() throws Exception {
    Path hello = hello();
    try (Emulator emulator = emulator(REFUSED_ONCE)) {
      Invocation stopped = generate(emulator, hello, "--fail-fast");
      assertThat(stopped.exitCode()).isEqualTo(3);
      assertThat(stopped.json().get("state").asString()).isEqualTo("paused");
      assertThat(Invocation.of("status", hello).out())
          .contains("paused (failure)", "the model refused to answer", "bpmndoc resume");

      Invocation resumed = run(emulator, "resume", hello, "--json");
      assertThat(resumed.exitCode()).isEqualTo(1);
      assertThat(resumed.json().get("documented").asInt()).isEqualTo(SUBJECTS - 2);
    }
  }

  @Test
  void a_canceled_run_keeps_what_had_been_answered_and_the_next_one_pays_for_the_rest()
      throws Exception {
    Path hello = hello();
    try (Emulator emulator = emulator("{batch: 1, fault: stuck, answered: 2}")) {
      assertThat(generate(emulator, hello, "--no-wait").exitCode()).isEqualTo(4);

      Invocation canceled = run(emulator, "cancel", hello, "--json");

      assertThat(canceled.exitCode()).as(canceled.err()).isZero();
      assertThat(canceled.json().get("state").asString()).isEqualTo("canceled");
      assertThat(canceled.json().get("documented").asInt()).isEqualTo(2);
      assertThat(canceled.json().get("reservedUsd").decimalValue()).isZero();
      assertThat(emulator.bill().lines()).hasSize(2);
      assertThat(Invocation.of("status", hello).out())
          .contains("canceled; what was finished is kept", "hint: bpmndoc generate");
      for (String command : new String[] {"cancel", "resume", "retry"}) {
        Invocation refused = run(emulator, command, hello);
        assertThat(refused.exitCode()).as(command).isEqualTo(2);
        assertThat(refused.err()).contains("hint: bpmndoc");
      }

      Invocation generated = generate(emulator, hello);
      assertThat(generated.exitCode()).as(generated.err()).isZero();
      assertThat(generated.json().get("reused").asInt()).isEqualTo(2);
      assertThat(emulator.bill().lines()).hasSize(SUBJECTS);
      assertThat(emulator.bill().paidMoreThanOnce()).isEmpty();
    }
  }

  @Test
  void a_cancel_that_does_not_wait_is_finished_by_another() throws Exception {
    Path hello = hello();
    try (Emulator emulator = emulator("{batch: 1, fault: stuck}")) {
      assertThat(generate(emulator, hello, "--no-wait").exitCode()).isEqualTo(4);

      Invocation asked = Shell.with(emulator).run("cancel", hello, "--no-wait", "--poll", "1h");
      assertThat(asked.exitCode()).isEqualTo(4);
      assertThat(asked.out()).contains("being canceled");

      assertThat(run(emulator, "cancel", hello).exitCode()).isZero();
      assertThat(emulator.bill().lines()).isEmpty();
    }
  }
}
