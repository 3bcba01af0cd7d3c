package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Finding;
import org.bpmndoc.emulator.Answer;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.Writer;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Whether everything is documented, as a build asks.
class CheckCommandTest {

  @TempDir Path folder;

  private static Invocation generate(Path directory, String... more) {
    Invocation generated =
        Invocation.of(
            Stream.concat(Stream.of("generate", directory, "--json"), Stream.of(more)).toArray());
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated;
  }

  private static List<String> states(JsonNode report) {
    List<String> states = new ArrayList<>();
    report.get("problems").forEach(one -> states.add(one.get("state").asString()));
    return states;
  }

  /// Changes what a leaf of the smallest example says.
  private static void changeALeaf(Path hello) throws IOException {
    Path file = hello.resolve("hello.bpmn");
    String xml = Files.readString(file);
    int end = xml.indexOf("</bpmn:documentation>", xml.indexOf("Task "));
    Files.writeString(file, xml.substring(0, end) + " On paper, too." + xml.substring(end));
  }

  @Test
  void everything_documented_and_current_is_0() {
    Path hello = Invocation.example("hello", folder);
    int subjects = generate(hello).json().get("subjects").asInt();

    Invocation checked = Invocation.of("check", hello, "--json");

    assertThat(checked.exitCode()).as(checked.out()).isZero();
    JsonNode report = checked.json();
    assertThat(report.get("directory").asString()).isEqualTo(hello.toString());
    for (String all : new String[] {"subjects", "documented", "current"}) {
      assertThat(report.get(all).asInt()).as(all).isEqualTo(subjects);
    }
    for (String none : new String[] {"stale", "missing", "failed", "blocked", "withFindings"}) {
      assertThat(report.get(none).asInt()).as(none).isZero();
    }
    assertThat(report.get("coveragePercent").decimalValue()).isEqualByComparingTo("100");
    assertThat(report.get("freshnessPercent").decimalValue()).isEqualByComparingTo("100");
    assertThat(report.get("problems")).isEmpty();
    assertThat(Invocation.of("check", hello).out())
        .isEqualTo(
            "%d of %d documented (100.0 %%), %d of %d current%n"
                .formatted(subjects, subjects, subjects, subjects));
  }

  @Test
  void what_changed_is_stale_with_all_above_it_and_1_unless_that_is_allowed() throws Exception {
    Path hello = Invocation.example("hello", folder);
    generate(hello);
    changeALeaf(hello);

    Invocation checked = Invocation.of("check", hello, "--json");

    assertThat(checked.exitCode()).isEqualTo(1);
    JsonNode report = checked.json();
    assertThat(report.get("stale").asInt()).isEqualTo(2);
    assertThat(states(report)).containsExactly("stale", "stale");
    assertThat(report.at("/problems/0/file").asString()).isEqualTo("hello.bpmn");
    assertThat(report.at("/problems/0/line").asInt()).isPositive();
    assertThat(Invocation.of("check", hello).out())
        .containsPattern(
            "(?m)^hello.bpmn:\\d+: hello.bpmn#\\S+: its document was written for an earlier"
                + " version$")
        .contains("  hint: bpmndoc generate " + hello)
        .containsPattern("(?m)^5 of 5 documented \\(100.0 %\\), 3 of 5 current$");

    Invocation allowed = Invocation.of("check", hello, "--json", "--stale", "allow");
    assertThat(allowed.exitCode()).isZero();
    assertThat(allowed.json().get("stale").asInt()).isEqualTo(2);
    assertThat(allowed.json().get("problems")).isEmpty();
  }

  @Test
  void a_new_process_is_missing_and_1() throws Exception {
    Path hello = Invocation.example("hello", folder);
    generate(hello);
    Files.writeString(
        hello.resolve("other.bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="other" name="Other business"><task id="t" name="Other work"/></process>
        </definitions>
        """);

    Invocation checked = Invocation.of("check", hello, "--json");

    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.json().get("missing").asInt()).isEqualTo(2);
    assertThat(states(checked.json())).containsOnly("missing");
    assertThat(checked.json().get("coveragePercent").decimalValue()).isEqualByComparingTo("71.4");
    assertThat(checked.json().at("/problems/0/line").asInt()).isEqualTo(2);
    assertThat(Invocation.of("check", hello, "--stale", "allow").exitCode()).isEqualTo(1);
  }

  @Test
  void failed_and_blocked_are_1_whatever_is_allowed() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Writer refusing = params -> new Answer.Refused(400, "invalid_request_error", "not today");
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(refusing))) {
      Invocation generated =
          Shell.with(emulator)
              .run("generate", hello, "--provider", "anthropic", "--poll", "10ms", "--yes");
      assertThat(generated.exitCode()).isEqualTo(1);
    }

    Invocation checked =
        Invocation.of("check", hello, "--json", "--stale", "allow", "--findings", "none");

    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(states(checked.json())).contains("failed", "blocked").hasSize(5);
    assertThat(checked.json().get("failed").asInt() + checked.json().get("blocked").asInt())
        .isEqualTo(5);
    assertThat(checked.json().get("freshnessPercent").decimalValue()).isZero();
    assertThat(Invocation.of("check", hello).out())
        .contains("writing it failed: ", "not today", "hint: bpmndoc retry " + hello)
        .contains("0 of 5 documented (0.0 %), 0 of 0 current");
  }

  @ParameterizedTest
  @CsvSource({
    "contradiction, contradiction, 1",
    "contradiction, none, 0",
    "gap, contradiction, 0",
    "gap, gap, 1",
    "note, gap, 0"
  })
  void a_finding_of_that_grade_or_worse_is_1(String grade, String demanded, int exitCode) {
    Path hello = Invocation.example("hello", folder);
    generate(hello);
    find(hello, grade);

    Invocation checked = Invocation.of("check", hello, "--json", "--findings", demanded);

    assertThat(checked.exitCode()).isEqualTo(exitCode);
    assertThat(checked.json().get("withFindings").asInt()).isEqualTo(exitCode);
    if (exitCode == 1) {
      assertThat(states(checked.json())).containsExactly("finding");
      assertThat(checked.json().at("/problems/0/reason").asString())
          .isEqualTo(grade + " in summary: it is wrong");
      assertThat(Invocation.of("check", hello, "--findings", demanded).out())
          .contains("hint: bpmndoc overrides " + hello + " --new hello.bpmn#");
    }
  }

  /// Puts a finding on the first document.
  private static void find(Path directory, String grade) {
    try (State state =
        State.open(new StateAddress.Folder(directory.resolve(CommonOptions.FOLDER)))) {
      var first = state.documents().assignments().values().iterator().next();
      var document = state.documents().find(first.fingerprint()).orElseThrow();
      state
          .documents()
          .put(
              new Document(
                  document.fingerprint(),
                  document.contract(),
                  document.content(),
                  List.of(
                      new Finding(
                          Finding.Grade.valueOf(grade.toUpperCase(Locale.ROOT)),
                          "wrong",
                          "summary",
                          "it is\nwrong")),
                  document.origin()),
              true);
    }
  }

  @Test
  void a_file_that_can_no_longer_be_read_does_not_look_as_if_all_were_well() throws Exception {
    Path mortgage = Invocation.example("mortgage", folder);
    generate(mortgage);
    Files.writeString(mortgage.resolve("archiving.bpmn"), "<definitions><process");

    Invocation checked = Invocation.of("check", mortgage, "--json", "--stale", "allow");

    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(states(checked.json())).contains("unreadable");
  }

  @Test
  void nothing_is_written_to_the_state() throws Exception {
    Path hello = Invocation.example("hello", folder);
    generate(hello);
    Path database = hello.resolve(".bpmndoc/bpmndoc.db");
    byte[] before = Files.readAllBytes(database);

    assertThat(Invocation.of("check", hello).exitCode()).isZero();

    assertThat(Files.readAllBytes(database)).isEqualTo(before);
  }

  @Test
  void a_landscape_without_a_state_is_2_and_gets_none() {
    Path hello = Invocation.example("hello", folder);

    Invocation checked = Invocation.of("check", hello);

    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.err()).contains("nothing has been generated yet");
    assertThat(hello.resolve(".bpmndoc")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--findings some", "--stale maybe", "--badges hello.bpmn"})
  void an_option_that_makes_no_sense_is_2(String options) {
    Path hello = Invocation.example("hello", folder);
    generate(hello);

    Invocation checked =
        Invocation.of(
            Stream.concat(
                    Stream.of("check", hello),
                    Stream.of(options.split(" "))
                        .map(word -> word.equals("hello.bpmn") ? hello.resolve(word) : word))
                .toArray());

    assertThat(checked.exitCode()).as(checked.err()).isEqualTo(2);
    assertThat(checked.err()).contains(options.split(" ")[0]);
  }

  @Test
  void badges_say_how_much_there_is_and_are_written_only_when_they_change() throws Exception {
    Path hello = Invocation.example("hello", folder);
    generate(hello);
    Path badges = folder.resolve("out/badges");
    assertThat(Invocation.of("check", hello, "--badges", badges).exitCode()).isZero();
    assertThat(Files.readString(badges.resolve("coverage.json")))
        .isEqualToIgnoringWhitespace(
            """
            {"schemaVersion":1,"label":"documented","message":"100 %","color":"#1a7f37"}\
            """);
    assertThat(Files.readString(badges.resolve("freshness.svg")))
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .contains("<title>up to date: 100 %</title>", "aria-label=\"up to date: 100 %\"");
    FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    for (String name :
        List.of("coverage.svg", "coverage.json", "freshness.svg", "freshness.json")) {
      Files.setLastModifiedTime(badges.resolve(name), longAgo);
    }
    changeALeaf(hello);

    assertThat(Invocation.of("check", hello, "--badges", badges).exitCode()).isEqualTo(1);

    assertThat(Files.getLastModifiedTime(badges.resolve("coverage.svg"))).isEqualTo(longAgo);
    assertThat(Files.getLastModifiedTime(badges.resolve("coverage.json"))).isEqualTo(longAgo);
    assertThat(Files.readString(badges.resolve("freshness.svg"))).contains("60 %", "#b3261e");
    assertThat(Files.readString(badges.resolve("freshness.json"))).contains("60 %", "#b3261e");
    try (Stream<Path> files = Files.list(badges)) {
      assertThat(files).hasSize(4);
    }
  }

  @Test
  void a_badge_shows_texts_as_they_are() {
    String svg = new Badge("a<b>", "\"&", "#1a7f37").toSvg();

    assertThat(svg)
        .contains("<title>a&lt;b&gt;: &quot;&amp;</title>")
        .doesNotContain("a<b>")
        .endsWith("</svg>\n");
  }

  @Test
  void with_another_writer_named_everything_is_checked_against_what_that_would_be_sent() {
    Path hello = Invocation.example("hello", folder);
    generate(hello);

    Invocation other = Invocation.of("check", hello, "--provider", "anthropic", "--json");

    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.json().get("current").asInt()).isZero();
    assertThat(Invocation.of("check", hello, "--provider", "offline").exitCode()).isZero();
  }

  @Test
  void the_emulator_is_asked_nothing() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Shell shell = Shell.with(emulator);
      assertThat(
              shell
                  .run("generate", hello, "--provider", "anthropic", "--poll", "10ms", "--yes")
                  .exitCode())
          .isZero();
      int before = emulator.requests().size();

      assertThat(shell.run("check", hello).exitCode()).isZero();

      assertThat(emulator.requests()).hasSize(before);
    }
  }
}
