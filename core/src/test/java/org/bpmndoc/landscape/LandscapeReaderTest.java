package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.landscape.UnreadableLandscape.Reason;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapeReaderTest {

  @TempDir Path temporary;

  private static String process(String id, String... calls) {
    StringBuilder xml =
        new StringBuilder("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">");
    xml.append("<process id=\"").append(id).append("\">");
    for (String call : calls) {
      xml.append("<callActivity id=\"%s-%s\" calledElement=\"%s\"/>".formatted(id, call, call));
    }
    return xml.append("</process></definitions>").toString();
  }

  private void write(String name, String text) throws Exception {
    Path file = temporary.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Landscape read() throws UnreadableLandscape {
    return new LandscapeReader().read(temporary);
  }

  private static UnreadableLandscape refusal(Path folder) {
    return catchThrowableOfType(
        UnreadableLandscape.class, () -> new LandscapeReader().read(folder));
  }

  @Test
  void a_missing_folder_a_file_and_a_folder_without_models_are_told_apart() throws Exception {
    write("some/notes.txt", "nothing");
    write("some/pom.xml", "<project/>");
    Path missing = temporary.resolve("missing");

    assertThat(refusal(missing).reason()).isEqualTo(Reason.MISSING);
    assertThat(refusal(missing)).hasMessageContainingAll(missing.toString(), "hint:");
    assertThat(refusal(temporary.resolve("some/notes.txt")).reason())
        .isEqualTo(Reason.NOT_A_FOLDER);
    assertThat(refusal(temporary).reason()).isEqualTo(Reason.NO_BPMN_FILES);
    assertThat(refusal(temporary)).hasMessageContainingAll(".bpmn20.xml", "hint:");
  }

  @Test
  void models_are_found_by_their_endings_and_plain_xml_by_its_namespace() throws Exception {
    write("b/two.bpmn2", process("two"));
    write("b/ONE.BPMN", process("one"));
    write("a/three.bpmn20.xml", process("three"));
    write("a/four.bpmn.xml", process("four"));
    write("a/five.xml", process("five"));
    Files.write(temporary.resolve("a/six.xml"), process("six").getBytes(StandardCharsets.UTF_16));
    write("a/padded.xml", "<!-- " + " ".repeat(70_000) + " -->" + process("seven"));
    write("a/other.xml", "<project/>");
    write("a/model.dmn", "<definitions/>");

    assertThat(read().definitions())
        .extracting(Definitions::file)
        .containsExactly(
            "a/five.xml",
            "a/four.bpmn.xml",
            "a/padded.xml",
            "a/six.xml",
            "a/three.bpmn20.xml",
            "b/ONE.BPMN",
            "b/two.bpmn2");
  }

  @Test
  void hidden_folders_and_our_own_output_are_left_out() throws Exception {
    write(".bpmndoc/x.bpmn", process("x"));
    write("deep/.git/x.bpmn", process("x"));
    write("bpmndoc-site/x.bpmn", process("x"));
    write("deep/kept.bpmn", process("kept"));

    assertThat(read().definitions())
        .extracting(Definitions::file)
        .containsExactly("deep/kept.bpmn");
  }

  @Test
  void a_hidden_folder_is_read_when_it_is_the_one_that_is_named() throws Exception {
    write(".models/x.bpmn", process("x"));

    Landscape landscape = new LandscapeReader().read(temporary.resolve(".models"));

    assertThat(landscape.definitions()).extracting(Definitions::file).containsExactly("x.bpmn");
  }

  @Test
  void symbolic_links_are_not_followed_and_said_so(@TempDir Path outside) throws Exception {
    write("in.bpmn", process("in"));
    Path secret = Files.writeString(outside.resolve("out.bpmn"), process("out"));
    Files.createSymbolicLink(temporary.resolve("link.bpmn"), secret);
    Files.createSymbolicLink(temporary.resolve("folder"), outside);

    Landscape landscape = read();

    assertThat(landscape.definitions()).extracting(Definitions::file).containsExactly("in.bpmn");
    assertThat(landscape.diagnostics())
        .extracting(Diagnostic::code, found -> found.location().file())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("symbolic-link", "folder"),
            org.assertj.core.groups.Tuple.tuple("symbolic-link", "link.bpmn"));
  }

  @Test
  void reading_twice_gives_the_same() throws Exception {
    for (int i = 0; i < 60; i++) {
      write("f" + i + ".bpmn", process("p" + i, "p" + (i * 7) % 60, "gone" + i));
    }

    Landscape first = read();
    Landscape second = read();

    assertThat(second.subjects().keySet().stream().toList())
        .isEqualTo(first.subjects().keySet().stream().toList());
    assertThat(second.parts()).isEqualTo(first.parts());
    assertThat(LandscapeReport.of(second)).isEqualTo(LandscapeReport.of(first));
    assertThat(LandscapeText.of(second, LandscapeReport.of(second)))
        .isEqualTo(LandscapeText.of(first, LandscapeReport.of(first)));
  }

  @Test
  void a_file_without_a_byte_is_told_and_the_others_are_read() throws Exception {
    write("a.bpmn", process("a"));
    write("empty.bpmn", "");

    Landscape landscape = read();

    assertThat(landscape.files()).isEqualTo(new Landscape.FileCounts(2, 1, 1, 0));
    assertThat(landscape.diagnostics())
        .extracting(Diagnostic::toText)
        .anyMatch(
            text -> text.startsWith("empty.bpmn: expected a BPMN model, found an empty file"));
  }

  @Test
  void callers_of_a_process_are_found() throws Exception {
    write("a.bpmn", process("a", "leaf"));
    write("b.bpmn", process("b", "leaf", "a"));
    write("leaf.bpmn", process("leaf"));

    assertThat(
            read().calls().stream()
                .filter(
                    call -> call.resolvedTo().equals(Optional.of(new SubjectId("leaf.bpmn#leaf"))))
                .toList())
        .extracting(call -> call.caller().value())
        .containsExactly("a.bpmn#a", "b.bpmn#b");
  }

  @Test
  void a_chain_of_thousands_of_calls_is_measured_and_shown_within_limits() throws Exception {
    int length = 3_000;
    StringBuilder xml =
        new StringBuilder("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">");
    for (int i = 0; i < length; i++) {
      xml.append(
          "<process id=\"p%d\"><callActivity id=\"c%d\" calledElement=\"p%d\"/></process>"
              .formatted(i, i, i + 1));
    }
    write("chain.bpmn", xml.append("</definitions>").toString());

    Landscape landscape = read();
    LandscapeReport report = LandscapeReport.of(landscape);

    assertThat(report.hierarchy().maxDepth()).isEqualTo(2 * length);
    assertThat(report.hierarchy().levels()).hasSize(length);
    assertThat(LandscapeText.of(landscape, report).lines().count()).isLessThan(300);
  }

  @Test
  void a_ring_of_thousands_of_calls_and_processes_that_all_call_each_other_end_in_time()
      throws Exception {
    int length = 3_000;
    StringBuilder ring =
        new StringBuilder("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">");
    for (int i = 0; i < length; i++) {
      ring.append(
          "<process id=\"p%d\"><callActivity id=\"c%d\" calledElement=\"p%d\"/></process>"
              .formatted(i, i, (i + 1) % length));
    }
    write("ring.bpmn", ring.append("</definitions>").toString());
    String[] all = new String[40];
    for (int i = 0; i < all.length; i++) {
      all[i] = "all" + i;
    }
    for (String id : all) {
      write(id + ".bpmn", process(id, all));
    }

    LandscapeReport report = LandscapeReport.of(read());

    assertThat(report.hierarchy().cycles())
        .extracting(java.util.List::size)
        .containsExactlyInAnyOrder(length, all.length);
    assertThat(report.hierarchy().maxDepth()).isBetween(2 * all.length, 2 * length);
    assertThat(report.calls().list().stream().map(LandscapeReport.CallLine::status))
        .containsOnly("resolved");
    assertThat(report.diagnostics().stream().map(Diagnostic::code).collect(Collectors.toSet()))
        .containsExactly("recursion-cut");
  }

  @Test
  void files_may_have_any_name() throws Exception {
    List<String> names =
        List.of("# a.bpmn", "a#b.bpmn", "<b>.bpmn", "new\rline.bpmn", "ä 🏦.bpmn", "...bpmn");
    for (String name : names) {
      write(name, process("p"));
    }

    Landscape landscape = read();

    assertThat(landscape.definitions())
        .extracting(Definitions::file)
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(landscape.subjects().keySet())
        .extracting(SubjectId::file)
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void what_cannot_be_read_is_said_and_the_rest_is_read() throws Exception {
    write("good.bpmn", process("good"));
    write("bad.bpmn", "<definitions>");
    write("secret.bpmn", process("secret"));
    write("locked/inside.bpmn", process("inside"));
    Path secret = temporary.resolve("secret.bpmn");
    Path locked = temporary.resolve("locked");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(secret), "this user may read everything");

      assertThat(read().diagnostics())
          .extracting(Diagnostic::code, found -> found.location().file())
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("xml-malformed", "bad.bpmn"),
              org.assertj.core.groups.Tuple.tuple("folder-unreadable", "locked"),
              org.assertj.core.groups.Tuple.tuple("file-unreadable", "secret.bpmn"));
      assertThat(read().definitions()).extracting(Definitions::file).containsExactly("good.bpmn");
    } finally {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void links_in_a_circle_and_links_to_nowhere_are_not_followed() throws Exception {
    write("deep/in.bpmn", process("in"));
    Files.createSymbolicLink(temporary.resolve("deep/up"), temporary);
    Files.createSymbolicLink(temporary.resolve("self.bpmn"), temporary.resolve("self.bpmn"));
    Files.createSymbolicLink(temporary.resolve("gone.bpmn"), temporary.resolve("nowhere"));

    Landscape landscape = read();

    assertThat(landscape.files()).isEqualTo(new Landscape.FileCounts(1, 1, 0, 0));
    assertThat(landscape.diagnostics())
        .extracting(Diagnostic::code, found -> found.location().file())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("symbolic-link", "deep/up"),
            org.assertj.core.groups.Tuple.tuple("symbolic-link", "gone.bpmn"),
            org.assertj.core.groups.Tuple.tuple("symbolic-link", "self.bpmn"));
  }

  @Test
  void thousands_of_elements_without_an_id_are_told_apart() throws Exception {
    int tasks = 100_000;
    write(
        "many.bpmn",
        process("p")
            .replace(
                "</process>",
                "<task/><task id=\"task~3\"/>" + "<task/>".repeat(tasks) + "</process>"));

    Landscape landscape = read();

    assertThat(landscape.subjects()).hasSize(tasks + 3);
    assertThat(landscape.subjects().keySet().stream().limit(6).map(SubjectId::value))
        .containsExactly(
            "many.bpmn#p",
            "many.bpmn#task",
            "many.bpmn#task~3",
            "many.bpmn#task~2",
            "many.bpmn#task~4",
            "many.bpmn#task~5");
  }

  @Test
  void thousands_of_links_and_of_calls_of_oneself_end() throws Exception {
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      xml.append("<callActivity id=\"c%d\" calledElement=\"p\"/>".formatted(i));
      xml.append(link("intermediateThrowEvent")).append(link("intermediateCatchEvent"));
    }
    write("many.bpmn", process("p").replace("</process>", xml + "</process>"));

    assertThat(read().diagnostics())
        .filteredOn(found -> found.code().equals("recursion-cut"))
        .hasSize(20_000);
  }

  private static String link(String event) {
    return "<%1$s><linkEventDefinition name=\"l\"/></%1$s>".formatted(event);
  }
}
