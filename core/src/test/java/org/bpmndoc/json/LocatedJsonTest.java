package org.bpmndoc.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatedJsonTest {

  @TempDir Path folder;

  @Test
  void each_value_knows_its_line() throws Exception {
    var json = (LocatedJson.Members) parse("{\n  \"a\": [\n    1,\n    {\"b\": 2.50}\n  ]\n}");
    var items = (LocatedJson.Items) List.copyOf(json.values().values()).getFirst();

    assertThat(items.at().line()).isEqualTo(2);
    assertThat(items.values()).extracting(item -> item.at().line()).containsExactly(3, 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1,\\n }| 2",
        "{\"a\": 1,\\n\\n \"a\": 2}| 3",
        "{\"a\": \\n nought}| 2",
        "{\"a\": 1}\\n{}| 2",
        "{\"a\": [1,\\n2| 2",
        "not JSON| 1"
      })
  void broken_json_is_refused_with_its_line(String text, int line) {
    var refused =
        catchThrowableOfType(UnusableFileException.class, () -> parse(text.replace("\\n", "\n")));

    Diagnostic problem = refused.diagnostics().getFirst();
    assertThat(problem.location().line()).isEqualTo(line);
    assertThat(problem.message()).contains("expected", "found");
    assertThat(problem.hint()).isNotEmpty();
  }

  @Test
  void a_byte_that_is_no_text_is_refused() {
    byte[] bytes = "{\"a\": \"x?\"}".getBytes(StandardCharsets.US_ASCII);
    bytes[8] = (byte) 0xff;

    var refused =
        catchThrowableOfType(UnusableFileException.class, () -> LocatedJson.parse("w.json", bytes));

    assertThat(refused).hasMessageStartingWith("w.json:1: expected JSON, found something else");
  }

  @Test
  void an_empty_file_a_folder_and_a_missing_file_are_refused() {
    Path missing = folder.resolve("none.json");

    assertThat(refusedMessage(missing))
        .startsWith(missing + ": expected a JSON file, found no file of that name");
    assertThat(refusedMessage(folder))
        .startsWith(folder + ": expected a JSON file, found a folder");
    assertThat(catchThrowableOfType(UnusableFileException.class, () -> parse(" ")))
        .hasMessageStartingWith("w.json: expected a JSON object, found an empty file");
  }

  private static String refusedMessage(Path file) {
    return String.valueOf(
        catchThrowableOfType(UnusableFileException.class, () -> LocatedJson.read(file))
            .getMessage());
  }

  private static LocatedJson parse(String text) throws UnusableFileException {
    return LocatedJson.parse("w.json", text.getBytes(StandardCharsets.UTF_8));
  }
}
