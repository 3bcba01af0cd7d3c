package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"creditDecision", "credit-decision", "Credit  decision", "CREDIT_DECISION"})
  void case_and_punctuation_make_no_difference(String text) {
    assertThat(NameKey.of(text)).isEqualTo(new NameKey(List.of("credit", "decision")));
  }

  @ParameterizedTest
  @CsvSource({
    "KYCCheck,kyc check",
    "Überweisung prüfen,überweisung prüfen",
    "invoice.v2,invoice v 2"
  })
  void words_are_found_as_people_see_them(String text, String words) {
    assertThat(String.join(" ", NameKey.of(text).words())).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "signing-2,signing",
    "invoice.v1,invoice",
    "order v 1.0,order",
    "step 1 of 2,step 1 of"
  })
  void a_number_at_the_end_can_be_left_out(String text, String shorter) {
    assertThat(NameKey.of(text).withoutNumber()).contains(NameKey.of(shorter));
  }

  @Test
  void no_number_no_shorter_key() {
    assertThat(NameKey.of("signing").withoutNumber()).isEmpty();
    assertThat(NameKey.of("2 keys").withoutNumber()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "x1", "Process_1", "Call Activity", "42", "Test", "...", "v2"})
  void what_tools_give_to_anything_names_nothing(String text) {
    assertThat(NameKey.of(text).isTelling()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KYC", "Process order", "审批", "Ärende"})
  void a_name_is_telling_in_any_script(String text) {
    assertThat(NameKey.of(text).isTelling()).isTrue();
  }

  private static NameKey shared(String... names) {
    return SharedPrefix.of(Stream.of(names).map(NameKey::of).toList());
  }

  @Test
  void files_share_the_words_they_all_begin_with() {
    assertThat(shared("loan-se-offer", "loan-se-signing", "loan-se-signing-advance"))
        .isEqualTo(NameKey.of("loan se"));
  }

  @Test
  void a_file_that_is_named_like_the_prefix_does_not_end_it() {
    assertThat(shared("loan", "loan-se-offer", "loan-se-signing", "loan-se-payout"))
        .isEqualTo(NameKey.of("loan se"));
  }

  @Test
  void few_files_share_nothing_but_chance() {
    assertThat(shared("credit-offer", "credit-signing").words()).isEmpty();
    assertThat(shared("offer", "signing", "payout").words()).isEmpty();
    assertThat(shared().words()).isEmpty();
  }
}
