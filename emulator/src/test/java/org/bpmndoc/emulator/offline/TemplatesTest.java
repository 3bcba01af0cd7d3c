package org.bpmndoc.emulator.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private static final String[] NAMES = {"<0>", "<1>", "<2>"};

  private final Templates english = new Templates("english.properties");
  private final Templates swedish = new Templates("swedish.properties");

  @Test
  void both_languages_say_the_same_things_of_the_same_names() {
    assertThat(swedish.keys()).isEqualTo(english.keys());
    for (String key : english.keys()) {
      assertThat(names(swedish.filled(key, NAMES)))
          .as(key)
          .isEqualTo(names(english.filled(key, NAMES)));
    }
  }

  @Test
  void a_clause_has_the_same_three_parts_in_both_languages() {
    for (String key : english.keys()) {
      assertThat(swedish.parts(key, NAMES)).as(key).hasSameSizeAs(english.parts(key, NAMES));
      assertThat(english.parts(key, NAMES).size()).as(key).isIn(1, 3);
    }
  }

  @Test
  void a_bar_in_a_name_parts_no_clause() {
    assertThat(english.parts("follows", "“a | b”")).containsExactly("“a | b”", "follows", "");
  }

  @Test
  void a_name_is_put_in_as_it_is() {
    assertThat(english.filled("comesBefore", "“{0} $1 \\1 ^”"))
        .isEqualTo("it comes right before “{0} $1 \\1 ^”.");
  }

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>(Arrays.asList(NAMES));
    names.removeIf(name -> !text.contains(name));
    return names;
  }
}
