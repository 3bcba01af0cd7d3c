package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Documents as a file, out of one state and into another.
class StoreCommandTest {

  @TempDir Path folder;

  private static JsonNode done(Object... args) {
    Invocation called =
        Invocation.of(Stream.concat(Stream.of(args), Stream.of("--json")).toArray());
    assertThat(called.exitCode()).as(called.err()).isZero();
    return called.json();
  }

  private Path exported(Path directory) {
    done("generate", directory);
    Path file = folder.resolve("documents.jsonl");
    done("store", "export", directory, file);
    return file;
  }

  @Test
  void after_an_import_into_an_empty_state_nothing_is_written() {
    Path here = Invocation.example("mortgage", folder.resolve("here"));
    Path there = Invocation.example("mortgage", folder.resolve("there"));
    Path file = exported(here);

    JsonNode imported = done("store", "import", there, file);

    JsonNode generated = done("generate", there);
    assertThat(imported.get("assigned")).isEqualTo(generated.get("subjects"));
    assertThat(generated.get("reused")).isEqualTo(generated.get("subjects"));
    assertThat(generated.get("documented").asInt()).isZero();
    assertThat(generated.get("requests").get("batch").asInt()).isZero();
    assertThat(generated.get("requests").get("direct").asInt()).isZero();
  }

  @Test
  void what_was_imported_is_checked_without_any_run() {
    Path here = Invocation.example("hello", folder.resolve("here"));
    Path there = Invocation.example("hello", folder.resolve("there"));
    done("store", "import", there, exported(here));

    assertThat(done("check", there).get("current").asInt()).isEqualTo(5);
  }

  @Test
  void the_same_state_is_the_same_bytes_and_comes_through_another_one() throws Exception {
    Path here = Invocation.example("hello", folder.resolve("here"));
    Path there = Invocation.example("hello", folder.resolve("there"));
    Path file = exported(here);
    assertThat(done("store", "export", here, file).get("written").asBoolean()).isFalse();
    done("store", "import", there, file);
    Path again = folder.resolve("again.jsonl");
    done("store", "export", there, again);

    assertThat(Files.readString(again)).isEqualTo(Files.readString(file));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).isEqualTo("{\"format\":\"bpmndoc documents\",\"version\":1}");
    assertThat(lines.subList(1, 6)).isSorted().allMatch(line -> line.startsWith("{\"fingerp"));
    assertThat(lines.subList(6, 11)).isSorted().allMatch(line -> line.startsWith("{\"subject"));
  }

  @Test
  void what_is_there_is_not_overwritten_and_subjects_keep_theirs_unless_they_are_replaced()
      throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path file = exported(hello);
    Path model = hello.resolve("hello.bpmn");
    String xml = Files.readString(model);
    int end = xml.indexOf("</bpmn:documentation>", xml.indexOf("Task "));
    Files.writeString(model, xml.substring(0, end) + " On paper, too." + xml.substring(end));
    done("generate", hello);
    Files.writeString(model, xml);

    JsonNode kept = done("store", "import", hello, file);
    assertThat(kept.get("added").asInt()).isZero();
    assertThat(kept.get("present").asInt()).isEqualTo(5);
    assertThat(kept.get("assigned").asInt()).isZero();
    assertThat(Invocation.of("check", hello).exitCode()).isEqualTo(1);

    JsonNode replaced = done("store", "import", hello, file, "--replace");
    assertThat(replaced.get("assigned").asInt()).isEqualTo(2);
    assertThat(replaced.get("kept").asInt()).isEqualTo(3);
    assertThat(Invocation.of("check", hello).exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 | "version":1                  | "version":2                 | expected version 1
          1 | bpmndoc documents            | something                   | expected documents that bpmndoc has exported
          2 | "fingerprint":"              | "fingerprint":"X            | expected "fingerprint" as
          3 | "contract":"                 | "contract":"../             | expected "contract" as
          4 | "summary":                   | "summery":                  | expected a document of
          2 | "costUsd":"0"                | "costUsd":"1e999999999"     | expected "costUsd" as
          2 | "findings":                  | "more":1,"findings":        | and no more
          2 | "inputTokens":               | "inputTokens":-             | expected
          5 | {                            | {{                          | expected a JSON object
          3 | "channel":                   | "channel":"x","channel":    | expected a JSON object
          2 | "writtenAt":"                | "writtenAt":"never          | expected "writtenAt"
          7 | "subject":"hello.bpmn#       | "subject":"                 | expected "subject", a subject FILE#ELEMENT
          8 | "fingerprint":"              | "fingerprint":"0000000000000000000000000000000000000000000000000000000000000000","x":" | and no more
          """)
  void a_line_that_is_broken_is_2_with_its_number_and_nothing_is_written(
      int line, String from, String to, String message) throws Exception {
    Path here = Invocation.example("hello", folder.resolve("here"));
    Path there = Invocation.example("hello", folder.resolve("there"));
    Path file = exported(here);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(line - 1)).contains(from);
    lines.set(line - 1, lines.get(line - 1).replace(from, to));
    Files.write(file, lines);

    Invocation refused = Invocation.of("store", "import", there, file);

    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
    assertThat(refused.err()).contains(file + ":" + line + ": ", message, "hint: ");
    assertThat(there.resolve(".bpmndoc")).doesNotExist();
  }

  @Test
  void a_subject_whose_document_is_nowhere_and_a_line_that_is_there_twice_are_2() throws Exception {
    Path here = Invocation.example("hello", folder.resolve("here"));
    Path there = Invocation.example("hello", folder.resolve("there"));
    Path file = exported(here);
    List<String> lines = Files.readAllLines(file);
    String first = lines.remove(1);
    Files.write(file, lines);
    assertThat(Invocation.of("store", "import", there, file).err()).contains("which is not above");

    lines.addAll(1, List.of(first, first));
    lines.add(lines.getLast());
    Files.write(file, lines);
    Invocation twice = Invocation.of("store", "import", there, file);

    assertThat(twice.exitCode()).isEqualTo(2);
    assertThat(twice.err()).contains(":3: ", ":13: ").contains("is in the file twice");
  }

  @Test
  void documents_of_a_contract_that_is_not_known_are_passed_over() throws Exception {
    Path here = Invocation.example("hello", folder.resolve("here"));
    Path there = Invocation.example("hello", folder.resolve("there"));
    Path file = exported(here);
    Files.writeString(
        file,
        Files.readString(file).replaceAll("\"contract\":\"[^\"]+\"", "\"contract\":\"old@1\""));

    JsonNode imported = done("store", "import", there, file);

    assertThat(imported.get("passedOver").asInt()).isEqualTo(5);
    assertThat(imported.get("added").asInt() + imported.get("assigned").asInt()).isZero();
  }

  @Test
  void an_empty_file_and_an_empty_line_are_2() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path file = exported(hello);
    Files.writeString(file, Files.readString(file).replaceFirst("\n", "\n\n"));
    assertThat(Invocation.of("store", "import", hello, file).err()).contains(file + ":2: ");
    Files.writeString(file, "");

    Invocation refused = Invocation.of("store", "import", hello, file);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains(file + ":1: expected documents that bpmndoc has exported");
  }

  @Test
  void a_text_that_was_hidden_from_the_writer_is_not_in_the_file_and_back_on_the_pages()
      throws Exception {
    Path here = Invocation.example("hello", folder.resolve("here"));
    Path there = Invocation.example("hello", folder.resolve("there"));
    for (Path directory : List.of(here, there)) {
      Path model = directory.resolve("hello.bpmn");
      Files.writeString(
          model,
          Files.readString(model)
              .replaceFirst("</bpmn:documentation>", " For Zaphodia Ltd.</bpmn:documentation>"));
      Files.writeString(directory.resolve("bpmndoc.yaml"), "redact:\n  customer: Zaphodia Ltd\n");
    }

    Path file = exported(here);
    done("store", "import", there, file);

    assertThat(Files.readString(file)).doesNotContain("Zaphodia").contains("«customer-1»");
    assertThat(done("generate", there).get("documented").asInt()).isZero();
    try (Stream<Path> pages = Files.walk(there.resolve("bpmndoc-site"))) {
      assertThat(pages.filter(page -> page.toString().endsWith(".html")).toList())
          .anySatisfy(page -> assertThat(Files.readString(page)).contains("Zaphodia"));
    }
  }

  @Test
  void what_cannot_be_done_is_2() {
    Path hello = Invocation.example("hello", folder);
    Path file = folder.resolve("documents.jsonl");

    assertThat(Invocation.of("store").exitCode()).isEqualTo(2);
    assertThat(Invocation.of("store", "export", hello).exitCode()).isEqualTo(2);
    assertThat(Invocation.of("store", "export", hello, file).err())
        .contains("nothing has been generated yet");
    assertThat(Invocation.of("store", "import", hello, file).err())
        .contains("there is no such file");
    assertThat(Invocation.of("store", "import", folder.resolve("none"), file).exitCode())
        .isEqualTo(2);
    done("generate", hello);
    Invocation intoAFolder = Invocation.of("store", "export", hello, folder);
    assertThat(intoAFolder.exitCode()).isEqualTo(2);
    assertThat(intoAFolder.err()).contains("cannot be written");
  }
}
