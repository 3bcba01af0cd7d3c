package org.bpmndoc.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bpmndoc.document.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomIdTest {

  private static final Fingerprint FINGERPRINT = new Fingerprint("0123456789abcdef".repeat(4));

  @Test
  void it_holds_run_request_and_attempt() {
    assertThat(CustomId.of("run1", FINGERPRINT, 2))
        .hasToString("run1_0123456789abcdef0123456789abcdef_2");
  }

  @Test
  void the_longest_run_and_attempt_fit() {
    assertThat(CustomId.of("r".repeat(20), FINGERPRINT, Integer.MAX_VALUE).value()).hasSize(64);
  }

  @Test
  void a_longer_run_is_refused_from_the_first_attempt_on() {
    assertThatThrownBy(() -> CustomId.of("r".repeat(21), FINGERPRINT, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("run of 1 to 20 characters");
    assertThatThrownBy(() -> CustomId.of("", FINGERPRINT, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CustomId.of("run1", FINGERPRINT, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a.b", "ä", "a/b", "a\n"})
  void other_characters_are_refused(String value) {
    assertThatThrownBy(() -> new CustomId(value)).isInstanceOf(IllegalArgumentException.class);
  }
}
