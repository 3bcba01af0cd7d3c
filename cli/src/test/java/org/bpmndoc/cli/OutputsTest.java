package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What the documentation is written as, and where it goes.
class OutputsTest {

  @TempDir Path folder;

  @Test
  void a_run_writes_html_unless_something_else_is_asked_for() {
    Path hello = Invocation.example("hello", folder);

    JsonNode report = Invocation.of("generate", hello, "--json").json();

    assertThat(report.path("out").asString()).isEqualTo(hello.resolve("bpmndoc-site").toString());
    assertThat(report.path("outputs").findValuesAsString("format")).containsExactly("html");
    assertThat(hello.resolve("bpmndoc-markdown")).doesNotExist();
  }

  @Test
  void a_run_writes_markdown() {
    Path hello = Invocation.example("hello", folder);

    Invocation generated = Invocation.of("generate", hello, "--format", "markdown");

    assertThat(generated.exitCode()).as(generated.err()).isZero();
    assertThat(generated.out()).contains(hello.resolve("bpmndoc-markdown/README.md").toString());
    assertThat(hello.resolve("bpmndoc-markdown/README.md")).content().startsWith("---\ntitle: ");
    assertThat(hello.resolve("bpmndoc-site")).doesNotExist();
  }

  @Test
  void both_are_written_at_once() {
    Path hello = Invocation.example("hello", folder);

    JsonNode report =
        Invocation.of("generate", hello, "--format", "html,markdown,html", "--json").json();

    assertThat(report.path("out").asString()).endsWith("bpmndoc-site");
    assertThat(report.path("outputs").findValuesAsString("out"))
        .containsExactly(
            hello.resolve("bpmndoc-site").toString(), hello.resolve("bpmndoc-markdown").toString());
    assertThat(hello.resolve("bpmndoc-site/index.html")).isNotEmptyFile();
    assertThat(hello.resolve("bpmndoc-markdown/README.md")).isNotEmptyFile();
    assertThat(Invocation.of("status", hello).out()).contains("index.html", "README.md");
  }

  @Test
  void what_is_stored_is_written_as_markdown_later() {
    Path hello = Invocation.example("hello", folder);
    Path out = folder.resolve("docs/processes");
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();

    JsonNode written =
        Invocation.of("site", hello, "--format", "markdown", "--out", out, "--json").json();
    JsonNode again =
        Invocation.of("site", hello, "--format", "markdown", "--out", out, "--json").json();

    assertThat(written.path("out").asString()).isEqualTo(out.toString());
    assertThat(written.path("pages").asInt()).isPositive();
    assertThat(again.path("written").asInt()).isZero();
    assertThat(again.path("unchanged").asInt()).isEqualTo(written.path("written").asInt());
  }

  @Test
  void a_run_that_is_taken_up_writes_what_it_is_asked_for_then() {
    Path hello = Invocation.example("hello", folder);
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();

    Invocation resumed = Invocation.of("resume", hello, "--format", "markdown");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(hello.resolve("bpmndoc-markdown/README.md")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --format pdf                     | --format: expected html or markdown, found pdf
          --format html,                   | --format: expected html or markdown, found nothing
          --format html,markdown --out out | --out: expected one format for one folder
          --format markdown --out theirs   | found other files and no bpmndoc-markdown.txt
          """)
  void what_makes_no_sense_is_refused_before_anything_is_sent(String options, String message)
      throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Files.writeString(theirs.resolve("README.md"), "theirs");

    Object[] args =
        ("generate " + hello + " " + options.replace("theirs", theirs.toString())).split(" ");
    Invocation generated = Invocation.of(args);

    assertThat(generated.exitCode()).isEqualTo(2);
    assertThat(generated.err()).contains(message);
    assertThat(hello.resolve(".bpmndoc")).doesNotExist();
    assertThat(theirs.resolve("README.md")).hasContent("theirs");
  }
}
