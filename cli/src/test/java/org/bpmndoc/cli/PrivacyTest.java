package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.ReceivedRequest;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What leaves the machine, and what does not.
class PrivacyTest {

  private static final Object[] PAID = {"--provider", "anthropic", "--poll", "10ms", "--yes"};

  @TempDir Path folder;

  /// Two tasks that differ in a person's name alone.
  private Path landscape(String one, String other) throws Exception {
    Path landscape = Files.createDirectories(folder.resolve("landscape"));
    Files.writeString(
        landscape.resolve("ask.bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="ask" name="Ask both">
            <startEvent id="start" name="Question"/>
            <parallelGateway id="split"/>
            <userTask id="one" name="Ask %s"><documentation>%s knows.</documentation></userTask>
            <userTask id="other" name="Ask %s"><documentation>%s knows.</documentation></userTask>
            <parallelGateway id="join"/>
            <endEvent id="end" name="Answered"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="split"/>
            <sequenceFlow id="f2" sourceRef="split" targetRef="one"/>
            <sequenceFlow id="f3" sourceRef="split" targetRef="other"/>
            <sequenceFlow id="f4" sourceRef="one" targetRef="join"/>
            <sequenceFlow id="f5" sourceRef="other" targetRef="join"/>
            <sequenceFlow id="f6" sourceRef="join" targetRef="end"/>
          </process>
        </definitions>
        """
            .formatted(one, one, other, other));
    Files.writeString(
        landscape.resolve("bpmndoc.yaml"),
        "redact:\n  person: 'Anna|Bert|Cora'\ntitle: Questions\n");
    return landscape;
  }

  private static String bodies(Emulator emulator) {
    return emulator.requests().stream()
        .map(ReceivedRequest::body)
        .collect(Collectors.joining("\n"));
  }

  private static Invocation generate(Emulator emulator, Path landscape) {
    Object[] args = Stream.concat(Stream.of("generate", landscape), Stream.of(PAID)).toArray();
    Invocation generated = Shell.with(emulator).run(args);
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated;
  }

  private static List<String> pages(Path landscape) throws Exception {
    try (Stream<Path> files = Files.walk(landscape.resolve("bpmndoc-site"))) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .map(PrivacyTest::read)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void what_a_pattern_hides_never_leaves_and_stands_on_the_pages() throws Exception {
    Path landscape = landscape("Anna", "Bert");
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      generate(emulator, landscape);

      assertThat(bodies(emulator))
          .contains("«person-1»")
          .contains("«person-2»")
          .doesNotContain("Anna")
          .doesNotContain("Bert");
      assertThat(pages(landscape))
          .allSatisfy(page -> assertThat(page).doesNotContain("«person-"))
          .anySatisfy(page -> assertThat(page).contains("Questions"))
          .anySatisfy(page -> assertThat(page).contains("Ask Anna").contains("Anna knows"))
          .anySatisfy(page -> assertThat(page).contains("Ask Bert").contains("Bert knows"));
    }
  }

  /// They share a request, and each has its own name in the document.
  @Test
  void subjects_that_differ_in_hidden_texts_alone_are_paid_once() throws Exception {
    Path landscape = landscape("Anna", "Bert");
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      generate(emulator, landscape);

      assertThat(emulator.bill().lines()).hasSize(2);
    }
  }

  @Test
  void a_hidden_text_that_changes_costs_nothing_and_is_right_on_the_pages() throws Exception {
    Path landscape = landscape("Anna", "Bert");
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      generate(emulator, landscape);
      int before = emulator.bill().lines().size();

      generate(emulator, landscape("Cora", "Bert"));

      assertThat(emulator.bill().lines()).hasSize(before);
      assertThat(pages(landscape))
          .allSatisfy(page -> assertThat(page).doesNotContain("Anna"))
          .anySatisfy(page -> assertThat(page).contains("Cora knows"));
    }
  }

  @Test
  void what_would_be_sent_is_written_as_it_would_be_sent() throws Exception {
    Path landscape = landscape("Anna", "Bert");
    Path requests = folder.resolve("requests");

    Invocation planned = Invocation.of("plan", landscape, "--requests", requests);

    assertThat(planned.exitCode()).as(planned.err()).isZero();
    try (Stream<Path> files = Files.list(requests)) {
      assertThat(files.map(PrivacyTest::read).toList())
          .singleElement()
          .asString()
          .contains("«person-1»")
          .doesNotContain("Anna")
          .doesNotContain("Bert knows");
    }
  }

  @Test
  void a_configuration_that_cannot_be_used_is_2_before_anything_else() throws Exception {
    Path landscape = landscape("Anna", "Bert");
    Files.writeString(landscape.resolve("bpmndoc.yaml"), "title: T\nprovider: anthropic\n");
    for (String command : new String[] {"generate", "plan", "resume", "site"}) {
      Invocation refused = Invocation.of(command, landscape);

      assertThat(refused.exitCode()).as(command).isEqualTo(2);
      assertThat(refused.err()).contains("bpmndoc.yaml:2: ").contains("own configuration");
    }
    assertThat(landscape.resolve(".bpmndoc")).doesNotExist();
  }

  @Test
  void a_provider_that_is_configured_is_used_and_an_option_wins() throws Exception {
    Path landscape = landscape("Anna", "Bert");
    Path own = Files.writeString(folder.resolve("own.yaml"), "provider: anthropic\n");
    Shell shell = Shell.empty().and("BPMNDOC_CONFIG", own.toString());

    assertThat(shell.run("generate", landscape).err()).contains("ANTHROPIC_API_KEY is not set");
    assertThat(shell.run("generate", landscape, "--provider", "offline").exitCode()).isZero();
  }
}
