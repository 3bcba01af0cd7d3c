package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "59400, 59 s",
    "59500, 1 min",
    "89000, 1 min",
    "90000, 2 min",
    "3569000, 59 min",
    "3570000, 1 h",
    "4320000, 1 h 12 min",
    "90000000, 25 h"
  })
  void a_duration_reads_as_people_say_it(long milliseconds, String text) {
    assertThat(DurationText.of(Duration.ofMillis(milliseconds))).isEqualTo(text);
  }
}
