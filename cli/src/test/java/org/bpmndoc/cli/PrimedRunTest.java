package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Bill;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.plan.Prices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A run with primers, over the wire to the emulator, which models the provider's cache.
class PrimedRunTest {

  /// Prompts are dear and answers cheap, so that what requests have in common is worth a primer.
  private static final String PRICES =
      """
      {"date": "2026-11-23", "defaultModel": "claude-haiku-5-5", "models": [
        {"model": "claude-haiku-5-5", "batchFactor": 0.5, "contextWindowTokens": 1000000,
         "answerTokensMax": 128000, "cacheTokensMin": 512, "source": "made up",
         "tiers": [{"inputPerMTok": 100, "outputPerMTok": 0.1, "cacheWrite5mPerMTok": 125,
                    "cacheWrite1hPerMTok": 200, "cacheReadPerMTok": 10}]}]}
      """;

  @TempDir Path folder;

  @Test
  void what_was_planned_is_read_from_the_cache_and_billed_as_such() throws Exception {
    Path mortgage = Invocation.example("mortgage", folder);
    Path prices = Files.writeString(folder.resolve("prices.json"), PRICES);
    EmulatorSettings settings =
        EmulatorSettings.of(new OfflineWriter()).withPrices(Prices.read(prices));
    try (Emulator emulator = Emulator.start(settings)) {
      Shell shell = Shell.with(emulator);
      JsonNode plan =
          shell
              .run("plan", mortgage, "--provider", "anthropic", "--prices", prices, "--json")
              .json();
      JsonNode auto = plan.get("strategies").get(6);
      assertThat(auto.get("name").asString()).isEqualTo("auto");
      assertThat(auto.get("primerWaits").asInt()).isEqualTo(1);

      Invocation run =
          shell.run(
              "generate",
              mortgage,
              "--provider",
              "anthropic",
              "--prices",
              prices,
              "--yes",
              "--json",
              "--poll",
              "10ms",
              "--list-delay",
              "0ms");

      assertThat(run.exitCode()).as(run.err()).isZero();
      JsonNode report = run.json();
      Bill bill = emulator.bill();
      assertThat(report.get("usage").get("cacheWriteTokens").asLong()).isPositive();
      assertThat(report.get("usage").get("cacheReadTokens").asLong())
          .isGreaterThan(10 * report.get("usage").get("cacheWriteTokens").asLong());
      assertThat(report.get("costUsd").decimalValue()).isEqualByComparingTo(bill.total().amount());
      assertThat(report.get("waits").asInt()).isLessThanOrEqualTo(auto.get("waits").asInt());
      assertThat(bill.lines().stream().map(line -> line.what()).toList()).doesNotHaveDuplicates();
    }
  }
}
