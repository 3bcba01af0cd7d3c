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

/// Which language documents are written in, who says so, and that it stays.
class LanguageTest {

  private static final List<String> SWEDISH =
      List.of(
          "Ta emot ansökan",
          "Kontrollera kundens uppgifter",
          "Begär komplettering av ansökan",
          "Bedöm kundens kreditvärdighet",
          "Godkänn lånet",
          "Skicka avtalet till kunden",
          "Betala ut lånet");

  private static final List<String> GERMAN =
      List.of(
          "Antrag entgegennehmen",
          "Angaben des Kunden prüfen",
          "Fehlende Unterlagen nachfordern",
          "Bonität des Kunden bewerten",
          "Kredit genehmigen",
          "Vertrag an den Kunden senden",
          "Darlehen auszahlen");

  private static final List<String> ENGLISH =
      List.of(
          "Receive the application",
          "Check what the customer says",
          "Request missing documents",
          "Assess the creditworthiness of the customer",
          "Approve the loan",
          "Send the contract to the customer",
          "Pay out the loan");

  @TempDir Path folder;

  /// One process that does this, task by task.
  private Path model(String file, List<String> names) throws Exception {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      tasks.append("<userTask id=\"%s%d\" name=\"%s\"/>".formatted(file, i, names.get(i)));
    }
    Files.writeString(
        folder.resolve(file + ".bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="%s">%s</process>
        </definitions>
        """
            .formatted(file, tasks));
    return folder;
  }

  private static Invocation generate(Path models, Object... more) {
    Invocation generated =
        Invocation.of(Stream.concat(Stream.of("generate", models), Stream.of(more)).toArray());
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated;
  }

  private String index() throws Exception {
    return Files.readString(folder.resolve("bpmndoc-site/index.html"));
  }

  @Test
  void documents_are_in_the_language_of_the_names() throws Exception {
    Invocation generated = generate(model("lan", SWEDISH));

    assertThat(generated.err()).contains("language: sv, the language of the model's names");
    assertThat(index()).contains("<html lang=\"sv\">");
    assertThat(Invocation.of("landscape", folder, "--json").json().path("language").asString())
        .isEqualTo("sv");
  }

  @Test
  void a_plan_says_the_language_and_why() throws Exception {
    Path models = model("lan", SWEDISH);

    assertThat(Invocation.of("plan", models).err())
        .contains("language: sv, the language of the model's names");
    Invocation json = Invocation.of("plan", models, "--json");
    assertThat(json.json().path("language").asString()).isEqualTo("sv");
    assertThat(json.json().path("languageWhy").asString())
        .isEqualTo("the language of the model's names");
  }

  @Test
  void too_few_names_are_english_and_it_is_said() throws Exception {
    assertThat(generate(model("lan", List.of("Ta emot", "Betala"))).err())
        .contains("language: en, since the model has too few names to tell their language");
    assertThat(index()).contains("<html lang=\"en\">");
  }

  @Test
  void a_person_wins_over_the_names_and_the_option_over_the_file() throws Exception {
    Path models = model("loan", ENGLISH);
    Files.writeString(models.resolve("bpmndoc.yaml"), "language: sv\n");

    assertThat(generate(models).err()).contains("language: sv, as asked for");
    assertThat(generate(models, "--language", "en-GB").err())
        .contains("language: en-GB, as asked for");
    assertThat(index()).contains("<html lang=\"en-GB\">");
  }

  /// What one more file says of the names is not worth writing everything again.
  @Test
  void the_language_of_the_run_before_is_kept_until_another_is_asked_for() throws Exception {
    int first = generate(model("lan", SWEDISH), "--json").json().path("subjects").asInt();
    for (int i = 0; i < 5; i++) {
      String file = "loan" + i;
      model(file, ENGLISH.stream().map(name -> name + " for " + file).toList());
    }

    Invocation second = generate(folder, "--json");

    assertThat(second.err()).contains("language: sv, the language of run ");
    assertThat(second.json().path("reused").asInt()).isEqualTo(first);
    assertThat(second.json().path("language").asString()).isEqualTo("sv");
    assertThat(generate(folder, "--language", "en", "--json").json().path("reused").asInt())
        .isZero();
    assertThat(generate(folder).err()).contains("language: en, the language of run ");
  }

  @Test
  void the_site_of_what_is_stored_is_in_the_language_of_the_newest_run() throws Exception {
    generate(model("lan", SWEDISH));
    model("loan", ENGLISH);
    model("credit", ENGLISH.stream().map(name -> name + " at once").toList());

    assertThat(Invocation.of("site", folder).exitCode()).isZero();

    assertThat(index()).contains("<html lang=\"sv\">");
    assertThat(pages("lan"))
        .hasSizeGreaterThan(SWEDISH.size())
        .noneMatch(page -> page.contains("Written for an earlier version"));
  }

  private List<String> pages(String part) throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("bpmndoc-site"))) {
      return files
          .filter(file -> file.toString().matches(".*" + part + ".*\\.html"))
          .map(LanguageTest::read)
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
  void what_the_offline_writer_does_not_speak_becomes_english_and_it_is_said() throws Exception {
    Invocation generated = generate(model("kredit", GERMAN));

    assertThat(generated.err())
        .contains(
            "language: en, since the model's names are in German (de), which the offline writer"
                + " does not speak");
    assertThat(index()).contains("<html lang=\"en\">");
    assertThat(Invocation.of("landscape", folder, "--json").json().path("language").asString())
        .isEqualTo("de");
  }

  @Test
  void where_it_was_asked_for_every_page_says_that_it_is_not_in_it() throws Exception {
    Invocation generated = generate(model("kredit", GERMAN), "--language", "de");

    assertThat(generated.err())
        .contains("language: de, as asked for")
        .contains("warning: the offline writer does not speak German (de): it writes English");
    assertThat(pages("bpmndoc-site/(index|.*kredit)"))
        .hasSizeGreaterThan(GERMAN.size())
        .allSatisfy(page ->
            assertThat(page)
                .contains("<html lang=\"en\">")
                .contains("Written in English, not in German"));
    assertThat(Invocation.of("site", folder).exitCode()).isZero();
    assertThat(index()).contains("Written in English, not in German");
  }

  /// Trying a landscape offline first does not settle it for a model, which speaks more.
  @Test
  void a_model_writes_what_the_offline_writer_could_not() throws Exception {
    generate(model("kredit", GERMAN));
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Invocation generated =
          Shell.with(emulator)
              .run("generate", folder, "--provider", "anthropic", "--poll", "10ms", "--yes");

      assertThat(generated.exitCode()).as(generated.err()).isZero();
      assertThat(generated.err()).contains("language: de, the language of the model's names");
      assertThat(
              emulator.requests().stream().map(ReceivedRequest::body).collect(Collectors.joining()))
          .contains("language with the tag `de`")
          .doesNotContain("language with the tag `en`");
    }
    assertThat(index()).contains("<html lang=\"de\">");
  }
}
