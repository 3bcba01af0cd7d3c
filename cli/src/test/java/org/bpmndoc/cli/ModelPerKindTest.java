package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Bill;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A small model for some kinds of documents, a large one for others. The example has four Epics
/// and the Feature Goal above them.
class ModelPerKindTest {

  private static final String SMALL = "claude-haiku-5-5";
  private static final String LARGE = "claude-opus-5-5";
  private static final String LARGE_GOALS = "feature-goal=" + LARGE;
  private static final int EPICS = 4;

  @TempDir Path folder;

  private Shell configured(Shell shell, String text) throws Exception {
    return shell.and(
        "BPMNDOC_CONFIG", Files.writeString(folder.resolve("own.yaml"), text).toString());
  }

  private static Object[] generate(Path directory, Object... more) {
    return Stream.concat(
            Stream.of(
                "generate",
                directory,
                "--provider",
                "anthropic",
                "--yes",
                "--json",
                "--poll",
                "10ms",
                "--list-delay",
                "0ms"),
            Stream.of(more))
        .toArray();
  }

  private static Map<String, Integer> answersByModel(Bill bill) {
    Map<String, Integer> answers = new TreeMap<>();
    bill.lines().forEach(line -> answers.merge(line.model(), 1, Integer::sum));
    return answers;
  }

  @Test
  void a_plan_has_the_prices_of_both_and_each_subject_that_of_its_own() {
    Path hello = Invocation.example("hello", folder);
    Object[] asked = {"plan", hello, "--model-for", LARGE_GOALS, "--json", "--subjects"};

    JsonNode plan = Invocation.of(asked).json();
    JsonNode small = Invocation.of("plan", hello, "--json", "--subjects").json();

    assertThat(plan.get("model").asString()).isEqualTo(SMALL);
    assertThat(plan.get("models"))
        .hasToString(
            "{\"feature-goal\":\"%s\",\"epic\":\"%s\",\"business-rule\":\"%s\"}"
                .formatted(LARGE, SMALL, SMALL));
    assertThat(plan.get("otherPrices").propertyNames()).containsExactly(LARGE);
    assertThat(small.has("models")).isFalse();
    assertThat(small.has("otherPrices")).isFalse();
    for (int i = 0; i < plan.get("subjectList").size(); i++) {
      JsonNode one = plan.get("subjectList").get(i);
      BigDecimal before = small.get("subjectList").get(i).get("directUsd").decimalValue();
      BigDecimal factor =
          new BigDecimal(one.get("kind").asString().equals("feature-goal") ? "40" : "1");
      assertThat(one.get("directUsd").decimalValue()).isEqualByComparingTo(before.multiply(factor));
    }
    assertThat(Invocation.of("plan", hello, "--model-for", LARGE_GOALS).out())
        .contains("\nmodels feature-goal: %s, epic: %s, ".formatted(LARGE, SMALL));
  }

  @Test
  void a_run_pays_each_model_its_own_price_by_either_channel() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Shell shell =
          configured(
              Shell.with(emulator), "models:\n  feature-goal: " + LARGE + "\n  epic: nothing\n");

      Invocation run =
          shell.run(generate(hello, "--strategy", "hybrid", "--model-for", "epic=" + SMALL));

      assertThat(run.exitCode()).as(run.err()).isZero();
      Bill bill = emulator.bill();
      assertThat(answersByModel(bill)).isEqualTo(Map.of(SMALL, EPICS, LARGE, 1));
      assertThat(bill.lines())
          .allMatch(line -> line.model().equals(LARGE) == (line.channel() == Channel.DIRECT));
      JsonNode report = run.json();
      assertThat(report.get("model").asString()).isEqualTo(SMALL);
      assertThat(report.get("models").get("feature-goal").asString()).isEqualTo(LARGE);
      assertThat(report.get("models").get("epic").asString()).isEqualTo(SMALL);
      assertThat(report.get("costUsd").decimalValue()).isEqualByComparingTo(bill.total().amount());
      assertThat(report.get("reservedUsd").decimalValue()).isZero();
      assertThat(report.get("standardCostUsd").decimalValue())
          .isEqualByComparingTo(
              bill.total().amount().add(bill.total().minus(bill.direct()).amount()));
    }
  }

  @Test
  void standard_rates_are_told_by_what_each_model_charges_by_batch() throws Exception {
    Path hello = Invocation.example("hello", folder);
    String prices =
        Files.readString(
            Invocation.ROOT.resolve(
                "core/src/main/resources/org/bpmndoc/plan/prices-2026-11-23.json"));
    int large = prices.indexOf("\"model\": \"" + LARGE);
    Path own =
        Files.writeString(
            folder.resolve("prices.json"),
            prices.substring(0, large)
                + prices.substring(large).replaceFirst("Factor\": 0.5", "Factor\": 0.25"));
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      JsonNode report =
          Shell.with(emulator)
              .run(
                  generate(
                      hello,
                      "--strategy",
                      "multi-stage",
                      "--prices",
                      own,
                      "--model-for",
                      LARGE_GOALS))
              .json();

      BigDecimal standard = BigDecimal.ZERO;
      for (JsonNode contract : report.get("estimates")) {
        boolean goal = contract.get("contract").asString().startsWith("feature-goal@");
        standard =
            standard.add(
                contract.get("costUsd").decimalValue().multiply(new BigDecimal(goal ? 4 : 2)));
      }
      assertThat(report.get("standardCostUsd").decimalValue()).isEqualByComparingTo(standard);
    }
  }

  @Test
  void another_model_for_one_kind_rewrites_the_documents_of_that_kind_alone() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Shell shell = Shell.with(emulator);
      assertThat(shell.run(generate(hello)).exitCode()).isZero();

      Invocation again = shell.run(generate(hello, "--model-for", LARGE_GOALS));

      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(again.json().get("documented").asInt()).isEqualTo(1);
      assertThat(again.json().get("reused").asInt()).isEqualTo(EPICS);
      assertThat(answersByModel(emulator.bill())).isEqualTo(Map.of(SMALL, EPICS + 1, LARGE, 1));
    }
  }

  @Test
  void a_run_that_is_taken_up_keeps_its_models() throws Exception {
    Path hello = Invocation.example("hello", folder);
    SettableClock clock = new SettableClock(Instant.now());
    EmulatorSettings slow =
        EmulatorSettings.of(new OfflineWriter()).withTime(clock, Duration.ofHours(1));
    try (Emulator emulator = Emulator.start(slow)) {
      Shell shell = Shell.with(emulator);
      Object[] begun =
          generate(hello, "--strategy", "hybrid", "--no-wait", "--model-for", LARGE_GOALS);
      assertThat(shell.run(begun).exitCode()).isEqualTo(4);

      // Others would be sent than are under way.
      Invocation other = shell.run(generate(hello, "--strategy", "hybrid", "--no-wait"));
      assertThat(other.exitCode()).isEqualTo(2);
      assertThat(other.err()).contains("(anthropic, %s, %s)".formatted(SMALL, LARGE));

      clock.advance(Duration.ofHours(2));
      Invocation resumed =
          configured(shell, "model: claude-fable-5-2\nmodels: {feature-goal: " + SMALL + "}\n")
              .run("resume", hello, "--poll", "10ms", "--list-delay", "0ms", "--json");

      assertThat(resumed.exitCode()).as(resumed.err()).isZero();
      assertThat(answersByModel(emulator.bill())).isEqualTo(Map.of(SMALL, EPICS, LARGE, 1));
      assertThat(resumed.json().get("costUsd").decimalValue())
          .isEqualByComparingTo(emulator.bill().total().amount());
      assertThat(Invocation.of("status", hello, "--json").json().get("models"))
          .isEqualTo(resumed.json().get("models"));
    }
  }

  @Test
  void the_offline_writer_writes_everything_whatever_is_named() {
    Path hello = Invocation.example("hello", folder);

    JsonNode run = Invocation.of("generate", hello, "--model-for", LARGE_GOALS, "--json").json();

    assertThat(run.get("model").asString()).isEqualTo(Provider.OFFLINE_MODEL);
    assertThat(run.has("models")).isFalse();
    assertThat(Invocation.of("generate", hello, "--json").json().get("documented").asInt())
        .isZero();
  }

  @Test
  void a_model_without_a_price_and_an_unknown_kind_are_refused_with_their_place() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Shell shell =
        configured(Shell.empty(), "model: " + SMALL + "\nmodels:\n  business-rule: claude-x\n");

    Invocation refused =
        shell.run("plan", hello, "--model-for", "story=a", "--model-for", "epic=claude-y");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "--model-for: expected feature-goal or epic or business-rule, found \"story\"",
            "--model-for: expected a model with a price (claude-haiku-5-5, ",
            "found \"claude-y\"\n  hint: name one of these",
            folder.resolve("own.yaml") + ":3: expected a model with a price (",
            "found \"claude-x\"\n  hint: name one of these");
    // It is not asked for.
    assertThat(shell.run("plan", hello, "--model-for", "business-rule=" + LARGE).exitCode())
        .isZero();
  }
}
