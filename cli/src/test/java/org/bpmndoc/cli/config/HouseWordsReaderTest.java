package org.bpmndoc.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bpmndoc.prompt.HouseWords;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseWordsReaderTest {

  @TempDir Path folder;

  private ConfigurationFiles read(String ofLandscape, String ofUser) throws Exception {
    Path landscape = Files.createDirectories(folder.resolve("landscape"));
    Files.writeString(landscape.resolve("bpmndoc.yaml"), ofLandscape);
    Path own = Files.writeString(folder.resolve("own.yaml"), ofUser);
    return ConfigurationFiles.read(
        Optional.of(landscape),
        Optional.empty(),
        Map.of(ConfigurationFiles.VARIABLE, own.toString()),
        List.of("offline"));
  }

  private HouseWords words(String ofLandscape, String ofUser) throws Exception {
    return ((ConfigurationFiles.Read) read(ofLandscape, ofUser)).settings().words();
  }

  private List<String> problems(String ofLandscape, String ofUser) throws Exception {
    return ((ConfigurationFiles.Refused) read(ofLandscape, ofUser))
        .problems().stream().map(Diagnostic::toText).toList();
  }

  @Test
  void a_landscape_says_what_its_words_mean() throws Exception {
    HouseWords words =
        words(
            """
            glossary:
              Avi: A bill that is sent electronically
              Akt: >
                The papers
                of one case
            roles:
              Clerk: Decides on small claims
              Archivist:
            houseRules:
              - Say "case", never "ticket".
              - Amounts stand before their currency.
            """,
            "");

    assertThat(words)
        .isEqualTo(
            new HouseWords(
                Map.of(
                    "Avi", "A bill that is sent electronically", "Akt", "The papers of one case"),
                Map.of("Clerk", "Decides on small claims", "Archivist", ""),
                List.of(
                    "Say \"case\", never \"ticket\".", "Amounts stand before their currency.")));
  }

  @Test
  void roles_may_be_names_alone() throws Exception {
    assertThat(words("roles: [Clerk, Archivist]\n", "").roles().keySet())
        .containsExactly("Archivist", "Clerk");
  }

  @Test
  void a_landscape_is_nearer_to_its_terms_than_its_reader() throws Exception {
    HouseWords words =
        words(
            "glossary: {Case: A claim}\nhouseRules: [First.]\n",
            "glossary: {Case: A box, Deed: A paper}\nroles: [Clerk]\nhouseRules: [Second.]\n");

    assertThat(words.glossary()).isEqualTo(Map.of("Case", "A claim", "Deed", "A paper"));
    assertThat(words.roles().keySet()).containsExactly("Clerk");
    assertThat(words.rules()).containsExactly("First.", "Second.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "glossary: [a]           | 1 | expected a mapping from terms to meanings, found a list",
        "glossary:               | 1 | expected a mapping from terms to meanings, found nothing",
        "glossary:\\n  a: [b]    | 2 | expected what the term means, found a list",
        "glossary:\\n  a:        | 2 | expected what the term means, found nothing",
        "glossary:\\n  a: b\\n  a: c | 3 | \"a\" is here a second time",
        "glossary:\\n  a b: b\\n  'a  b': c | 3 | \"a b\" is here a second time",
        "roles: clerk            | 1 | expected a mapping from roles to what they do, or a list of"
            + " roles, found \"clerk\"",
        "roles:\\n  - [a]        | 2 | expected the name of a role, found a list",
        "roles:\\n  - a\\n  - a  | 3 | \"a\" is here a second time",
        "roles:\\n  a: {b: c}    | 2 | expected what the role does, found a mapping",
        "houseRules: Be brief.   | 1 | expected a list of sentences, found \"Be brief.\"",
        "houseRules:\\n  - a: b  | 2 | expected a sentence, found a mapping"
      })
  void what_is_wrong_is_said_with_its_line(String text, int line, String message) throws Exception {
    assertThat(problems(text.replace("\\n", "\n"), ""))
        .singleElement()
        .asString()
        .startsWith("bpmndoc.yaml:" + line + ": " + message);
  }

  @ParameterizedTest
  @CsvSource({
    "glossary, 200, 'x%d: y', terms",
    "roles, 50, '- x%d', roles",
    "houseRules, 30, '- x%d', house rules"
  })
  void more_than_a_prompt_should_begin_with_is_refused(
      String key, int max, String item, String what) throws Exception {
    assertThat(problems(key + ":\n" + lines(item, max + 3), ""))
        .singleElement()
        .asString()
        .startsWith(
            "bpmndoc.yaml:%d: expected at most %d %s, found more".formatted(max + 2, max, what));
    assertThat(words(key + ":\n" + lines(item, max), "").isNone()).isFalse();
  }

  private static String lines(String item, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "  " + item.formatted(i) + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void what_cannot_be_seen_is_no_text() throws Exception {
    assertThat(problems("glossary: {a: \"\\u200b \"}\nhouseRules:\n  - \"\\u200b\"\n", ""))
        .hasSize(2)
        .allSatisfy(
            problem -> assertThat(problem).contains("of at most 500 characters, found none"));
  }

  @Test
  void a_text_that_is_too_long_is_refused() throws Exception {
    assertThat(problems("houseRules:\n  - " + "x".repeat(501), ""))
        .singleElement()
        .asString()
        .startsWith("bpmndoc.yaml:2: expected a sentence of at most 500 characters, found 501");
  }

  /// Whichever file hides it, and however it is drawn apart.
  @Test
  void what_is_to_be_hidden_is_refused_with_its_line_and_not_said() throws Exception {
    List<String> problems =
        problems(
            "glossary:\n"
                + "  Acme: Our customer\n"
                + "roles: [Clerk of Ac\u200bme]\n"
                + "houseRules:\n"
                + "  - Fine.\n",
            "redact: {customer: Acme}\nhouseRules: [Never say Acme.]\n");

    assertThat(problems)
        .hasSize(3)
        .allSatisfy(problem ->
            assertThat(problem)
                .contains("expected a text without anything that redact hides")
                .doesNotContain("Acme"));
    assertThat(problems.get(0)).contains("own.yaml:2: ");
    assertThat(problems.get(1)).startsWith("bpmndoc.yaml:2: ");
    assertThat(problems.get(2)).startsWith("bpmndoc.yaml:3: ");
  }
}
