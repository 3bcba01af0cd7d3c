package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many wrong answers about models that are not as usual the checks find, and that they find
/// nothing wrong with right ones. The figures stand in docs/concepts/checks.md.
class AtypicalTest {

  private static final Path MODELS = Path.of("src/test/resources/atypical");
  private static final Path FIGURES = Path.of("../docs/concepts/checks.md");

  @ParameterizedTest
  @ValueSource(strings = {"tune", "held", "unseen"})
  void right_answers_are_left_in_peace_and_as_many_wrong_ones_found_as_the_docs_say(String half)
      throws Exception {
    List<Atypical> answers = Atypical.of(MODELS.resolve(half));
    List<Atypical> right = answers.stream().filter(one -> one.wrong().isEmpty()).toList();
    List<Atypical> wrong = answers.stream().filter(one -> one.wrong().isPresent()).toList();
    long found = wrong.stream().filter(one -> !one.found().isEmpty()).count();

    assertThat(right).isNotEmpty();
    assertThat(right).filteredOn(one -> !one.found().isEmpty()).isEmpty();
    assertThat(Files.readString(FIGURES))
        .contains(
            String.format(
                Locale.ROOT,
                "| `%s` | %d | %d (%.0f %%) | %d | 0 |",
                half,
                wrong.size(),
                found,
                100.0 * found / wrong.size(),
                right.size()));
  }
}
