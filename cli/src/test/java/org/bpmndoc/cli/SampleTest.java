package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.fault.FaultsFile;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// A few documents before all others.
class SampleTest {

  /// The three leaves and the parent that a sample of three is of the mortgage example.
  private static final List<String> SAMPLE =
      List.of(
          "identification.bpmn#Task_CallCustomer",
          "identification.bpmn#Task_CompareSignatures",
          "identification.bpmn#Task_AskIssuer",
          "identification.bpmn#Sub_Investigate");

  @TempDir Path folder;

  private Path mortgage() {
    return Invocation.example("mortgage", folder);
  }

  private static Emulator emulator(String faults) throws IOException {
    FaultsFile file = FaultsFile.parse("test", "faults: [" + faults + "]");
    return Emulator.start(
        EmulatorSettings.of(new OfflineWriter())
            .withTime(InstantSource.system(), Duration.ofMillis(40))
            .withFaults(((FaultsFile.Read) file).faults()));
  }

  private static Object[] generate(Path directory, Object... more) {
    return Stream.concat(
            Stream.of(
                "generate",
                directory,
                "--sample",
                3,
                "--provider",
                "anthropic",
                "--strategy",
                "hybrid",
                "--poll",
                "10ms",
                "--list-delay",
                "0ms",
                "--json"),
            Stream.of(more))
        .toArray();
  }

  private static long messages(Emulator emulator) {
    return emulator.requests().stream()
        .filter(request -> request.path().equals("/v1/messages"))
        .count();
  }

  @Test
  void offline_it_costs_nothing_and_stops_where_nobody_can_be_asked() {
    Path mortgage = mortgage();

    Invocation sampled = Invocation.of("generate", mortgage, "--sample", 3, "--json");

    assertThat(sampled.exitCode()).as(sampled.err()).isZero();
    JsonNode sample = sampled.json().get("sample");
    assertThat(sample.get("subjects").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(SAMPLE);
    assertThat(sample.get("costUsd").asInt()).isZero();
    assertThat(sample.get("extrapolatedCostUsd").asInt()).isZero();
    assertThat(sampled.json().get("documented").asInt()).isEqualTo(SAMPLE.size());
    assertThat(sampled.json().get("strategy").asString()).isEqualTo("direct");
    assertThat(sampled.err())
        .contains(
            "a sample first: 3 leaves and a parent, everything direct",
            "Epic \"Ask the issuer\" (identification.bpmn#Task_AskIssuer)",
            "note (count-below) userStories: expected 3 to 6 items, found 0",
            "by what the sample shows: ",
            "hint: bpmndoc generate " + mortgage + " --json writes the rest");
    assertThat(mortgage.resolve("bpmndoc-site/index.html")).exists();
    assertThat(Invocation.of("status", mortgage).out()).contains("this was a sample");
  }

  @Test
  void the_rest_keeps_what_the_sample_was_paid_for_and_shares_its_budget() throws Exception {
    Path mortgage = mortgage();
    try (Emulator emulator = emulator("")) {
      Invocation generated =
          Shell.with(emulator).run(generate(mortgage, "--yes", "--budget", "500"));

      assertThat(generated.exitCode()).as(generated.err()).isZero();
      JsonNode report = generated.json();
      JsonNode sample = report.get("sample");
      assertThat(report.get("reused").asInt()).isGreaterThanOrEqualTo(SAMPLE.size());
      assertThat(report.get("state").asString()).isEqualTo("done");
      assertThat(emulator.bill().paidMoreThanOnce()).isEmpty();
      assertThat(report.get("costUsd").decimalValue().add(sample.get("costUsd").decimalValue()))
          .isEqualByComparingTo(emulator.bill().total().amount());
      assertThat(sample.get("rest").asInt() + SAMPLE.size())
          .isEqualTo(report.get("subjects").asInt());
      // The offline writer is brief, and nobody knew.
      assertThat(sample.get("extrapolatedCostUsd").decimalValue())
          .isPositive()
          .isLessThan(sample.get("estimatedCostUsd").decimalValue());
      assertThat(report.get("estimatedCostUsd")).isEqualTo(sample.get("extrapolatedCostUsd"));
      assertThat(generated.err()).contains("everything direct: without a wait, and at full price");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no to the sample        | n      | 2 | 0
          no to the rest          | y,n    | 0 | 4
          nothing said of it      | y      | 0 | 4
          """)
  void a_person_is_asked_twice(String what, String typed, int exitCode, int messages)
      throws Exception {
    Path mortgage = mortgage();
    try (Emulator emulator = emulator("")) {
      Invocation sampled =
          Shell.with(emulator)
              .atTerminal(typed.replace(',', '\n') + "\n")
              .run(generate(mortgage, "--budget", "5"));

      assertThat(sampled.exitCode()).as(what).isEqualTo(exitCode);
      assertThat(messages(emulator)).isEqualTo(messages);
      assertThat(emulator.bill().batches()).isEmpty();
      if (messages > 0) {
        assertThat(sampled.json().get("sample").get("costUsd").decimalValue())
            .isEqualByComparingTo(emulator.bill().total().amount());
        assertThat(sampled.err())
            .containsPattern("--json --budget 4\\.9\\d+ writes the rest, and keeps the sample");
      }
    }
  }

  @Test
  void two_words_of_a_person_write_everything() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = emulator("")) {
      Invocation generated =
          Shell.with(emulator)
              .atTerminal("y\ny\n")
              .run("generate", hello, "--sample", "2", "--provider", "anthropic", "--json");

      // Its one parent waits for four leaves, so the sample is everything, and nobody is asked
      // about a rest.
      assertThat(generated.exitCode()).as(generated.err()).isZero();
      assertThat(generated.err()).contains("more than the 2 that were asked for");
      assertThat(generated.err().split("Go ahead")).hasSize(2);
      assertThat(generated.json().get("reused")).isEqualTo(generated.json().get("subjects"));
      assertThat(generated.json().get("sample").get("rest").asInt()).isZero();
    }
  }

  @Test
  void money_is_not_spent_on_a_sample_unasked() throws Exception {
    Path mortgage = mortgage();
    try (Emulator emulator = emulator("")) {
      Invocation refused = Shell.with(emulator).run(generate(mortgage));

      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains("there is no terminal to ask at");
      assertThat(messages(emulator)).isZero();
    }
  }

  @Test
  void a_sample_with_a_failure_ends_there_unless_nobody_wants_to_be_asked() throws Exception {
    Path mortgage = mortgage();
    try (Emulator emulator = emulator("{messages: 1, fault: error, status: 400}")) {
      Invocation failed = Shell.with(emulator).run(generate(mortgage, "--budget", "500"));

      assertThat(failed.exitCode()).as(failed.err()).isEqualTo(1);
      assertThat(failed.err()).contains("not all of the sample could be written", "  failed: ");
      assertThat(failed.json().get("failed").asInt()).isEqualTo(1);
      assertThat(emulator.bill().batches()).isEmpty();
    }
    Path other = Invocation.example("mortgage", folder.resolve("other"));
    try (Emulator emulator = emulator("{messages: 1, fault: error, status: 400}")) {
      Invocation generated = Shell.with(emulator).run(generate(other, "--yes"));

      assertThat(generated.exitCode()).as(generated.err()).isZero();
      assertThat(generated.err()).contains("  failed: ");
      assertThat(emulator.bill().paidMoreThanOnce()).isEmpty();
    }
  }

  @Test
  void a_sample_that_a_budget_stopped_is_taken_up_as_what_it_was() throws Exception {
    Path mortgage = mortgage();
    try (Emulator emulator = emulator("")) {
      Invocation paused = Shell.with(emulator).run(generate(mortgage, "--yes", "--budget", "0"));
      assertThat(paused.exitCode()).isEqualTo(3);

      Invocation resumed = Shell.with(emulator).run("resume", mortgage, "--budget", "5", "--json");

      assertThat(resumed.exitCode()).as(resumed.err()).isZero();
      assertThat(resumed.json().get("documented").asInt()).isEqualTo(SAMPLE.size());
      assertThat(messages(emulator)).isEqualTo(SAMPLE.size());
    }
  }

  @Test
  void nothing_to_write_has_no_sample_and_ends_as_ever() {
    Path hello = Invocation.example("hello", folder);
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();

    Invocation again = Invocation.of("generate", hello, "--sample", 3, "--json");

    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("nothing is left to write, so there is no sample");
    assertThat(again.json().has("sample")).isFalse();
    assertThat(again.json().get("state").asString()).isEqualTo("done");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --sample 0         | --sample: expected 1 or more, found 0
          --sample 2 --force | the sample would be written, and paid for, twice
          """)
  void what_makes_no_sense_is_refused(String options, String message) {
    Path hello = Invocation.example("hello", folder);

    Invocation refused =
        Invocation.of(
            Stream.concat(Stream.of("generate", hello), Stream.of(options.split(" "))).toArray());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains(message);
  }
}
