package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people wrote: what it makes be written again, what refuses it, how it is listed.
class OverridesTest {

  private static final String SEND = "billing.bpmn#send";
  private static final String ORDER = "order.bpmn#order";

  @TempDir Path folder;
  private Path models;

  /// An order, with a task, that calls billing, with another.
  @BeforeEach
  void drawModels() throws Exception {
    models = Files.createDirectory(folder.resolve("models"));
    draw(
        "order.bpmn",
        "order",
        "<userTask id=\"pick\" name=\"Pick\"/><callActivity id=\"bill\" name=\"Bill\""
            + " calledElement=\"billing\"/>");
    draw("billing.bpmn", "billing", "<userTask id=\"send\" name=\"Send the bill\"/>");
  }

  private void draw(String name, String id, String content) throws Exception {
    Files.writeString(
        models.resolve(name),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="%s" name="The %s">%s</process>
        </definitions>
        """
            .formatted(id, id, content));
  }

  private Path write(String name, String yaml) {
    Path file = models.resolve("bpmndoc-overrides").resolve(name);
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, yaml);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void remove(String name) {
    try {
      Files.delete(models.resolve("bpmndoc-overrides").resolve(name));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private JsonNode generate(Object... more) {
    Invocation generated =
        Invocation.of(
            Stream.concat(Stream.of("generate", models, "--json"), Stream.of(more)).toArray());
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated.json();
  }

  private static int sent(JsonNode report) {
    return report.at("/requests/batch").asInt() + report.at("/requests/direct").asInt();
  }

  /// The subjects whose requests would be sent first.
  private List<String> toSend() throws Exception {
    Path requests = Files.createTempDirectory(folder, "requests");
    assertThat(Invocation.of("plan", models, "--requests", requests).exitCode()).isZero();
    try (Stream<Path> files = Files.list(requests)) {
      return files
          .map(file -> JsonMapper.shared().readTree(text(file)).at("/subjects/0").asString())
          .toList();
    }
  }

  private String question(String subject, String question) {
    return "subject: %s\nextend:\n  openQuestions: [%s]\n".formatted(subject, question);
  }

  private interface Change {
    void in(OverridesTest test);
  }

  private static Arguments row(String what, Change change, int requests, String... toSend) {
    return arguments(what, change, requests, List.of(toSend));
  }

  /// What changed | requests sent | for whom.
  static Stream<Arguments> changes() {
    return Stream.of(
        row("nothing", _ -> {}, 0),
        row(
            "a child's words",
            test -> test.write("send.yaml", test.question(SEND, "By whom?")),
            1,
            "billing.bpmn#billing"),
        row(
            "a child's words are removed",
            test -> test.remove("send.yaml"),
            1,
            "billing.bpmn#billing"),
        row(
            "only the file's name",
            test -> {
              test.remove("send.yaml");
              test.write("mail/send.yml", test.question(SEND, "By mail?"));
            },
            0),
        row(
            "a root's words",
            test -> test.write("order.yaml", test.question(ORDER, "For whom?")),
            0),
        row(
            "words about nobody",
            test -> test.write("gone.yaml", test.question("order.bpmn#gone", "Who?")),
            0),
        row(
            "which elements a child's words are about",
            test ->
                test.write(
                    "send.yaml",
                    """
                    subject: billing.bpmn#send
                    extend:
                      openQuestions:
                        - text: By mail?
                          elements: [send]
                    """),
            0));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void what_changes_is_written_again_and_nothing_else(
      String what, Change change, int requests, List<String> toSend) throws Exception {
    write("send.yaml", question(SEND, "By mail?"));
    generate();

    change.in(this);

    assertThat(toSend()).as(what).containsExactlyElementsOf(toSend);
    JsonNode again = generate();
    assertThat(sent(again)).as(what).isEqualTo(requests);
    assertThat(again.get("documented").asInt()).isEqualTo(requests);
    assertThat(again.get("stale")).isEmpty();
    assertThat(sent(generate())).isZero();
  }

  @Test
  void words_that_were_removed_bring_back_what_was_stored_before_them() {
    generate();
    write("send.yaml", question(SEND, "By mail?"));
    assertThat(sent(generate())).isEqualTo(1);

    remove("send.yaml");

    assertThat(sent(generate())).isZero();
  }

  @Test
  void words_survive_when_everything_is_written_again() throws Exception {
    write("send.yaml", "subject: billing.bpmn#send\nreplace:\n  summary: It goes by mail.\n");
    generate();
    JsonNode forced = generate("--force");

    assertThat(forced.get("documented")).isEqualTo(forced.get("subjects"));
    assertThat(forced.get("stale")).isEmpty();
    assertThat(pages()).anyMatch(page -> page.contains("It goes by mail."));
  }

  private List<String> pages() throws Exception {
    try (Stream<Path> files = Files.walk(models.resolve("bpmndoc-site"))) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .map(OverridesTest::text)
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_parent_that_waits_for_nobody_is_worth_writing_again() {
    generate();
    write("send.yaml", question(SEND, "By mail?"));

    JsonNode stored = generate("--strategy", "stored");
    JsonNode refreshed = generate("--strategy", "stored", "--refresh-stale");

    assertThat(sent(stored)).isZero();
    assertThat(stored.at("/stale/0/subject").asString()).isEqualTo("billing.bpmn#billing");
    assertThat(sent(refreshed)).isEqualTo(1);
    assertThat(refreshed.get("stale")).isEmpty();
  }

  @Test
  void words_that_cannot_be_understood_stop_what_writes_or_sends_and_nothing_else()
      throws Exception {
    generate();
    write("send.yaml", "subject: billing.bpmn#send\nreplace:\n  sumary: Oh.\n");

    for (String command : List.of("generate", "resume", "plan", "site")) {
      Invocation refused = Invocation.of(command, models);
      assertThat(refused.exitCode()).as(command).isEqualTo(2);
      assertThat(refused.err())
          .contains("bpmndoc-overrides/send.yaml:3: expected summary or flowSteps", "\"sumary\"");
    }
    assertThat(Invocation.of("landscape", models).exitCode()).isZero();
    assertThat(Invocation.of("status", models).exitCode()).isZero();
    Invocation listed = Invocation.of("overrides", models, "--json");
    assertThat(listed.exitCode()).isEqualTo(2);
    assertThat(listed.json().at("/overrides/0/state").asString()).isEqualTo("broken");
    assertThat(listed.json().at("/overrides/0/problems/0/line").asInt()).isEqualTo(3);
  }

  @Test
  void words_whose_subject_is_gone_are_listed_and_told_and_stop_nothing() {
    write("send.yaml", question("bills.bpmn#send", "By mail?"));
    write("order.yaml", question(ORDER, "For whom?"));

    Invocation generated = Invocation.of("generate", models);
    Invocation listed = Invocation.of("overrides", models);
    JsonNode json = Invocation.of("overrides", models, "--json").json();

    assertThat(generated.exitCode()).isZero();
    assertThat(generated.err())
        .contains(
            "bpmndoc-overrides/send.yaml:1: expected a subject of this landscape, found"
                + " \"bills.bpmn#send\"",
            "hint: it may be called billing.bpmn#send now");
    assertThat(listed.exitCode()).isZero();
    assertThat(listed.out())
        .contains(
            "bpmndoc-overrides/order.yaml  applies",
            "  order.bpmn#order: extends openQuestions",
            "bpmndoc-overrides/send.yaml  subject gone");
    assertThat(json.get("directory").asString()).isEqualTo(models.toString());
    assertThat(json.at("/overrides/0/extends/0").asString()).isEqualTo("openQuestions");
    assertThat(json.at("/overrides/0/replaces")).isEmpty();
    assertThat(json.at("/overrides/0/state").asString()).isEqualTo("applies");
    assertThat(json.at("/overrides/1/subject").asString()).isEqualTo("bills.bpmn#send");
    assertThat(json.at("/overrides/1/state").asString()).isEqualTo("subject gone");
    assertThat(json.at("/overrides/1/problems")).hasSize(1);
  }

  @Test
  void where_nobody_wrote_anything_nothing_is_listed() {
    assertThat(Invocation.of("overrides", models).exitCode()).isZero();
    assertThat(Invocation.of("overrides", models, "--json").json().get("overrides")).isEmpty();
  }
}
