package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.fault.Faults;
import org.bpmndoc.emulator.fault.FaultsFile;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is kept, by whom it can be read, and how it goes.
class PurgeCommandTest {

  @TempDir Path folder;

  private static Invocation paid(Emulator emulator, Path directory, String... more) {
    Invocation generated =
        Shell.with(emulator)
            .run(
                Stream.concat(
                        Stream.of(
                            "generate",
                            directory,
                            "--strategy",
                            "hybrid",
                            "--provider",
                            "anthropic",
                            "--yes",
                            "--poll",
                            "10ms"),
                        Stream.of(more))
                    .toArray());
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated;
  }

  private static String run(Path directory) {
    return Invocation.of("status", directory, "--json").json().get("run").asString();
  }

  @Test
  void documents_of_subjects_that_are_gone_go_and_nothing_of_them_stays_in_the_file()
      throws Exception {
    Path hello = Invocation.example("hello", folder);
    Files.writeString(
        hello.resolve("other.bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="other" name="Peculiar business"><task id="t" name="Peculiar work"/></process>
        </definitions>
        """);
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();
    Files.delete(hello.resolve("other.bpmn"));
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();

    JsonNode purged =
        Invocation.of("purge", hello, "--older-than", "0ms", "--yes", "--json").json();

    assertThat(purged.get("documents").asInt()).isEqualTo(2);
    assertThat(purged.get("runs")).hasSize(1);
    for (String name : new String[] {"bpmndoc.db", "bpmndoc.db-wal"}) {
      Path file = hello.resolve(".bpmndoc").resolve(name);
      if (Files.exists(file)) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("eculiar");
      }
    }
    assertThat(Invocation.of("generate", hello, "--json").json().get("reused").asInt())
        .isEqualTo(5);
  }

  @Test
  void a_file_that_cannot_be_read_for_now_loses_no_documents() throws Exception {
    Path mortgage = Invocation.example("mortgage", folder);
    assertThat(Invocation.of("generate", mortgage).exitCode()).isZero();
    Path one;
    try (Stream<Path> files = Files.list(mortgage)) {
      one =
          files
              .filter(file -> file.toString().endsWith(".bpmn"))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    Files.writeString(one, "<definitions><process");

    JsonNode purged = Invocation.of("purge", mortgage, "--yes", "--json").json();

    assertThat(purged.get("documents").asInt()).isZero();
  }

  @Test
  void nothing_goes_without_a_yes() {
    Path hello = Invocation.example("hello", folder);
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();

    Invocation unasked = Invocation.of("purge", hello);
    assertThat(unasked.exitCode()).isEqualTo(2);
    assertThat(unasked.err()).contains("documents that no subject has").contains("--yes");
    assertThat(Shell.empty().atTerminal("n\n").run("purge", hello).exitCode()).isEqualTo(2);
    assertThat(Shell.empty().atTerminal("y\n").run("purge", hello).out())
        .contains("0 documents, 0 journals and 0 batches at the provider deleted");
  }

  @Test
  void a_run_that_is_named_goes_whenever_it_ended() {
    Path hello = Invocation.example("hello", folder);
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();
    String run = run(hello);

    assertThat(Invocation.of("purge", hello, "--run", run, "--yes").exitCode()).isZero();

    assertThat(Invocation.of("status", hello).err()).contains("or their runs were purged");
    Invocation gone = Invocation.of("purge", hello, "--run", run, "--yes");
    assertThat(gone.exitCode()).isEqualTo(2);
    assertThat(gone.err()).contains("there is no run " + run);
  }

  @Test
  void what_is_under_way_is_not_touched() throws Exception {
    Path hello = Invocation.example("hello", folder);
    EmulatorSettings never =
        EmulatorSettings.of(new OfflineWriter()).withFaults(faults("{batch: 1, fault: stuck}"));
    try (Emulator emulator = Emulator.start(never)) {
      assertThat(
              Shell.with(emulator)
                  .run(
                      "generate",
                      hello,
                      "--strategy",
                      "hybrid",
                      "--provider",
                      "anthropic",
                      "--yes",
                      "--no-wait")
                  .exitCode())
          .isEqualTo(4);

      Invocation refused = Invocation.of("purge", hello, "--yes");
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains("still has requests under way");
      assertThat(Invocation.of("purge", hello, "--run", run(hello), "--yes").exitCode())
          .isEqualTo(2);
    }
  }

  private static Faults faults(String fault) {
    return ((FaultsFile.Read) FaultsFile.parse("faults.yaml", "faults: [" + fault + "]")).faults();
  }

  @Test
  void batches_that_were_kept_are_listed_and_deleted_on_request() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      paid(emulator, hello, "--keep-remote");
      assertThat(Invocation.of("status", hello).out())
          .contains("1 batch whose results are stored is still at the provider: msgbatch_")
          .contains("purge " + hello + " --remote");

      assertThat(Invocation.of("purge", hello, "--remote", "--yes").err())
          .contains("ANTHROPIC_API_KEY is not set");
      JsonNode purged =
          Shell.with(emulator).run("purge", hello, "--remote", "--yes", "--json").json();

      assertThat(purged.get("remoteDeleted")).hasSize(1);
      JsonNode status = Invocation.of("status", hello, "--json").json();
      assertThat(status.get("remoteBatches")).isEmpty();
      assertThat(status.get("state").asString()).isEqualTo("done");
    }
  }

  @Test
  void a_batch_that_cannot_be_deleted_is_named_and_is_1() throws Exception {
    Path hello = Invocation.example("hello", folder);
    EmulatorSettings stubborn =
        EmulatorSettings.of(new OfflineWriter())
            .withFaults(faults("{delete: all, fault: error, status: 500}"));
    try (Emulator emulator = Emulator.start(stubborn)) {
      paid(emulator, hello);

      Invocation purged =
          Shell.with(emulator).run("purge", hello, "--remote", "--run", run(hello), "--yes");

      assertThat(purged.exitCode()).isEqualTo(1);
      assertThat(purged.out()).contains("is still at the provider: ");
      assertThat(Invocation.of("status", hello, "--json").json().get("remoteBatches")).hasSize(1);
    }
  }

  @Test
  void whatever_is_kept_can_be_read_by_its_owner_only() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path state = Files.createDirectory(folder.resolve("state"));
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(Invocation.of("generate", hello, "--state", state, "--keep-remote").exitCode())
        .isZero();

    List<Path> files;
    try (Stream<Path> all = Files.walk(state)) {
      files = all.filter(file -> !file.equals(state) && !file.endsWith(".gitignore")).toList();
    }
    assertThat(files).anySatisfy(file -> assertThat(file.toString()).endsWith(".requests.jsonl"));
    assertThat(files)
        .allSatisfy(file ->
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .endsWith("------"));
  }
}
