package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DifferenceTest {

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  /// Before | now | where | what stood there | what stands there.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':1}                | {'a':2}                    | /a     | 1       | 2",
        "{'a':'x'}              | {'a':'y'}                  | /a     | x       | y",
        "{'a':1,'b':1}          | {'b':2,'a':2}              | /b     | 1       | 2",
        "{'a':1}                | {'a':1,'b':{'c':'x'}}      | /b     | ``      | {\"c\":\"x\"}",
        "{'a':1,'b':'x'}        | {'a':1}                    | /b     | x       | ``",
        "{'a':[1,2]}            | {'a':[1,3]}                | /a/1   | 2       | 3",
        "{'a':[{'b':1},2]}      | {'a':[{'b':3},2]}          | /a/0/b | 1       | 3",
        "{'a':[{'b':1},{'b':2}]} | {'a':[{'b':1},{'b':3},{'b':2}]} | /a/1 | {\"b\":2} | {\"b\":3}",
        "{'a':[1,2]}            | {'a':[1]}                  | /a/1   | 2       | ``",
        "{'a/b':{'~':1}}        | {'a/b':{'~':2}}            | /a~1b/~0 | 1     | 2",
        "'x'                    | 'y'                        | ``     | x       | y"
      })
  void the_first_is_found(String before, String now, String at, String then, String there) {
    assertThat(Difference.first(json(before), json(now))).contains(new Difference(at, then, there));
  }

  @Test
  void there_is_none_in_equal_values() {
    assertThat(Difference.first(json("{'a':[1,{'b':'x'}]}"), json("{'a':[1,{'b':'x'}]}")))
        .isEmpty();
  }

  @Test
  void long_texts_are_shortened_to_one_line_without_breaking_a_character() {
    Difference found =
        Difference.first(json("'a\\n\\u202eb\\u001b[2J'"), json("'" + "🜁".repeat(300) + "'"))
            .orElseThrow();

    assertThat(found.before()).isEqualTo("a b [2J");
    assertThat(found.now()).isEqualTo("🜁".repeat(119) + "…");
  }
}
