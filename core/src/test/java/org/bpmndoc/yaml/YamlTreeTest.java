package org.bpmndoc.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.YamlValue.Items;
import org.bpmndoc.yaml.YamlValue.Members;
import org.bpmndoc.yaml.YamlValue.Nothing;
import org.bpmndoc.yaml.YamlValue.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTreeTest {

  private static YamlValue read(String text) {
    return ((YamlTree.Read) YamlTree.of("a.yaml", text)).root();
  }

  @Test
  void everything_has_its_place_and_scalars_are_their_text() {
    Members root = (Members) read("a: yes\nb:\n  - 012\n  -\n");

    assertThat(root.values().getFirst().value())
        .isEqualTo(new Scalar(new SourceLocation("a.yaml", 1, 4), "yes"));
    assertThat(((Items) root.values().getLast().value()).values().getFirst())
        .isEqualTo(new Scalar(new SourceLocation("a.yaml", 3, 5), "012"));
    assertThat(((Items) root.values().getLast().value()).values().getLast())
        .isInstanceOf(Nothing.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "---\n", "~", "null"})
  void a_file_that_says_nothing_holds_nothing(String text) {
    assertThat(read(text)).isInstanceOf(Nothing.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: b\\n---\\nc: d | 2 | expected one document, found another",
        "a: b\\n c: d      | 2 | expected YAML",
        "a: c\u0007d       | 1 | expected text, found the character U+0007"
      })
  void what_cannot_be_read_is_said_with_its_line(String text, int line, String message) {
    YamlTree tree = YamlTree.of("a.yaml", text.replace("\\n", "\n"));

    assertThat(tree)
        .isInstanceOfSatisfying(
            YamlTree.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.trouble().at().line()).isEqualTo(line);
              assertThat(unreadable.trouble().message()).startsWith(message);
            });
  }

  /// The library's buffers hold a power of two; a character of two halves may stand across any end.
  @ParameterizedTest
  @ValueSource(ints = {1024, 4096, 16_384, 131_072})
  void a_character_of_two_halves_may_stand_anywhere(int buffer) {
    for (int before = buffer - 6; before <= buffer + 1; before++) {
      String value = "x".repeat(before) + "😀";
      assertThat(read("a: " + value)).isEqualTo(read("a: \"" + value + "\"\n"));
      assertThat(((Scalar) ((Members) read("a: " + value)).values().getFirst().value()).text())
          .isEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x"})
  void a_text_may_be_full_of_characters_of_two_halves(String before) {
    String value = before + "😀".repeat(200_000);
    assertThat(read(value)).isEqualTo(new Scalar(new SourceLocation("a.yaml", 1, 1), value));
  }

  @Test
  void half_a_character_is_refused() {
    assertThat(YamlTree.of("a.yaml", "a: b\nc: d\uD83D")).isInstanceOf(YamlTree.Unreadable.class);
  }

  @Test
  void depth_is_limited_and_no_alias_unfolds() {
    String deep = "[".repeat(1_000_000) + "]".repeat(1_000_000);

    assertThat(YamlTree.of("a.yaml", deep)).isInstanceOf(YamlTree.Unreadable.class);
    Members bomb = (Members) read("a: &a [*a, *a]\nb: !!java.io.File c\n");
    assertThat(((Items) bomb.values().getFirst().value()).values())
        .hasOnlyElementsOfType(YamlValue.Alias.class);
    assertThat(bomb.values().getLast().value().shown()).isEqualTo("\"c\"");
  }
}
