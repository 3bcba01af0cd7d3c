package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bpmndoc.landscape.LinksFileUpdate.Line;
import org.bpmndoc.landscape.LinksFileUpdate.Result;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading and writing `bpmndoc-links.yaml`; what its entries do is in the golden landscapes.
class LinksFileTest {

  private static final List<Line> NEW =
      List.of(
          new Line("a.bpmn#x", "b.bpmn#p", "file-name 0.75"),
          new Line("sub folder/ö: #.bpmn#y", "b.bpmn#none", "call-name 0.8"));

  private static final String ADDED =
      """
      # proposed by bpmndoc; what you leave here is your word
      a.bpmn#x: b.bpmn#p  # file-name 0.75
      "sub folder/ö: #.bpmn#y": b.bpmn#none  # call-name 0.8
      """;

  @TempDir Path folder;

  private static LinksFile read(String text) {
    return LinksYaml.of("links.yaml", text).content();
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("links.yaml"), text);
  }

  private static String added(int indent) {
    return ADDED.indent(indent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# nothing yet\n", "---\n", "links:\nprefixes:\n", "null", "---\n...\n"})
  void an_empty_file_says_nothing(String text) {
    assertThat(read(text)).isEqualTo(LinksFile.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "links: [a]|links-file-shape|1",
        "- links|links-file-shape|1",
        "links: {a: b}\\nlinks: {c: d}|links-file-shape|2",
        "links:\\n  a: &x b\\n  c: *x|links-file-shape|3",
        "links:\\n  a: b\\n---\\nlinks:\\n  c: d|links-file-shape|3",
        "prefixes: [a, {b: c}]|links-file-shape|1",
        "links:\\n\ta: b|links-file-syntax|2",
        "links:\\n  a: b\\n c: d|links-file-syntax|3",
        "links:\\n  a: 😀\\n  b: c\u0007d|links-file-syntax|3"
      })
  void what_is_wrong_is_said_with_its_line(String text, String code, int line) {
    assertThat(read(text.replace("\\n", "\n")).diagnostics())
        .extracting(Diagnostic::code, problem -> problem.location().line())
        .contains(org.assertj.core.groups.Tuple.tuple(code, line));
  }

  @Test
  void what_is_nested_deeply_or_refers_to_itself_is_left_out_without_going_down() {
    String deep = "links:\n  a: " + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "\n";
    String bomb = "links: {a: &a [*a, *a, *a], b: [*a, *a, *a]}\n";

    assertThat(read(deep).diagnostics())
        .extracting(Diagnostic::message, problem -> problem.location().line())
        .contains(
            org.assertj.core.groups.Tuple.tuple("nested too deeply; the rest is not read", 2));
    assertThat(read(bomb).links()).isEmpty();
  }

  @Test
  void tags_make_no_objects() {
    LinksFile file = read("links:\n  a: !!java.io.File b\n");

    assertThat(file.links()).extracting(LinksFile.Entry::process).containsExactly("b");
  }

  @Test
  void a_file_that_is_too_long_or_not_utf_8_is_not_read() throws Exception {
    Path tooLong = folder.resolve("long.yaml");
    Files.write(tooLong, new byte[org.bpmndoc.yaml.TextFile.BYTES_MAX + 1]);
    Path latin1 = folder.resolve("latin1.yaml");
    Files.write(latin1, "links: {ö: b}".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(LinksFileReader.read(tooLong).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("links-file-unreadable");
    assertThat(LinksFileReader.read(latin1).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("expected UTF-8");
  }

  @Test
  void a_symbolic_link_in_the_landscape_is_not_followed() throws Exception {
    Path outside = file("links: {a: b}");
    Path landscape = Files.createDirectory(folder.resolve("landscape"));
    Files.createSymbolicLink(landscape.resolve(LinksFile.NAME), outside);

    assertThat(LinksFileReader.inFolder(landscape).links()).isEmpty();
    assertThat(LinksFileReader.inFolder(landscape).diagnostics()).hasSize(1);
    assertThat(LinksFileUpdate.add(landscape.resolve(LinksFile.NAME), NEW))
        .isInstanceOf(Result.Refused.class);
  }

  @Test
  void a_new_file_says_what_it_is_and_reads_back() throws Exception {
    Path file = folder.resolve("links.yaml");

    assertThat(LinksFileUpdate.add(file, NEW)).isEqualTo(new Result.Written(2));

    assertThat(Files.readString(file))
        .startsWith("# Which process each call activity calls.")
        .endsWith("\nlinks:\n" + added(2));
    assertThat(LinksFileReader.read(file).links())
        .extracting(LinksFile.Entry::call)
        .containsExactly("a.bpmn#x", "sub folder/ö: #.bpmn#y");
  }

  @Test
  void writing_twice_changes_nothing() throws Exception {
    Path file = folder.resolve("links.yaml");
    var _ = LinksFileUpdate.add(file, NEW);
    String first = Files.readString(file);

    assertThat(LinksFileUpdate.add(file, NEW)).isEqualTo(new Result.Written(0));
    assertThat(Files.readString(file)).isEqualTo(first);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void lines_go_below_those_of_a_person_and_change_no_byte_of_them() throws Exception {
    String before = "\uFEFF# mine\nlinks:   # all\n    a.bpmn#z:   \"none\"    # not ours\n";
    String after = "\n# and then\nprefixes: [x-]   # odd\n";
    Path file = file(before + after);

    assertThat(LinksFileUpdate.add(file, NEW)).isEqualTo(new Result.Written(2));

    assertThat(Files.readString(file)).isEqualTo(before + added(4) + after);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "links:\n",
        "links: # none yet\n",
        "prefixes: [a]\nlinks:",
        "links:\n  a.bpmn#z: none",
        "links:\n  a.bpmn#z:\n    none\n",
        "links:\n  \"😀#z\": none # ö\n",
        "prefixes:\n- a"
      })
  void what_was_there_is_all_still_there(String before) throws Exception {
    Path file = file(before);

    assertThat(LinksFileUpdate.add(file, NEW)).isEqualTo(new Result.Written(2));

    assertThat(Files.readString(file)).startsWith(before);
    assertThat(LinksFileReader.read(file).links()).hasSize(read(before).links().size() + 2);
  }

  @Test
  void line_ends_stay_those_of_the_file() throws Exception {
    Path file = file("links:\r\n  a.bpmn#z: none\r\n");

    var _ = LinksFileUpdate.add(file, NEW);

    assertThat(Files.readString(file).replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void a_call_that_a_person_linked_keeps_its_line() throws Exception {
    Path file = file("links:\n  a.bpmn#x: none\n");

    assertThat(LinksFileUpdate.add(file, NEW)).isEqualTo(new Result.Written(1));
    assertThat(LinksFileReader.read(file).links().getFirst().process()).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "links: {a.bpmn#z: none}\n",
        "{}",
        "links:\n  a: b\n...\n# end\n",
        "link: {}",
        "links:\n  a: |\n    b\n\n\n"
      })
  void a_file_that_no_line_can_be_added_to_is_left_as_it_is_or_right(String before)
      throws Exception {
    Path file = file(before);

    Result result = LinksFileUpdate.add(file, NEW);

    if (result instanceof Result.Refused refused) {
      assertThat(refused.reasons()).isNotEmpty();
      assertThat(Files.readString(file)).isEqualTo(before);
    } else {
      assertThat(LinksFileReader.read(file).links()).hasSize(read(before).links().size() + 2);
    }
  }
}
