package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.ReceivedRequest;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A person corrects a document of the smallest example, as docs/how-to/correct-a-document.md says.
class CorrectingTest {

  private static final Path PAGE = Invocation.ROOT.resolve("docs/how-to/correct-a-document.md");
  private static final String CHECK = "hello.bpmn#Task_CheckReceipts";

  @TempDir Path folder;
  private Path hello;

  @BeforeEach
  void copyHello() {
    hello = Invocation.example("hello", folder);
  }

  private static String block(String language) throws IOException {
    return block(language, 1);
  }

  /// The block of that language and number, from 1.
  private static String block(String language, int number) throws IOException {
    Matcher blocks =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    for (int i = 0; i < number; i++) {
      assertThat(blocks.find()).isTrue();
    }
    return blocks.group(1);
  }

  private void write(String yaml) throws IOException {
    Path overrides = Files.createDirectories(hello.resolve("bpmndoc-overrides"));
    Files.writeString(overrides.resolve("receipts.yaml"), yaml);
  }

  private List<String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(hello.resolve("bpmndoc-site"))) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .map(file -> {
            try {
              return Files.readString(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          })
          .toList();
    }
  }

  @Test
  void the_file_on_the_page_does_what_the_page_says() throws Exception {
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Shell shell = Shell.with(emulator);
      Object[] paid = {"generate", hello, "--provider", "anthropic", "--yes", "--poll", "10ms"};
      assertThat(shell.run(paid).exitCode()).isZero();
      int sent = emulator.bill().lines().size();
      write(block("yaml"));

      assertThat(Invocation.of("overrides", hello).out())
          .contains("bpmndoc-overrides/receipts.yaml  applies", CHECK);
      assertThat(shell.run("site", hello).exitCode()).isZero();

      assertThat(emulator.bill().lines()).hasSize(sent);
      assertThat(pages())
          .anyMatch(page ->
              page.contains("Accounting checks every receipt by hand.")
                  && page.contains("The last 2 items are written by people:"))
          .anyMatch(page -> page.contains("More is known of its parts by now"));

      assertThat(shell.run(paid).exitCode()).isZero();

      assertThat(emulator.bill().lines()).as("its one parent").hasSize(sent + 1);
      assertThat(emulator.requests().stream().map(ReceivedRequest::body))
          .anyMatch(body -> body.contains("Accounting checks every receipt by hand."));
      assertThat(pages()).noneMatch(page -> page.contains("More is known of its parts by now"));
    }
  }

  @Test
  void who_answers_for_a_subject_is_shown_and_sent_to_nobody() throws Exception {
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Shell shell = Shell.with(emulator);
      Object[] paid = {"generate", hello, "--provider", "anthropic", "--yes", "--poll", "10ms"};
      assertThat(shell.run(paid).exitCode()).isZero();
      int sent = emulator.bill().lines().size();
      write(block("yaml", 2));

      assertThat(shell.run(paid).exitCode()).isZero();

      assertThat(emulator.bill().lines()).hasSize(sent);
      assertThat(Invocation.of("overrides", hello).out())
          .contains("owner Accounting; version 2.1; approved by Head of accounting on 2026-11-20");
      assertThat(pages())
          .anyMatch(page -> page.contains("approved by Head of accounting on 2026-11-20"));
    }
  }

  @Test
  void the_mistake_on_the_page_is_told_as_it_stands_there() throws Exception {
    write(block("yaml").replace("[Task_CorrectClaim]", "[Task_Corect]"));

    Invocation refused = Invocation.of("generate", hello);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().lines().map(line -> line.replaceFirst("^bpmndoc: ", "")))
        .containsSequence(block("text").lines().toList());
  }

  @Test
  void what_people_wrote_passes_the_patterns_that_hide() throws Exception {
    Files.writeString(hello.resolve("bpmndoc.yaml"), "redact: {person: 'Anna'}\n");
    write("subject: " + CHECK + "\nreplace: {summary: Anna looks at it.}\n");
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Object[] paid = {"generate", hello, "--provider", "anthropic", "--yes", "--poll", "10ms"};
      assertThat(Shell.with(emulator).run(paid).exitCode()).isZero();

      assertThat(emulator.requests().stream().map(ReceivedRequest::body))
          .noneMatch(body -> body.contains("Anna"))
          .anyMatch(body -> body.contains("«person-1» looks at it."));
    }
    assertThat(pages()).anyMatch(page -> page.contains("Anna looks at it."));
  }

  @Test
  void a_new_file_holds_every_field_and_is_never_written_over() throws Exception {
    Invocation made = Invocation.of("overrides", hello, "--new", CHECK, "--json");
    Path file = hello.resolve("bpmndoc-overrides/hello-Task_CheckReceipts.yaml");
    String text = Files.readString(file);
    JsonNode listed = made.json().at("/overrides/0");
    Invocation again = Invocation.of("overrides", hello, "--new", CHECK);
    Invocation unknown = Invocation.of("overrides", hello, "--new", "hello.bpmn#nobody");

    assertThat(made.exitCode()).isZero();
    assertThat(text).contains("subject: " + CHECK, "#  flowSteps:", "#    - text:", "Task_PayBack");
    assertThat(listed.get("subject").asString()).isEqualTo(CHECK);
    assertThat(listed.at("/problems/0/message").asString())
        .startsWith("expected a field to replace or to extend, or an owner, a version or a review");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains(CHECK + " has a file already: bpmndoc-overrides/hello-Task");
    assertThat(unknown.exitCode()).isEqualTo(2);

    Files.writeString(
        file,
        text.replace("#replace:", "replace:")
            .replaceFirst("(?m)^#  summary:.*", "  summary: It is looked at."));
    assertThat(Invocation.of("overrides", hello).exitCode()).isZero();
  }
}
