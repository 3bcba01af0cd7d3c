package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bpmndoc.plan.DurationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The table of the mortgage example in docs/concepts/strategies.md, as `bench/strategies` prints
/// it.
class StrategiesDocTest {

  @TempDir Path folder;

  @Test
  void the_docs_show_what_the_strategies_cost_and_take() throws IOException {
    JsonNode report =
        Invocation.of("plan", Invocation.example("mortgage", folder), "--json").json();
    String page = Files.readString(Invocation.ROOT.resolve("docs/concepts/strategies.md"));

    assertThat(page).contains("| --- |\n" + rows(report) + "\nThe models of");
  }

  private static String rows(JsonNode report) {
    StringBuilder rows = new StringBuilder();
    for (JsonNode plan : report.path("strategies")) {
      rows.append(
          "| `%s`%s | %s | %s | %s | $%s | %s | %s | %s %% |\n"
              .formatted(
                  plan.path("name").asString(),
                  plan.path("recommended").booleanValue() ? " *" : "",
                  plan.path("batched"),
                  plan.path("direct"),
                  plan.path("waits"),
                  plan.path("costUsd").decimalValue().setScale(4, RoundingMode.HALF_UP),
                  time(plan.path("p50Seconds")),
                  time(plan.path("p95Seconds")),
                  plan.path("childDocuments")
                      .decimalValue()
                      .multiply(BigDecimal.valueOf(100))
                      .setScale(0, RoundingMode.DOWN)));
    }
    return rows.toString();
  }

  private static String time(JsonNode seconds) {
    return DurationText.of(Duration.ofSeconds(seconds.longValue()));
  }
}
