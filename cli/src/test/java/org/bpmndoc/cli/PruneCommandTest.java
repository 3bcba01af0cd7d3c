package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Documents that nothing needs go, and nothing else does.
class PruneCommandTest {

  private static final String OTHER =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
        <process id="other" name="Peculiar business"><task id="t" name="Peculiar work"/></process>
      </definitions>
      """;

  @TempDir Path folder;

  private static JsonNode generate(Path directory, Object... more) {
    Invocation generated =
        Invocation.of(
            Stream.concat(Stream.of("generate", directory, "--json"), Stream.of(more)).toArray());
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated.json();
  }

  /// The smallest example, and a process beside it that is gone again.
  private Path withOneGone() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Files.writeString(hello.resolve("other.bpmn"), OTHER);
    generate(hello);
    Files.delete(hello.resolve("other.bpmn"));
    return hello;
  }

  @Test
  void what_is_gone_is_off_the_pages_at_once_and_out_of_the_state_once_it_is_pruned()
      throws Exception {
    Path hello = withOneGone();
    Path page = hello.resolve("bpmndoc-site");
    assertThat(pages(page)).contains("eculiar");
    assertThat(Invocation.of("site", hello).exitCode()).isZero();
    assertThat(pages(page)).doesNotContain("eculiar");

    JsonNode pruned = Invocation.of("prune", hello, "--yes", "--json").json();

    assertThat(pruned.get("subjects")).hasSize(2);
    assertThat(pruned.get("subjects").get(0).asString()).isEqualTo("other.bpmn#other");
    assertThat(pruned.get("documents").asInt()).isEqualTo(2);
    assertThat(pruned.get("kept")).isEmpty();
    JsonNode again = generate(hello);
    assertThat(again.get("reused").asInt()).isEqualTo(5);
    assertThat(Invocation.of("prune", hello, "--json").json().get("documents").asInt()).isZero();
  }

  private static String pages(Path site) throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void a_dry_run_says_the_same_and_removes_nothing() throws Exception {
    Path hello = withOneGone();

    Invocation dry = Invocation.of("prune", hello, "--dry-run");

    assertThat(dry.exitCode()).isZero();
    assertThat(dry.out())
        .contains("what other.bpmn#other had, which is gone")
        .contains("2 subjects and 2 documents would be removed");
    assertThat(Invocation.of("prune", hello, "--yes").out())
        .contains("2 subjects and 2 documents removed");
  }

  @Test
  void journals_and_the_money_in_them_stay() throws Exception {
    Path hello = withOneGone();
    String before = Invocation.of("status", hello, "--json").out();

    assertThat(Invocation.of("prune", hello, "--yes").exitCode()).isZero();

    assertThat(Invocation.of("status", hello, "--json").out()).isEqualTo(before);
  }

  @Test
  void with_history_what_comes_back_is_not_written_again() throws Exception {
    Path hello = withOneGone();

    JsonNode pruned = Invocation.of("prune", hello, "--yes", "--keep-history", "--json").json();

    assertThat(pruned.get("subjects")).hasSize(2);
    assertThat(pruned.get("documents").asInt()).isZero();
    Files.writeString(hello.resolve("other.bpmn"), OTHER);
    assertThat(generate(hello).get("reused").asInt()).isEqualTo(7);
  }

  @Test
  void nothing_goes_without_a_yes() throws Exception {
    Path hello = withOneGone();

    Invocation unasked = Invocation.of("prune", hello);
    assertThat(unasked.exitCode()).isEqualTo(2);
    assertThat(unasked.err()).contains("other.bpmn#other").contains("--yes");
    assertThat(Shell.empty().atTerminal("n\n").run("prune", hello).exitCode()).isEqualTo(2);
    assertThat(Shell.empty().atTerminal("y\n").run("prune", hello).out())
        .contains("2 documents removed");
  }

  @Test
  void without_a_state_there_is_nothing_to_prune_and_it_is_2() {
    Path hello = Invocation.example("hello", folder);

    for (String option : new String[] {"--yes", "--dry-run"}) {
      Invocation pruned = Invocation.of("prune", hello, option);
      assertThat(pruned.exitCode()).isEqualTo(2);
      assertThat(pruned.err()).contains("nothing has been generated yet");
    }
    assertThat(hello.resolve(".bpmndoc")).doesNotExist();
  }

  @Test
  void a_file_that_cannot_be_read_for_now_loses_no_documents() throws Exception {
    Path hello = withOneGone();
    Files.writeString(hello.resolve("other.bpmn"), "<definitions><process");

    JsonNode pruned = Invocation.of("prune", hello, "--yes", "--json").json();

    assertThat(pruned.get("documents").asInt()).isZero();
  }

  @Test
  void another_landscape_in_the_same_state_keeps_what_it_has() throws Exception {
    Path state = folder.resolve("state");
    Path hello = Invocation.example("hello", folder);
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("other.bpmn"), OTHER);
    generate(other, "--state", state);
    generate(hello, "--state", state);

    JsonNode pruned = Invocation.of("prune", hello, "--yes", "--json", "--state", state).json();

    assertThat(pruned.get("documents").asInt()).isZero();
    assertThat(pruned.get("subjects")).isEmpty();
    assertThat(pruned.get("kept")).hasSize(2);
    assertThat(generate(other, "--state", state).get("reused").asInt()).isEqualTo(2);
  }
}
