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
  void a_name_is_put_in_as_it_is() {
    assertThat(english.filled("comesBefore", "“{0} $1 \\1 ^”"))
        .isEqualTo("It comes right before “{0} $1 \\1 ^”.");
  }

  private static Set<String> names(String text) {
    Set<String> names = new TreeSet<>(Arrays.asList(NAMES));
    names.removeIf(name -> !text.contains(name));
    return names;
  }
}
