package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.ReceivedRequest;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.plan.Prices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A run with a model whose window is narrow, over the wire to the emulator, which counts prompts.
class CountedRunTest {

  private static final String PRICES =
      """
      {"date": "2026-11-23", "defaultModel": "claude-haiku-5-5", "models": [
        {"model": "claude-haiku-5-5", "batchFactor": 0.5, "contextWindowTokens": %d,
         "answerTokensMax": 14000, "cacheTokensMin": 512, "source": "made up",
         "tiers": [{"inputPerMTok": 1, "outputPerMTok": 5, "cacheWrite5mPerMTok": 1,
                    "cacheWrite1hPerMTok": 2, "cacheReadPerMTok": 0.1}]}]}
      """;

  private static final int EPICS = 4;

  @TempDir Path folder;

  /// What was asked of the provider, and what the program said.
  private record Run(Invocation planned, Invocation generated, List<String> asked) {

    long counts() {
      return asked.stream().filter("/v1/messages/count_tokens"::equals).count();
    }
  }

  private Run run(int windowTokens) throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path prices = Files.writeString(folder.resolve("prices.json"), PRICES.formatted(windowTokens));
    EmulatorSettings settings =
        EmulatorSettings.of(new OfflineWriter()).withPrices(Prices.read(prices));
    try (Emulator emulator = Emulator.start(settings)) {
      Shell shell = Shell.with(emulator);
      Invocation planned = shell.run("plan", hello, "--provider", "anthropic", "--prices", prices);
      assertThat(emulator.requests()).isEmpty();
      Invocation generated =
          shell.run(
              "generate",
              hello,
              "--provider",
              "anthropic",
              "--prices",
              prices,
              "--yes",
              "--json",
              "--verbose",
              "--poll",
              "10ms",
              "--list-delay",
              "0ms");
      return new Run(
          planned, generated, emulator.requests().stream().map(ReceivedRequest::path).toList());
    }
  }

  @Test
  void what_fits_by_the_count_is_written_though_the_bound_is_over_the_window() throws Exception {
    Run run = run(20_000);

    assertThat(run.generated.exitCode()).isZero();
    assertThat(run.generated.json().get("documented").asInt()).isEqualTo(EPICS + 1);
    assertThat(run.counts()).isEqualTo(1);
    assertThat(run.generated.err()).contains("count the tokens for claude-haiku-5-5 -> ");
  }

  @Test
  void what_does_not_fit_by_the_count_is_never_sent() throws Exception {
    Run run = run(14_500);

    assertThat(run.planned.err())
        .contains("%d requests that can be told already may not fit".formatted(EPICS));
    assertThat(run.counts()).isEqualTo(EPICS + 1);
    JsonNode report = run.generated.json();
    assertThat(report.get("documented").asInt()).isEqualTo(EPICS);
    assertThat(report.get("requests").get("batch").asInt()).isEqualTo(EPICS);
    assertThat(report.get("problems").get(0).get("reason").asString())
        .startsWith("the provider counts ")
        .contains("longest answer of 14,000 is more than the model's window of 14,500");
  }
}
