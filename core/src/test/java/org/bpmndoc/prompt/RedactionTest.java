package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.prompt.Redaction.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RedactionTest {

  private static final Redaction REDACTION =
      new Redaction(
          List.of(
              Rule.of("customer", "Acme( AB)?|Globex"), Rule.of("account", "\\b\\d{4}-\\d{3}\\b")));

  private static Redacted redacted(String facts) {
    return Redacted.of(
        (ObjectNode) JsonMapper.shared().readTree(facts), Set.of("e1", "e2"), REDACTION);
  }

  @Test
  void the_same_text_has_the_same_pseudonym_numbered_in_order() {
    Redacted redacted =
        redacted(
            """
            {"name":"Bill Globex","documentation":"Acme AB pays Globex from 1234-567.",
             "children":[{"document":{"summary":"Acme pays, Acme AB does not"}}]}
            """);

    assertThat(redacted.facts().toString())
        .isEqualTo(
            """
            {"name":"Bill «customer-1»","documentation":"«customer-2» pays «customer-1» from \
            «account-1».","children":[{"document":{"summary":"«customer-3» pays, «customer-2» does \
            not"}}]}\
            """);
    assertThat(redacted.pseudonyms().originals())
        .isEqualTo(
            Map.of(
                "«customer-1»", "Globex",
                "«customer-2»", "Acme AB",
                "«customer-3»", "Acme",
                "«account-1»", "1234-567"));
  }

  @Test
  void what_several_patterns_find_is_hidden_whole_under_the_first() {
    Redaction overlapping =
        new Redaction(List.of(Rule.of("number", "AB 12"), Rule.of("customer", "Acme AB")));
    ObjectNode facts = (ObjectNode) JsonMapper.shared().readTree("{\"name\":\"at Acme AB 123\"}");

    Redacted redacted = Redacted.of(facts, Set.of(), overlapping);

    assertThat(redacted.facts().path("name").asString()).isEqualTo("at «customer-1»3");
    assertThat(redacted.pseudonyms().originals()).containsEntry("«customer-1»", "Acme AB 12");
  }

  @Test
  void a_text_that_looks_like_a_pseudonym_is_not_taken_for_one() {
    Redacted redacted = redacted("{\"name\":\"«customer-1» and Acme\"}");

    assertThat(redacted.facts().path("name").asString()).isEqualTo("«customer-1» and «customer-2»");
  }

  @Test
  void the_programs_own_words_stay() {
    Redaction everything = new Redaction(List.of(Rule.of("word", "\\w+")));
    ObjectNode facts =
        (ObjectNode)
            JsonMapper.shared()
                .readTree(
                    "{\"flow\":[{\"element\":\"e1\",\"type\":\"userTask\",\"name\":\"userTask\",\"next\":[{\"to\":\"e2\"}]}]}");

    assertThat(Redacted.of(facts, Set.of("e1", "e2"), everything).facts().toString())
        .isEqualTo(
            "{\"flow\":[{\"element\":\"e1\",\"type\":\"userTask\",\"name\":\"«word-1»\",\"next\":[{\"to\":\"e2\"}]}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Customer | a          | expected a name of small letters and -",
        "customer | (?=a)b     | without look-around and references back",
        "customer | (a)\\1     | without look-around and references back",
        "customer | [          | without look-around and references back",
        "customer | a*         | does not match the empty text",
        "customer | (a{1000}){1000} | expected a smaller pattern",
        "customer | ((((a{100}){100}){100}){100}) | expected a smaller pattern",
        "customer | (abcdefghij){500} | expected a smaller pattern"
      })
  void a_pattern_that_cannot_be_used_is_refused(String name, String pattern, String message) {
    assertThatThrownBy(() -> Rule.of(name, pattern)).hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        "[A-Z]{2}\\d{2}( ?\\d{4}){4,6} ?\\d{1,4}",
        "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+",
        "(?i)\\bacme\\b"
      })
  void usual_patterns_can_be_used(String pattern) {
    assertThat(Rule.of("some", pattern).name()).isEqualTo("some");
  }

  @Test
  void a_pattern_that_other_engines_never_end_with_ends() {
    Redaction hostile = new Redaction(List.of(Rule.of("a", "(a+)+b")));
    ObjectNode facts =
        JsonMapper.shared().createObjectNode().put("name", "a".repeat(100_000) + "c");

    assertThat(Redacted.of(facts, Set.of(), hostile).pseudonyms().isEmpty()).isTrue();
  }
}
