package org.bpmndoc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @Test
  void a_contract_is_named_by_kind_and_version() {
    ContractId id = new ContractId("feature-goal", 12);

    assertThat(id).hasToString("feature-goal@12");
    assertThat(ContractId.parse("feature-goal@12")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "epic", "@1", "epic@", "epic@one"})
  void what_names_no_contract_is_refused(String text) {
    assertThatThrownBy(() -> ContractId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF",
        "g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void what_is_no_fingerprint_is_refused(String hex) {
    assertThatThrownBy(() -> new Fingerprint(hex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 hex digits");
  }

  @Test
  void fingerprints_are_sorted_by_their_digits() {
    assertThat(new Fingerprint("0".repeat(64))).isLessThan(new Fingerprint("f".repeat(64)));
  }
}
