package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MapLabelTest {

  @Test
  void a_short_name_is_one_line() {
    assertThat(MapLabel.of("Settle a claim").lines()).containsExactly("Settle a claim");
  }

  @Test
  void a_long_name_is_broken_between_words() {
    assertThat(MapLabel.of("Settle a claim after an accident abroad").lines())
        .containsExactly("Settle a claim after an", "accident abroad");
  }

  @Test
  void what_does_not_fit_into_two_lines_is_left_out_and_marked() {
    assertThat(
            MapLabel.of("Settle a claim after an accident abroad with several parties involved")
                .lines())
        .containsExactly("Settle a claim after an", "accident abroad with…");
  }

  @Test
  void a_word_without_end_is_cut() {
    assertThat(MapLabel.of("x".repeat(500)).lines())
        .hasSize(2)
        .allMatch(line -> line.length() < 30)
        .last()
        .asString()
        .endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"顧客の申請を受け付けて審査する業務プロセス全体", "🚗🚙🚌🚎🏎🚓🚑🚒🚐🚚🚛🚜🛴🚲🛵🏍🛺🚨", ""})
  void letters_of_any_width_fit_and_none_is_cut_in_two(String name) {
    assertThat(MapLabel.of(name).lines())
        .hasSizeLessThanOrEqualTo(2)
        .allSatisfy(line -> {
          assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(14);
          assertThat(line.codePoints())
              .noneMatch(letter -> Character.getType(letter) == Character.SURROGATE);
        });
  }
}
