package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.ReceivedRequest;
import org.bpmndoc.emulator.fault.Faults;
import org.bpmndoc.emulator.fault.FaultsFile;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `bpmndoc audit`, against what an emulator received.
class AuditCommandTest {

  @TempDir Path folder;

  private static List<ReceivedRequest> posts(Emulator emulator) {
    return emulator.requests().stream().filter(request -> request.method().equals("POST")).toList();
  }

  private static Faults faults(String fault) {
    return ((FaultsFile.Read) FaultsFile.parse("faults.yaml", "faults: [" + fault + "]")).faults();
  }

  @Test
  void every_post_that_arrived_is_listed_with_where_it_went() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Files.writeString(hello.resolve("bpmndoc.yaml"), "redact: {money: claim}\n");
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Shell shell = Shell.with(emulator);
      Invocation generated =
          shell.run(
              "generate",
              hello,
              "--strategy",
              "hybrid",
              "--provider",
              "anthropic",
              "--yes",
              "--poll",
              "10ms");
      assertThat(generated.exitCode()).as(generated.err()).isZero();

      JsonNode submissions = Invocation.of("audit", hello, "--json").json().get("submissions");

      assertThat(submissions).hasSameSizeAs(posts(emulator));
      assertThat(submissions)
          .allSatisfy(one -> {
            assertThat(one.get("provider").asString()).isEqualTo("anthropic");
            assertThat(one.get("server").asString()).isEqualTo(emulator.baseUrl().getAuthority());
            assertThat(one.get("redacted").asBoolean()).isTrue();
            assertThat(one.get("regions")).hasToString("[\"global\"]");
            assertThat(one.get("bytes").asLong()).isPositive();
            assertThat(one.get("sha256").asString()).matches("[0-9a-f]{64}");
          });
      assertThat(submissions.get(0).get("channel").asString()).isEqualTo("batch");
      assertThat(submissions.get(0).get("requests").asInt()).isEqualTo(4);
      assertThat(submissions.get(0).get("outcome").asString())
          .startsWith("created as msgbatch_")
          .endsWith(", deleted there");
      assertThat(submissions.get(1).get("channel").asString()).isEqualTo("direct");
      assertThat(submissions.get(1).get("outcome").asString()).isEqualTo("accepted");
      assertThat(Invocation.of("audit", hello).out())
          .contains("batch 1 (4 requests) to anthropic at 127.0.0.1")
          .contains("(redacted)")
          .contains("answered in global")
          .doesNotContain("test-key")
          .doesNotContain("Hand in");
    }
  }

  @Test
  void what_was_refused_or_found_again_is_said_so() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator =
        Emulator.start(
            EmulatorSettings.of(new OfflineWriter())
                .withFaults(
                    faults(
                        "{create: 1, fault: error, status: 413}, {create: 2, fault: timeout}")))) {
      Invocation generated =
          Shell.with(emulator)
              .run(
                  "generate",
                  hello,
                  "--provider",
                  "anthropic",
                  "--yes",
                  "--poll",
                  "10ms",
                  "--list-delay",
                  "0ms");
      assertThat(generated.exitCode()).as(generated.err()).isZero();

      assertThat(Invocation.of("audit", hello).out())
          .contains(": refused: ")
          .contains(": found as msgbatch_");
    }
  }

  @Test
  void drafts_made_offline_stay_on_this_machine() {
    Path hello = Invocation.example("hello", folder);
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();

    assertThat(Invocation.of("audit", hello, "--json").json().get("submissions"))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.get("server").asString()).isEqualTo("this machine"));
  }
}
