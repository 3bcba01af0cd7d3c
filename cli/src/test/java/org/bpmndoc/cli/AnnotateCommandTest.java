package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Finding;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Summaries in the smallest example's own file. One of its tasks has no documentation; its process
/// and its other three tasks have.
class AnnotateCommandTest {

  private static final String BARE = "hello.bpmn#Task_CorrectClaim";
  private static final String OURS = "<bpmn:documentation textFormat=\"text/plain; bpmndoc=";

  @TempDir Path folder;
  private Path hello;
  private Path file;

  @BeforeEach
  void copyHello() {
    hello = Invocation.example("hello", folder);
    file = hello.resolve("hello.bpmn");
  }

  private void draft() {
    Invocation generated = Invocation.of("generate", hello);
    assertThat(generated.exitCode()).as(generated.err()).isZero();
  }

  private Invocation annotate(String... more) {
    return Invocation.of(Stream.concat(Stream.of("annotate", hello), Stream.of(more)).toArray());
  }

  private JsonNode annotated(String... more) {
    Invocation annotated =
        annotate(Stream.concat(Stream.of("--json"), Stream.of(more)).toArray(String[]::new));
    assertThat(annotated.exitCode()).as(annotated.err()).isZero();
    return annotated.json();
  }

  private static int count(JsonNode report, String what) {
    return report.get("files").valueStream().mapToInt(one -> one.get(what).asInt()).sum();
  }

  private static List<String> leftOut(JsonNode report) {
    List<String> leftOut = new ArrayList<>();
    report
        .get("leftOut")
        .forEach(one ->
            leftOut.add(one.get("subject").asString() + ": " + one.get("reason").asString()));
    return leftOut;
  }

  @Test
  void a_summary_is_in_the_model_and_nothing_is_to_be_written_again() throws Exception {
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Shell shell = Shell.with(emulator);
      Object[] generate = {
        "generate", hello, "--provider", "anthropic", "--yes", "--poll", "10ms", "--json"
      };
      assertThat(shell.run(generate).exitCode()).isZero();
      int sent = emulator.requests().size();

      JsonNode report = annotated("--beside");

      assertThat(count(report, "inserted")).isEqualTo(5);
      assertThat(report.get("annotated").asInt()).isEqualTo(5);
      assertThat(report.get("leftOut")).isEmpty();
      assertThat(Files.readString(file).split(OURS, -1)).hasSize(6);
      JsonNode plan = shell.run("plan", hello, "--provider", "anthropic", "--json").json();
      assertThat(plan.at("/changes/upToDate").asInt()).isEqualTo(5);
      assertThat(plan.at("/changes/certain").asInt() + plan.at("/changes/new").asInt()).isZero();
      JsonNode again = shell.run(generate).json();
      assertThat(again.get("reused").asInt()).isEqualTo(5);
      assertThat(emulator.requests()).hasSize(sent);
      assertThat(shell.run("check", hello).exitCode()).isZero();
    }
  }

  @Test
  void drafts_of_the_offline_writer_are_left_out_unless_they_are_asked_for() throws Exception {
    draft();
    byte[] before = Files.readAllBytes(file);

    JsonNode without = annotated();
    assertThat(leftOut(without))
        .hasSize(5)
        .contains(
            BARE + ": the document is a draft of the offline writer; --include-drafts includes it");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(annotate().out())
        .contains("5 left out, such as hello.bpmn#expense-claim: the document is a draft")
        .contains("0 elements hold the summary of their documents");

    JsonNode with = annotated("--include-drafts");
    assertThat(with.toString())
        .contains(
            "{\"file\":\"hello.bpmn\",\"inserted\":1,\"replaced\":0,\"removed\":0,\"unchanged\":0,\"kept\":4}");
    assertThat(with.get("dryRun").asBoolean()).isFalse();
    assertThat(leftOut(with))
        .hasSize(4)
        .contains(
            "hello.bpmn#Task_PayBack: it has documentation of its own; --beside adds the summary"
                + " behind that");
    byte[] once = Files.readAllBytes(file);

    assertThat(count(annotated("--include-drafts"), "unchanged")).isEqualTo(1);
    assertThat(Files.readAllBytes(file)).isEqualTo(once);
    assertThat(annotate("--include-drafts").out())
        .contains("hello.bpmn: 1 unchanged, 4 kept")
        .contains("1 element holds the summary of its document");
  }

  @Test
  void a_dry_run_shows_what_would_change_and_changes_nothing() throws Exception {
    draft();
    byte[] before = Files.readAllBytes(file);

    Invocation dry = annotate("--include-drafts", "--dry-run");

    assertThat(dry.exitCode()).isZero();
    assertThat(dry.out())
        .startsWith("--- a/hello.bpmn\n+++ b/hello.bpmn\n@@ ")
        .contains("\n     <bpmn:userTask id=\"Task_CorrectClaim\"")
        .contains("\n+      " + OURS)
        .doesNotContain("\n-");
    assertThat(dry.err()).contains("1 element would hold the summary of its document");
    JsonNode json = annotated("--include-drafts", "--dry-run");
    assertThat(json.get("dryRun").asBoolean()).isTrue();
    assertThat(json.at("/files/0/diff").asString()).isEqualTo(dry.out());
    assertThat(Files.readAllBytes(file)).isEqualTo(before);

    assertThat(annotate("--include-drafts").exitCode()).isZero();
    assertThat(annotate("--include-drafts", "--dry-run").out()).isEmpty();
  }

  @Test
  void all_of_it_can_be_taken_out_again_also_without_a_state() throws Exception {
    byte[] before = Files.readAllBytes(file);
    draft();
    annotated("--include-drafts", "--beside");
    Invocation.copy(hello, folder.resolve("copy"));
    assertThat(annotate("--remove", "--dry-run").out()).contains("\n-      " + OURS);

    JsonNode report =
        Invocation.of(
                "annotate",
                folder.resolve("copy"),
                "--state",
                folder.resolve("none"),
                "--remove",
                "--json")
            .json();

    assertThat(count(report, "removed")).isEqualTo(5);
    assertThat(Files.readAllBytes(folder.resolve("copy/hello.bpmn"))).isEqualTo(before);
    assertThat(count(annotated("--remove", "--only", BARE), "removed")).isEqualTo(1);
    assertThat(Files.readString(file).split(OURS, -1)).hasSize(5);
  }

  @Test
  void the_commands_on_the_page_do_what_it_says() throws Exception {
    byte[] before = Files.readAllBytes(file);
    draft();
    List<String> commands =
        Files.readAllLines(Invocation.ROOT.resolve("docs/how-to/write-into-models.md")).stream()
            .filter(line -> line.startsWith("./bpmndoc annotate models"))
            .map(line ->
                line.replaceFirst(" *#.*", "").substring("./bpmndoc annotate models".length()))
            .toList();

    assertThat(commands).containsExactly(" --dry-run", "", " --remove");
    for (String command : commands) {
      String option = command.strip();
      assertThat(
              annotate(
                      Stream.of(option, option.equals("--remove") ? "" : "--include-drafts")
                          .filter(one -> !one.isEmpty())
                          .toArray(String[]::new))
                  .exitCode())
          .isZero();
      assertThat(Files.readString(file).contains(OURS)).isEqualTo(command.isEmpty());
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void what_a_person_made_of_it_is_theirs() throws Exception {
    draft();
    annotated("--include-drafts");
    String edited = Files.readString(file).replaceFirst("(bpmndoc=[0-9a-f]{16}\">)", "$1By hand: ");
    Files.writeString(file, edited);

    JsonNode again = annotated("--include-drafts", "--include-stale");

    assertThat(leftOut(again))
        .contains(BARE + ": what bpmndoc wrote there was edited; it is a person's now and stays");
    assertThat(count(again, "kept")).isEqualTo(5);
    assertThat(count(annotated("--remove"), "kept")).isEqualTo(1);
    assertThat(Files.readString(file)).isEqualTo(edited);
    assertThat(Invocation.of("check", hello, "--json").json().get("stale").asInt())
        .as("words of a person are facts")
        .isEqualTo(2);
  }

  @Test
  void what_is_out_of_date_is_left_out_unless_it_is_asked_for() throws Exception {
    draft();
    Files.writeString(
        file, Files.readString(file).replace("\"Correct the claim\"", "\"Mend the claim\""));

    JsonNode without = annotated("--include-drafts", "--beside");
    assertThat(leftOut(without))
        .containsExactly(
            "hello.bpmn#expense-claim: the document is out of date; --include-stale includes it",
            "hello.bpmn#Task_CheckReceipts: the document is out of date; --include-stale includes"
                + " it",
            BARE + ": the document is out of date; --include-stale includes it");
    JsonNode with = annotated("--include-drafts", "--beside", "--include-stale");
    assertThat(count(with, "inserted")).isEqualTo(3);
    assertThat(count(with, "unchanged")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"CONTRADICTION, 1", "GAP, 0"})
  void what_contradicts_its_model_is_left_out_unless_it_is_asked_for(
      Finding.Grade grade, int without) {
    draft();
    find(grade);

    assertThat(leftOut(annotated("--include-drafts", "--only", BARE, "--dry-run")))
        .hasSize(without)
        .allMatch(one -> one.endsWith("contradicts its model; --include-findings includes it"));
    assertThat(leftOut(annotated("--include-drafts", "--only", BARE, "--include-findings")))
        .isEmpty();
  }

  /// Puts a finding on each document.
  private void find(Finding.Grade grade) {
    try (State state = State.open(new StateAddress.Folder(hello.resolve(CommonOptions.FOLDER)))) {
      for (var fingerprint : state.documents().fingerprints()) {
        Document document = state.documents().find(fingerprint).orElseThrow();
        state
            .documents()
            .put(
                new Document(
                    document.fingerprint(),
                    document.contract(),
                    document.content(),
                    List.of(new Finding(grade, "wrong", "summary", "it is wrong")),
                    document.origin()),
                true);
      }
    }
  }

  @Test
  void what_people_wrote_in_place_of_a_summary_stands_in_the_model() throws Exception {
    draft();
    Path words = Files.createDirectories(hello.resolve("bpmndoc-overrides"));
    Files.writeString(
        words.resolve("correct.yaml"),
        """
        subject: %s
        replace:
          summary: "The employee sends <b>what was missing</b> ]]> & more."
        """
            .formatted(BARE));

    JsonNode report = annotated();

    assertThat(count(report, "inserted")).isEqualTo(1);
    assertThat(Files.readString(file))
        .contains(
            ">The employee sends &lt;b&gt;what was missing&lt;/b&gt; ]]&gt; &amp;"
                + " more.</bpmn:documentation>");
  }

  @Test
  void a_file_that_cannot_be_edited_is_2_and_the_others_are() throws Exception {
    byte[] model =
        """
        <?xml version='1.0' encoding='ISO-2022-JP'?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="other" name="Other business"/>
        </definitions>\u001B(B
        """
            .strip()
            .getBytes(StandardCharsets.US_ASCII);
    Files.write(hello.resolve("other.bpmn"), model);
    draft();

    Invocation annotated = annotate("--include-drafts", "--json");

    assertThat(annotated.exitCode()).isEqualTo(2);
    assertThat(annotated.json().at("/refused/0/file").asString()).isEqualTo("other.bpmn");
    assertThat(annotated.err()).contains("other.bpmn: its characters cannot be written back");
    assertThat(count(annotated.json(), "inserted")).isEqualTo(1);
    assertThat(Files.readAllBytes(hello.resolve("other.bpmn"))).isEqualTo(model);
  }

  @Test
  void decisions_are_left_out() {
    Path mortgage = Invocation.example("mortgage", folder);
    assertThat(Invocation.of("generate", mortgage).exitCode()).isZero();

    JsonNode report =
        Invocation.of("annotate", mortgage, "--include-drafts", "--beside", "--json").json();

    assertThat(leftOut(report)).isNotEmpty().allMatch(one -> one.contains(": it is a decision"));
    assertThat(Invocation.of("check", mortgage).exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --only hello         | has no subject hello
          --remove --beside    | --remove takes out everything
          --nonsense           | Unknown option
          """)
  void an_option_that_makes_no_sense_is_2(String options, String message) throws Exception {
    draft();
    byte[] before = Files.readAllBytes(file);

    Invocation annotated = annotate(options.split(" "));

    assertThat(annotated.exitCode()).as(annotated.err()).isEqualTo(2);
    assertThat(annotated.err()).contains(message);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }
}
