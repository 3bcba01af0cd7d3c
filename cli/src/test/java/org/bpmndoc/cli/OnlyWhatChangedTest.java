package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.Writer;
import org.bpmndoc.emulator.offline.DriftingWriter;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The second run: what changed, and what is sent for it.
class OnlyWhatChangedTest {

  @TempDir Path folder;

  private static int sent(JsonNode report) {
    return report.at("/requests/batch").asInt() + report.at("/requests/direct").asInt();
  }

  private static JsonNode generate(Shell shell, Path directory, String... more) {
    Invocation generated =
        shell.run(
            Stream.concat(
                    Stream.of("generate", directory, "--json", "--poll", "10ms"), Stream.of(more))
                .toArray());
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated.json();
  }

  private static void edit(Path file, UnaryOperator<String> change) throws IOException {
    String before = Files.readString(file);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(file, after);
  }

  private static String first(String xml, String from, String to) {
    int at = xml.indexOf(from);
    assertThat(at).as(from).isNotNegative();
    return xml.substring(0, at) + to + xml.substring(at + from.length());
  }

  @Test
  void what_means_nothing_sends_nothing() throws Exception {
    Path mortgage = Invocation.example("mortgage", folder);
    Path evaluation = mortgage.resolve("credit-evaluation.bpmn");
    generate(Shell.empty(), mortgage);

    edit(evaluation, xml -> xml.replaceAll("(<dc:Bounds x=\")", "$11"));
    assertThat(sent(generate(Shell.empty(), mortgage))).as("shapes moved").isZero();

    edit(evaluation, xml -> xml.replace("\n    ", "\n\n      "));
    assertThat(sent(generate(Shell.empty(), mortgage))).as("formatted anew").isZero();

    edit(
        evaluation,
        xml ->
            xml.replace("modeler:executionPlatformVersion=\"7.21.0\"", "exporter=\"Other\"")
                .replaceAll(
                    "<bpmn:(\\w+) id=\"([^\"]+)\" name=\"([^\"]+)\"",
                    "<bpmn:$1 name=\"$3\" id=\"$2\""));
    assertThat(sent(generate(Shell.empty(), mortgage)))
        .as("another exporter, attributes in another order")
        .isZero();

    edit(evaluation, xml -> xml.replace("Task_Score", "Activity_0x7"));
    assertThat(sent(generate(Shell.empty(), mortgage))).as("an id renamed").isZero();

    Files.move(mortgage.resolve("archiving.bpmn"), mortgage.resolve("archive.bpmn"));
    JsonNode renamed = generate(Shell.empty(), mortgage);
    assertThat(sent(renamed)).as("a file renamed").isZero();
    assertThat(renamed.get("reused")).isEqualTo(renamed.get("subjects"));
  }

  /// What one edit of a task sends where a writer says everything in other words each time.
  private int sentAfterOneEdit(Writer writer, String name) throws Exception {
    Path mortgage = Invocation.example("mortgage", folder.resolve(name));
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(writer))) {
      Shell shell = Shell.with(emulator);
      String[] options = {"--provider", "anthropic", "--yes"};
      JsonNode all = generate(shell, mortgage, options);
      assertThat(sent(generate(shell, mortgage, options))).isZero();
      edit(
          mortgage.resolve("credit-evaluation.bpmn"),
          xml -> first(xml, "camunda:topic=\"scorecard\"", "camunda:topic=\"scores\""));
      JsonNode plan =
          shell.run("plan", mortgage, "--provider", "anthropic", "--json").json().path("changes");
      assertThat(plan.path("certain").asInt()).isEqualTo(1);
      assertThat(plan.path("possible").asInt()).isEqualTo(2);
      assertThat(plan.path("leastUsd").decimalValue())
          .isLessThan(plan.path("mostUsd").decimalValue());
      JsonNode changed = generate(shell, mortgage, options);
      assertThat(emulator.bill().paidMoreThanOnce()).isEmpty();
      assertThat(changed.get("documented").asInt()).isLessThan(all.get("documented").asInt());
      return sent(changed);
    }
  }

  @Test
  void a_change_climbs_no_further_than_its_words_though_no_answer_is_ever_the_same()
      throws Exception {
    int steady = sentAfterOneEdit(new OfflineWriter(), "steady");
    int drifting = sentAfterOneEdit(new DriftingWriter(new OfflineWriter()), "drifting");
    Writer drift = new DriftingWriter(new OfflineWriter());
    int forgetful = sentAfterOneEdit(params -> drift.answer(withoutEarlier(params)), "forgetful");

    assertThat(steady).isEqualTo(2);
    assertThat(drifting).isEqualTo(2);
    assertThat(forgetful).isEqualTo(3);
  }

  private static JsonNode withoutEarlier(JsonNode params) {
    return JsonMapper.shared().readTree(params.toString().replaceAll("<earlier>.*?</earlier>", ""));
  }
}
