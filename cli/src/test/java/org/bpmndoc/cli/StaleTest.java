package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Runs whose parents see what was stored, and what they leave to be written again.
class StaleTest {

  private static final Pattern AGE =
      Pattern.compile("notice stale.*?notice-title\">([^<]*)<", Pattern.DOTALL);

  @TempDir Path folder;

  private static JsonNode generate(Path directory, String... more) {
    Invocation generated =
        Invocation.of(
            Stream.concat(Stream.of("generate", directory, "--json"), Stream.of(more)).toArray());
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated.json();
  }

  private static Set<String> stale(JsonNode report) {
    Set<String> subjects = new HashSet<>();
    report.get("stale").forEach(one -> subjects.add(one.get("subject").asString()));
    return subjects;
  }

  @Test
  void the_mortgage_example_takes_one_wait_and_all_parents_are_worth_writing_again()
      throws Exception {
    Path mortgage = Invocation.example("mortgage", folder);
    Landscape landscape = new LandscapeReader().read(mortgage);

    JsonNode report = generate(mortgage, "--strategy", "stored");

    assertThat(report.get("waits").asInt()).isEqualTo(1);
    assertThat(report.get("requests").get("direct").asInt()).isZero();
    assertThat(report.get("state").asString()).isEqualTo("done");
    assertThat(stale(report))
        .containsExactlyInAnyOrderElementsOf(
            landscape.dependencies().nodes().stream()
                .filter(subject -> !landscape.dependencies().children(subject).isEmpty())
                .map(SubjectId::value)
                .toList());
    assertThat(report.at("/stale/0/children/0/fidelity").asString()).isEqualTo("outline");
    assertThat(report.at("/stale/0/children/0/source").asString()).isEqualTo("none");

    JsonNode again = generate(mortgage, "--strategy", "stored");
    assertThat(again.get("documented").asInt()).isZero();
    assertThat(again.get("requests").get("batch").asInt()).isZero();
    assertThat(stale(again)).isEqualTo(stale(report));

    JsonNode refreshed = generate(mortgage, "--strategy", "stored", "--refresh-stale");
    assertThat(refreshed.get("waits").asInt()).isEqualTo(1);
    assertThat(refreshed.get("documented").asInt()).isEqualTo(stale(report).size());

    JsonNode hybrid = generate(mortgage, "--strategy", "hybrid");
    assertThat(hybrid.get("documented").asInt()).isBetween(1, stale(refreshed).size());
    assertThat(hybrid.get("stale")).isEmpty();
  }

  @Test
  void people_are_told_how_many_and_with_a_word_which() {
    Path hello = Invocation.example("hello", folder);
    String hint = "hint: bpmndoc generate " + hello + " --refresh-stale";

    Invocation first = Invocation.of("generate", hello, "--strategy", "summaries");
    Invocation second = Invocation.of("generate", hello, "--strategy", "summaries", "-v");

    assertThat(first.out())
        .contains("1 document is worth writing again", hint)
        .doesNotContain("seen");
    assertThat(second.out()).contains("0 documents written", hint, "seen as outline");
  }

  @Test
  void a_leaf_that_changes_is_written_alone_and_its_parent_once_it_is_asked_for() throws Exception {
    Path hello = Invocation.example("hello", folder);
    assertThat(generate(hello).get("stale")).isEmpty();
    List<Path> files;
    try (Stream<Path> all = Files.list(hello)) {
      files = all.filter(file -> file.toString().endsWith(".bpmn")).toList();
    }
    String xml = Files.readString(files.getFirst());
    int end = xml.indexOf("</bpmn:documentation>", xml.indexOf("Task "));
    assertThat(end).isPositive();
    Files.writeString(
        files.getFirst(), xml.substring(0, end) + " On paper, too." + xml.substring(end));
    assertThat(Invocation.of("site", hello).exitCode()).isZero();
    assertThat(notices(hello))
        .as("a leaf's model, and with it a part of its parent")
        .containsExactlyInAnyOrder(
            "Written for an earlier version", "More is known of its parts by now");

    JsonNode report = generate(hello, "--strategy", "stored");
    JsonNode refreshed = generate(hello, "--strategy", "stored", "--refresh-stale");

    assertThat(report.get("documented").asInt()).isEqualTo(1);
    assertThat(stale(report)).hasSize(1);
    assertThat(report.at("/stale/0/children/0/fidelity").asString()).isEqualTo("full");
    assertThat(refreshed.get("documented").asInt()).isEqualTo(1);
    assertThat(refreshed.get("stale")).isEmpty();
  }

  /// What the pages say of the age of their documents.
  private static List<String> notices(Path directory) throws IOException {
    try (Stream<Path> pages = Files.list(directory.resolve("bpmndoc-site/subjects"))) {
      List<String> notices = new ArrayList<>();
      for (Path page : pages.toList()) {
        AGE.matcher(Files.readString(page)).results().forEach(age -> notices.add(age.group(1)));
      }
      return notices;
    }
  }

  @Test
  void a_run_that_is_taken_up_sends_nothing_again_though_its_children_are_there_now()
      throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Shell shell = Shell.with(emulator);
      String[] stored = {"--provider", "anthropic", "--yes", "--strategy", "stored"};
      Invocation left =
          shell.run(
              Stream.concat(Stream.of("generate", hello, "--no-wait"), Stream.of(stored))
                  .toArray());
      assertThat(left.exitCode()).as(left.out()).isIn(0, 4);

      JsonNode end = shell.run("resume", hello, "--poll", "10ms", "--json").json();

      assertThat(end.get("documented")).isEqualTo(end.get("subjects"));
      assertThat(end.get("waits").asInt()).isEqualTo(1);
      assertThat(stale(end)).hasSize(1);
      assertThat(emulator.bill().lines()).hasSize(end.get("subjects").asInt());
      assertThat(emulator.bill().paidMoreThanOnce()).isEmpty();
    }
  }
}
