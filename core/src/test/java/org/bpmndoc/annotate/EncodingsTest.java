package org.bpmndoc.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bpmndoc.annotate.Annotated.Edited;
import org.bpmndoc.annotate.Annotated.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files in all encodings, with all line ends.
class EncodingsTest {

  private static final String LETTERS = "\u00E5 \u20AC \uD834\uDD1E \u30A2";
  private static final String MODEL =
      """
      <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>
        <process id='p'>%s
          <!-- %s -->
          <task id='t'>%s
            <incoming>f</incoming>
          </task>
        </process>
      </definitions>
      """;

  @TempDir private Path folder;

  /// `holds` is false where it is not certain what a reader takes the file for.
  record Written(String declared, Charset charset, String mark, String lineEnd, boolean holds) {

    static Written of(String declared, String charset, String mark, String lineEnd) {
      return new Written(declared, Charset.forName(charset), mark, lineEnd, true);
    }

    byte[] bytes(String inProcess, String inTask) {
      String declaration =
          declared.isEmpty() ? "" : "<?xml version='1.0' encoding='" + declared + "'?>\n";
      String text = declaration + MODEL.formatted(inProcess, own(), inTask);
      return (mark + text).replace("\n", lineEnd).getBytes(charset);
    }

    private boolean has(int codePoint) {
      return charset.newEncoder().canEncode(Character.toString(codePoint));
    }

    /// What the file has of letters itself.
    private String own() {
      return LETTERS
          .codePoints()
          .filter(this::has)
          .mapToObj(Character::toString)
          .collect(Collectors.joining());
    }

    /// The letters as they are to stand in the file.
    String escaped() {
      return LETTERS
          .codePoints()
          .mapToObj(
              c -> c == ' ' || holds && has(c) ? Character.toString(c) : "&#x%X;".formatted(c))
          .collect(Collectors.joining());
    }
  }

  static List<Written> encodings() {
    return List.of(
        Written.of("", "UTF-8", "", "\n"),
        Written.of("UTF-8", "UTF-8", "", "\r\n"),
        Written.of("UTF-8", "UTF-8", "\uFEFF", "\n"),
        Written.of("utf-8", "UTF-8", "\uFEFF", "\r"),
        Written.of("UTF-16", "UTF-16LE", "\uFEFF", "\r\n"),
        Written.of("UTF-16", "UTF-16BE", "\uFEFF", "\n"),
        Written.of("UTF-16BE", "UTF-16BE", "", "\n"),
        Written.of("UTF-16LE", "UTF-16LE", "", "\r\n"),
        Written.of("ISO-8859-1", "ISO-8859-1", "", "\n"),
        Written.of("iso-8859-15", "ISO-8859-15", "", "\r\n"),
        Written.of("windows-1252", "windows-1252", "", "\r\n"),
        Written.of("us-ascii", "US-ASCII", "", "\n"),
        Written.of("Shift_JIS", "Shift_JIS", "", "\n"),
        new Written("ISO-8859-1", StandardCharsets.UTF_8, "\uFEFF", "\n", false),
        new Written("ISO-8859-1", StandardCharsets.UTF_8, "", "\n", false));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void a_file_stays_in_its_encoding_and_what_that_lacks_is_written_by_its_number(Written written)
      throws Exception {
    byte[] before = written.bytes("", "");
    Models models = new Models(folder).with(before);

    Annotated made = models.make(models.saying(_ -> LETTERS + "\nline two"));

    assertThat(made).isInstanceOf(Edited.class);
    String element =
        "<documentation textFormat=\"text/plain; bpmndoc=ce87a1e953a20fb9\">%s\nline two</documentation>"
            .formatted(written.escaped());
    assertThat(models.bytes())
        .asString(written.charset())
        .isEqualTo(
            new String(written.bytes("\n    " + element, "\n      " + element), written.charset()));
    models.make(new Wish.Remove(Optional.empty()));
    assertThat(models.bytes()).isEqualTo(before);
  }

  @Test
  void a_file_whose_bytes_would_not_be_the_same_when_written_back_is_left_alone() throws Exception {
    // Two ways to write one character, of which an encoder takes the other.
    byte[] before = Written.of("ISO-2022-JP", "ISO-2022-JP", "", "\n").bytes("", "");
    byte[] escape = {0x1B, '(', 'B'};
    byte[] twice = new byte[before.length + escape.length];
    System.arraycopy(before, 0, twice, 0, before.length);
    System.arraycopy(escape, 0, twice, before.length, escape.length);
    Models models = new Models(folder).with(twice);

    Annotated made = models.make(models.saying(_ -> "said"));

    assertThat(made)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.why().code()).isEqualTo("annotate-encoding"));
    assertThat(models.bytes()).isEqualTo(twice);
  }
}
