package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `bpmndoc diff`, on the smallest example.
class DiffCommandTest {

  private static final String PAY = "hello.bpmn#Task_PayBack";
  private static final String ATTACK =
      "&lt;img src=x onerror=alert(1)&gt; @everyone #1 https://evil.example";

  @TempDir Path folder;
  private Path hello;

  @BeforeEach
  void writeTwice() throws IOException {
    hello = Invocation.example("hello", folder);
    generate();
    edit("The amount goes out with the next salary run.", "The amount goes out at once. " + ATTACK);
    generate();
  }

  private void generate() {
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();
  }

  private void edit(String from, String to) throws IOException {
    Path file = hello.resolve("hello.bpmn");
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  private JsonNode diff(Object... more) {
    Object[] args = new Object[3 + more.length];
    System.arraycopy(new Object[] {"diff", hello, "--json"}, 0, args, 0, 3);
    System.arraycopy(more, 0, args, 3, more.length);
    Invocation told = Invocation.of(args);
    assertThat(told.exitCode()).as(told.err()).isZero();
    return told.json();
  }

  private static JsonNode subject(JsonNode diff, String subject) {
    return diff.get("subjects")
        .valueStream()
        .filter(one -> one.get("subject").asString().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_text_that_changed_is_told_by_field_before_and_after() {
    JsonNode json = diff();
    JsonNode pay = subject(json, PAY);

    assertThat(json.at("/since/run").asString()).startsWith("r");
    assertThat(pay.get("change").asString()).isEqualTo("changed");
    assertThat(pay.get("fields").valueStream())
        .isNotEmpty()
        .anyMatch(field ->
            field.get("before").toString().contains("next salary run")
                && field.get("now").toString().contains("at once"));
    assertThat(json.at("/counts/new").asInt()).isZero();
    assertThat(json.at("/counts/changed").asInt()).isPositive();
  }

  @Test
  void since_a_time_before_everything_all_is_new_and_since_the_newest_run_nothing_is() {
    JsonNode all = diff("--since", "2020-01-01");
    JsonNode none = diff("--since", subject(all, PAY).at("/now/run").asString());

    assertThat(all.at("/counts/new").asInt()).isEqualTo(all.get("subjects").size());
    assertThat(none.get("subjects")).isEmpty();
    assertThat(Invocation.of("diff", hello, "--since", "2999-01-01T00:00:00Z").out())
        .contains("no change");
  }

  @Test
  void a_task_that_is_gone_is_told() throws Exception {
    edit("Task_PayBack", "Task_PayOut");
    generate();

    JsonNode json = diff("--since", "2020-01-01");
    JsonNode last =
        diff("--since", subject(json, "hello.bpmn#Task_CheckReceipts").at("/now/run").asString());

    assertThat(subject(last, PAY).get("change").asString()).isEqualTo("gone");
    assertThat(subject(last, "hello.bpmn#Task_PayOut").get("change").asString()).isEqualTo("new");
  }

  @Test
  void people_see_the_words() {
    assertThat(Invocation.of("diff", hello).out())
        .startsWith("Documents since run r")
        .contains("changed  " + PAY, "[-", "{+");
  }

  /// Format | what would do harm in it.
  @ParameterizedTest
  @CsvSource({
    "markdown, <img",
    "markdown, @everyone",
    "markdown, #1 ",
    "markdown, https://evil",
    "html, <img"
  })
  void nothing_in_a_text_becomes_markup(String format, String harm) {
    Invocation told = Invocation.of("diff", hello, "--format", format);

    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out()).contains("<details><summary>", "everyone").doesNotContain(harm);
  }

  @Test
  void a_page_is_written_where_it_is_wanted_and_lets_nothing_run() throws Exception {
    Path page = folder.resolve("changes.html");

    Invocation told = Invocation.of("diff", hello, "--format", "html", "--out", page);

    assertThat(told.out()).isEmpty();
    assertThat(Files.readString(page))
        .contains("default-src 'none'", "<ins>", "<del>")
        .doesNotContain("<script");
  }

  @Test
  void what_cannot_be_understood_is_refused() {
    Invocation unknown = Invocation.of("diff", hello, "--since", "yesterday");
    Invocation both = Invocation.of("diff", hello, "--json", "--format", "html");
    Invocation nothing = Invocation.of("diff", Invocation.example("mortgage", folder));

    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("--since: expected a run of", "found yesterday");
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(nothing.exitCode()).isEqualTo(2);
  }
}
