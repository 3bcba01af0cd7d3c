package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `bpmndoc explain`, on the smallest example.
class ExplainCommandTest {

  private static final String PARENT = "hello.bpmn#expense-claim";
  private static final String CHECK = "hello.bpmn#Task_CheckReceipts";
  private static final String PAY = "hello.bpmn#Task_PayBack";

  @TempDir Path folder;
  private Path hello;

  @BeforeEach
  void copyHello() {
    hello = Invocation.example("hello", folder);
  }

  private JsonNode explain(String subject, Object... more) {
    Object[] args = new Object[4 + more.length];
    System.arraycopy(new Object[] {"explain", hello, subject, "--json"}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    Invocation explained = Invocation.of(args);
    assertThat(explained.exitCode()).as(explained.err()).isZero();
    return explained.json();
  }

  private static String text(JsonNode json, String pointer) {
    return json.at(pointer).asString();
  }

  private void generate(Object... more) {
    Object[] args = new Object[2 + more.length];
    System.arraycopy(new Object[] {"generate", hello}, 0, args, 0, 2);
    System.arraycopy(more, 0, args, 2, more.length);
    assertThat(Invocation.of(args).exitCode()).isZero();
  }

  private void edit(String from, String to) throws IOException {
    Path file = hello.resolve("hello.bpmn");
    String xml = Files.readString(file);
    assertThat(xml).contains(from);
    Files.writeString(file, xml.replace(from, to));
  }

  @Test
  void a_document_that_is_right_says_what_it_was_written_from_and_when() {
    generate();
    generate();

    JsonNode json = explain(PARENT);

    assertThat(text(json, "/state")).isEqualTo("documented");
    assertThat(text(json, "/reason")).startsWith("up to date");
    assertThat(json.get("lineage")).hasSize(4);
    assertThat(json.at("/lineage/0/digest").asString()).hasSize(64);
    assertThat(text(json, "/lineage/0/fidelity")).isEqualTo("full");
    assertThat(text(json, "/lineage/0/source")).isEqualTo("this-run");
    assertThat(json.at("/lineage/0/still").asBoolean()).isTrue();
    assertThat(json.get("costUsd").isNumber()).isTrue();
    assertThat(text(json, "/model")).isEqualTo("offline-writer-1");
    assertThat(text(json, "/contract")).startsWith("feature-goal@");
    assertThat(json.get("requestKept").asBoolean()).isTrue();
    assertThat(json.at("/findings").has("contradiction")).isTrue();
    assertThat(json.get("history")).hasSize(2);
    assertThat(text(json, "/history/0/what")).isEqualTo("written");
    assertThat(text(json, "/history/1/what")).isEqualTo("kept");
    assertThat(text(json, "/history/0/fingerprint")).isEqualTo(text(json, "/fingerprint"));
  }

  @Test
  void a_fact_that_changed_is_named_and_so_is_the_child_above_it() throws Exception {
    generate();
    edit("The amount goes out with the next salary run.", "The amount goes out at once.");

    JsonNode child = explain(PAY);
    JsonNode parent = explain(PARENT);
    JsonNode other = explain(CHECK);

    assertThat(text(child, "/state")).isEqualTo("stale");
    assertThat(text(child, "/causes/0/kind")).isEqualTo("facts");
    assertThat(text(child, "/causes/0/pointer")).startsWith("/subject/");
    assertThat(text(child, "/causes/0/before")).contains("next salary run");
    assertThat(text(child, "/causes/0/now")).contains("at once");
    assertThat(text(child, "/reason")).startsWith("its own facts changed, first at /subject/");
    assertThat(text(parent, "/state")).isEqualTo("stale");
    assertThat(parent.get("causes").valueStream().map(cause -> cause.get("kind").asString()))
        .contains("child-to-write");
    assertThat(text(other, "/state")).isEqualTo("documented");

    generate("--only", PAY);
    JsonNode above = explain(PARENT);
    assertThat(above.get("causes").valueStream().map(cause -> cause.get("kind").asString()))
        .contains("child-changed")
        .doesNotContain("child-to-write");
    assertThat(above.get("lineage").valueStream().filter(seen -> !seen.get("still").asBoolean()))
        .singleElement()
        .satisfies(seen -> assertThat(seen.get("subject").asString()).isEqualTo(PAY));
  }

  @Test
  void another_language_or_model_is_a_reason() {
    generate();

    assertThat(text(explain(PAY, "--language", "sv"), "/reason"))
        .isEqualTo("it would be written in another language: en → sv");
    assertThat(text(explain(PAY, "--provider", "anthropic"), "/causes/0/kind")).isEqualTo("model");
  }

  @Test
  void what_is_new_and_what_is_gone_is_told() throws Exception {
    generate();
    edit("Task_PayBack", "Task_PayOut");

    JsonNode gone = explain(PAY);
    JsonNode renamed = explain("hello.bpmn#Task_PayOut");

    assertThat(text(gone, "/state")).isEqualTo("gone");
    assertThat(gone.get("history")).hasSize(1);
    assertThat(text(renamed, "/state")).isEqualTo("new");
    assertThat(text(renamed, "/reason")).contains("answers the same request");
    assertThat(renamed.get("fingerprint").isNull()).isTrue();
    assertThat(renamed.get("lineage")).isEmpty();
  }

  @Test
  void people_read_it_in_a_few_lines() throws Exception {
    generate();
    edit("The amount goes out with the next salary run.", "The amount goes out at once.");

    String told = Invocation.of("explain", hello, PAY).out();

    assertThat(told)
        .startsWith(PAY + ": stale")
        .contains("its own facts changed, first at /subject/", "offline-writer-1 of offline")
        .contains("findings: ", " written ");
  }

  @Test
  void hidden_texts_are_compared_as_they_were_sent() throws Exception {
    Files.writeString(hello.resolve("bpmndoc.yaml"), "redact: {pay: 'salary run'}\n");
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Shell shell = Shell.with(emulator);
      Object[] paid = {"generate", hello, "--provider", "anthropic", "--yes", "--poll", "10ms"};
      assertThat(shell.run(paid).exitCode()).isZero();
      edit("with the next salary run.", "with this salary run.");

      Invocation told = shell.run("explain", hello, PAY, "--json");

      assertThat(told.exitCode()).as(told.err()).isZero();
      assertThat(text(told.json(), "/causes/0/before")).contains("«pay-1»");
      assertThat(text(told.json(), "/causes/0/now")).contains("with this «pay-1»");
      assertThat(told.out()).doesNotContain("salary run");
      assertThat(told.json().get("costUsd").asDouble()).isPositive();
      assertThat(told.json().at("/history/0/costUsd").asDouble()).isPositive();
    }
  }

  @Test
  void an_unknown_subject_and_a_folder_without_a_state_are_refused() {
    Invocation nothing = Invocation.of("explain", hello, PAY);
    generate();
    Invocation unknown = Invocation.of("explain", hello, "hello.bpmn#nobody");
    Invocation noName = Invocation.of("explain", hello, "nobody");

    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).contains("nothing has been generated yet");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("has no subject hello.bpmn#nobody");
    assertThat(noName.exitCode()).isEqualTo(2);
  }
}
