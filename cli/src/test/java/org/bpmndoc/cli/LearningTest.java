package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Plans learn from the runs of the same state, and a report shows what was expected beside what
/// came.
class LearningTest {

  @TempDir Path folder;

  @Test
  void what_runs_use_and_take_is_expected_better_from_run_to_run() {
    Path mortgage = Invocation.example("mortgage", folder);

    List<JsonNode> reports =
        Stream.generate(() ->
                Invocation.of("generate", mortgage, "--strategy", "hybrid", "--force", "--json")
                    .json())
            .limit(3)
            .toList();

    for (int run = 1; run < reports.size(); run++) {
      JsonNode before = reports.get(run - 1);
      JsonNode after = reports.get(run);
      assertThat(after.get("estimates")).hasSize(3);
      for (int i = 0; i < 3; i++) {
        JsonNode contract = after.get("estimates").get(i);
        JsonNode contractBefore = before.get("estimates").get(i);
        assertThat(contract.get("contract")).isEqualTo(contractBefore.get("contract"));
        assertThat(offBy(contract, "Output")).isLessThan(offBy(contractBefore, "Output"));
      }
      assertThat(offByInAll(after, "Input")).isLessThan(offByInAll(before, "Input"));
      assertThat(offByInAll(after, "Output")).isLessThan(offByInAll(before, "Output"));
      // The emulator's batches end at once.
      assertThat(after.get("estimatedP95Seconds").asLong())
          .isLessThan(before.get("estimatedP95Seconds").asLong());
    }
    // To begin with it was eleven times as much.
    assertThat(offByInAll(reports.getLast(), "Output")).isLessThan(0.3);
    assertThat(offByInAll(reports.getLast(), "Input")).isLessThan(0.05);
  }

  @Test
  void a_plan_expects_what_the_run_that_it_is_for_would_expect() {
    Path hello = Invocation.example("hello", folder);
    JsonNode before = Invocation.of("plan", hello, "--provider", "anthropic", "--json").json();
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();

    // Another provider and another model: what the offline writer used says nothing about them.
    ObjectNode after =
        (ObjectNode) Invocation.of("plan", hello, "--provider", "anthropic", "--json").json();
    assertThat(after.remove("changes").path("certain").asInt()).isPositive();
    assertThat(after).isEqualTo(before);
  }

  @Test
  void a_report_shows_tokens_money_and_time_that_were_expected_beside_those_that_came()
      throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Invocation generated =
          Shell.with(emulator)
              .run(
                  "generate",
                  hello,
                  "--strategy",
                  "hybrid",
                  "--provider",
                  "anthropic",
                  "--yes",
                  "--list-delay",
                  "0ms");
      JsonNode status = Invocation.of("status", hello, "--json").json();
      JsonNode estimates = status.get("estimates");

      assertThat(generated.exitCode()).isZero();
      assertThat(generated.out())
          .contains("planned (hybrid): 1 wait; half of such runs end within ")
          .containsPattern(
              "subjects +input: expected +used +output: expected +used +expected +spent")
          .containsPattern(
              "epic@\\d+ +4 +[0-9,]+ +[0-9,]+ +[0-9,]+ +[0-9,]+ +\\$0\\.\\d+ +\\$0\\.\\d+");
      assertThat(status.get("plannedWaits").asInt()).isEqualTo(1);
      assertThat(sum(estimates, "subjects")).isEqualByComparingTo("5");
      assertThat(sum(estimates, "estimatedUsd"))
          .isEqualByComparingTo(status.get("estimatedCostUsd").decimalValue());
      assertThat(sum(estimates, "costUsd"))
          .isPositive()
          .isEqualByComparingTo(status.get("costUsd").decimalValue());
      assertThat(sum(estimates, "inputTokens"))
          .isEqualByComparingTo(status.get("usage").get("inputTokens").decimalValue());
      assertThat(sum(estimates, "outputTokens"))
          .isEqualByComparingTo(status.get("usage").get("outputTokens").decimalValue());
    }
  }

  private static double offBy(JsonNode contract, String tokens) {
    double used = contract.get(tokens.toLowerCase(Locale.ROOT) + "Tokens").asDouble();
    return Math.abs(contract.get("estimated" + tokens + "Tokens").asDouble() - used) / used;
  }

  private static double offByInAll(JsonNode report, String tokens) {
    double used =
        sum(report.get("estimates"), tokens.toLowerCase(Locale.ROOT) + "Tokens").doubleValue();
    double expected = sum(report.get("estimates"), "estimated" + tokens + "Tokens").doubleValue();
    return Math.abs(expected - used) / used;
  }

  private static BigDecimal sum(JsonNode estimates, String field) {
    return estimates
        .valueStream()
        .map(contract -> contract.get(field).decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
