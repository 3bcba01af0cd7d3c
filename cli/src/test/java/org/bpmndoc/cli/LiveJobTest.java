package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.bpmndoc.cli.Invocation.Shell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The main job against the real API, by batch, for less than a dollar: `mvn -Plive verify` with a
/// key in `ANTHROPIC_API_KEY`. It waits for two batches, one after the other.
@Tag("live")
class LiveJobTest {

  private static final int LEAVES_MIN = 10;
  private static final int LEAVES_MAX = 20;

  @TempDir Path folder;

  @Test
  void a_parent_and_its_leaves_are_written_by_batch_and_the_bill_is_near_the_estimate() {
    String key = System.getenv("ANTHROPIC_API_KEY");
    if (key == null || key.isBlank()) {
      String reason = "not run: ANTHROPIC_API_KEY is not set";
      System.out.println("LiveJobTest " + reason);
      abort(reason);
    }
    Path mortgage = Invocation.example("mortgage", folder);
    String parent = parentOfLeaves(mortgage);

    Invocation generated =
        Shell.empty()
            .and("ANTHROPIC_API_KEY", key)
            .run(
                "generate",
                mortgage,
                "--provider",
                "anthropic",
                "--strategy",
                "multi-stage",
                "--only",
                parent,
                "--budget",
                "1",
                "--json");
    System.out.println("LiveJobTest " + generated.out() + generated.err());

    assertThat(generated.exitCode()).isZero();
    JsonNode report = generated.json();
    BigDecimal bill = report.get("costUsd").decimalValue();
    BigDecimal estimate = report.get("estimatedCostUsd").decimalValue();
    System.out.printf("LiveJobTest billed %s, estimated %s%n", bill, estimate);
    assertThat(bill).isPositive().isLessThan(BigDecimal.ONE);
    assertThat(bill)
        .isBetween(
            estimate.divide(BigDecimal.valueOf(4)), estimate.multiply(BigDecimal.valueOf(4)));
  }

  /// The first subject in order that is written from 10 to 20 leaves and nothing else.
  static String parentOfLeaves(Path directory) {
    JsonNode subjects =
        Invocation.of("plan", directory, "--provider", "anthropic", "--subjects", "--json")
            .json()
            .get("subjectList");
    return subjects
        .valueStream()
        .filter(subject -> subject.get("height").asInt() == 1)
        .filter(subject ->
            subject.get("dependsOn").size() >= LEAVES_MIN
                && subject.get("dependsOn").size() <= LEAVES_MAX)
        .map(subject -> subject.get("subject").asString())
        .findFirst()
        .orElseThrow();
  }
}
