package org.bpmndoc.emulator.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

  private static final String ENGLISH =
      """
      The clerk checks whether the application is complete. If documents are missing, the customer
      is asked for them and has two weeks to answer; otherwise the application is handed over to
      the credit department, which decides on the amount, the interest rate and the collateral.
      """;

  private static final String SWEDISH =
      """
      Handläggaren kontrollerar att ansökan är fullständig. Om handlingar saknas får kunden en
      förfrågan och har två veckor på sig att svara; annars lämnas ansökan över till
      kreditavdelningen, som beslutar om belopp, ränta och säkerhet.
      """;

  private static final String JSON =
      """
      {"id":"e7","kind":"userTask","name":"Check application","lane":"Credit officer","next":["e8",\
      "e9"],"form":[{"field":"loanAmount","type":"long"},{"field":"customerId","type":"string"}]}\
      """;

  private static final String CHINESE = "申请人提交贷款申请，系统检查信用记录。如果金额超过限额，由经理审批。";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          ''              | 0 | nothing
          a               | 1 | a letter
          task            | 1 | a short word
          tasks           | 2 | a longer one
          Approve         | 2 | its capital goes with it
          the task        | 2 | a single space goes with the word
          'a  b'          | 3 | more spaces do not
          userTask        | 2 | camel case is two words
          HTTPServer      | 4 | and so are capitals before a word
          loan_amount     | 4 | a mark parts words
          2026            | 2 | digits come in threes
          för             | 2 | letters beyond ASCII break a word
          handläggare     | 5 | and what follows breaks, too
          '":"'           | 2 | marks come in pairs
          审批             | 2 | a character stands for itself
          ですか            | 3 | kana, too
          “a”             | 3 | typographic quotation marks
          😀              | 2 | a picture
          """)
  void a_text_has_so_many_tokens(String text, long tokens, String why) {
    assertThat(Tokenizer.CURRENT.count(text)).as(why).isEqualTo(tokens);
  }

  /// What was measured from outside is in docs/decisions/0019.
  @Test
  void characters_to_a_token_differ_with_what_is_written() {
    assertThat(charactersPerToken(ENGLISH)).isCloseTo(3.5, within(0.3));
    assertThat(charactersPerToken(SWEDISH)).isCloseTo(2.6, within(0.3));
    assertThat(charactersPerToken(JSON)).isCloseTo(2.3, within(0.3));
    assertThat(charactersPerToken(CHINESE)).isCloseTo(1.0, within(0.1));
  }

  @Test
  void earlier_models_need_fewer_tokens_for_words_and_as_many_for_characters() {
    assertThat(ratio(ENGLISH)).isCloseTo(1.3, within(0.1));
    assertThat(ratio(JSON)).isCloseTo(1.1, within(0.1));
    assertThat(ratio(CHINESE)).isEqualTo(1.0);
  }

  @ParameterizedTest
  @CsvSource({
    "claude-haiku-4-5,          EARLIER",
    "claude-haiku-4-5-20251001, EARLIER",
    "claude-opus-4-6,           EARLIER",
    "claude-sonnet-4-20250514,  EARLIER",
    "claude-opus-4-7,           CURRENT",
    "claude-haiku-5-5,          CURRENT",
    "offline-writer,            CURRENT",
  })
  void models_since_4_7_have_the_current_one(String model, Tokenizer tokenizer) {
    assertThat(Tokenizer.of(model)).isEqualTo(tokenizer);
  }

  @Test
  void however_a_text_is_cut_the_count_is_the_same_and_never_falls() {
    String text = ENGLISH + SWEDISH + JSON + CHINESE + "  \n\t 😀😀 \uD83D HTTPServer2 ";
    TokenMeter meter = Tokenizer.CURRENT.meter();
    long before = 0;
    for (int i = 0; i < text.length(); i++) {
      meter.read(text.substring(i, i + 1));
      assertThat(meter.tokens()).isBetween(before, before + 2);
      before = meter.tokens();
    }

    assertThat(meter.tokens()).isEqualTo(Tokenizer.CURRENT.count(text));
  }

  @Test
  void the_beginning_of_a_text_has_as_many_tokens_as_fit() {
    String text = ENGLISH + "😀" + CHINESE;
    long all = Tokenizer.CURRENT.count(text);
    for (long tokens = 0; tokens < all; tokens++) {
      String first = Tokenizer.CURRENT.first(text, tokens);
      int next = text.codePointAt(first.length());

      assertThat(text).startsWith(first);
      assertThat(Tokenizer.CURRENT.count(first)).isLessThanOrEqualTo(tokens);
      assertThat(Tokenizer.CURRENT.count(first + Character.toString(next))).isGreaterThan(tokens);
    }
    assertThat(Tokenizer.CURRENT.first(text, all)).isEqualTo(text);
  }

  private static double charactersPerToken(String text) {
    return text.length() / (double) Tokenizer.CURRENT.count(text);
  }

  private static double ratio(String text) {
    return Tokenizer.CURRENT.count(text) / (double) Tokenizer.EARLIER.count(text);
  }
}
