package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder in which everything is wrong that can be wrong with a file, and one file that is not.
class BadInputTest {

  private static final String MODEL =
      "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">\n%s\n</definitions>";

  @TempDir private Path folder;
  @TempDir private Path outside;

  private static String model(String inside) {
    return MODEL.formatted(inside);
  }

  private void write(String name, String text) throws Exception {
    write(name, text, StandardCharsets.UTF_8);
  }

  private void write(String name, String text, Charset charset) throws Exception {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), text.getBytes(charset));
  }

  /// The code, the file and the line of everything that is said.
  private static List<Tuple> said(Landscape landscape) {
    return landscape.diagnostics().stream()
        .map(found -> tuple(found.code(), found.location().file(), found.location().line()))
        .toList();
  }

  @Test
  void each_file_that_cannot_be_read_is_named_with_its_line_and_the_rest_is_read()
      throws Exception {
    Path secret = Files.writeString(outside.resolve("secret.bpmn"), model("<process id=\"s\"/>"));
    write("bytes.bpmn", model("<process id=\"b\" name=\"ö\"/>"), StandardCharsets.ISO_8859_1);
    write("control.bpmn", model("<process id=\"c\" name=\"\u0007\"/>"));
    write(
        "deep.bpmn",
        model(
            "<process id=\"d\">\n"
                + "<subProcess>\n".repeat(10_000)
                + "</subProcess>".repeat(10_000)
                + "</process>"));
    write("doctype.bpmn", "<?xml version=\"1.0\"?>\n<!DOCTYPE definitions>\n" + model(""));
    write("empty.bpmn", "");
    write(
        "entities.bpmn",
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\">\n<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"
            + model("<process id=\"e\" name=\"&b;\"/>"));
    write(
        "external.bpmn",
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"%s\">]>\n".formatted(secret.toUri())
            + model("<process id=\"x\" name=\"&x;\"/>"));
    write("good.bpmn", model("<process id=\"good\"><task id=\"t\"/></process>"));
    write("many.bpmn", model("<process id=\"m\">" + "<task/>".repeat(1_000_001) + "</process>"));
    write("page.bpmn", "<?xml version=\"1.0\"?>\n<html><body/></html>");
    write("torn.bpmn", model("<process id=\"t\">\n<task id=\"a\">"));
    write("wide.bpmn", "<?xml version='1.0' encoding='no-such'?>\n" + model(""));
    Files.createSymbolicLink(folder.resolve("link.bpmn"), secret);
    Files.createSymbolicLink(folder.resolve("up"), outside);

    Landscape landscape = new LandscapeReader().read(folder);

    assertThat(landscape.subjects().keySet())
        .extracting(SubjectId::value)
        .containsExactly("good.bpmn#good", "good.bpmn#t");
    assertThat(landscape.files()).isEqualTo(new Landscape.FileCounts(12, 1, 10, 1));
    assertThat(said(landscape))
        .containsExactly(
            tuple("encoding-wrong", "bytes.bpmn", 2),
            tuple("xml-malformed", "control.bpmn", 2),
            tuple("nesting-too-deep", "deep.bpmn", 257),
            tuple("doctype-refused", "doctype.bpmn", 2),
            tuple("file-empty", "empty.bpmn", 0),
            tuple("doctype-refused", "entities.bpmn", 1),
            tuple("doctype-refused", "external.bpmn", 1),
            tuple("symbolic-link", "link.bpmn", 0),
            tuple("too-many-elements", "many.bpmn", 2),
            tuple("root-not-bpmn", "page.bpmn", 2),
            tuple("xml-malformed", "torn.bpmn", 4),
            tuple("symbolic-link", "up", 0),
            tuple("encoding-unknown", "wide.bpmn", 1));
  }

  @Test
  void what_can_be_told_from_an_odd_file_is_told() throws Exception {
    String name = "<b>Låneansökan</b> \u202Eאבג 🏦";
    String process = "<process id=\"p\" name=\"%s\"/>".formatted(name.replace("<", "&lt;"));
    write("mark.bpmn", "\uFEFF" + model(process));
    write("sixteen.bpmn", "\uFEFF" + model(process), StandardCharsets.UTF_16LE);
    write(
        "eight.bpmn",
        "<?xml version='1.0' encoding='UTF-16'?>\n" + model(process),
        StandardCharsets.UTF_8);
    write(
        "import.bpmn",
        model(
            "<import importType=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" namespace=\"n\" location=\"%s\"/>"
                    .formatted(outside.resolve("none.bpmn").toUri())
                + process));

    Landscape landscape = new LandscapeReader().read(folder);

    assertThat(landscape.definitions())
        .extracting(file -> file.processes().getFirst().element().name())
        .containsOnly(name);
    assertThat(landscape.definitions()).hasSize(4);
    assertThat(said(landscape))
        .containsExactly(
            tuple("encoding-contradicted", "eight.bpmn", 1),
            tuple("process-id-duplicate", "eight.bpmn", 3));
  }

  @Test
  void files_that_use_the_same_ids_for_everything_do_not_meet() throws Exception {
    String inside =
        """
        <process id="p" name="%1$s">
          <subProcess id="s" name="Part of %1$s"><task id="t" name="Step of %1$s"/></subProcess>
          <callActivity id="c" calledElement="q"/>
          <callActivity id="again" calledElement="p"/>
          <sequenceFlow id="f" sourceRef="s" targetRef="c"/>
        </process>
        <process id="q" name="Called by %1$s"/>
        """;
    List<String> files = List.of("a.bpmn", "a.bpmn20.xml", "b/a.bpmn");
    for (String file : files) {
      write(file, model(inside.formatted(file)));
    }

    Landscape landscape = new LandscapeReader().read(folder);

    assertThat(landscape.subjects()).hasSize(4 * files.size());
    for (String file : files) {
      assertThat(landscape.parts(new SubjectId(file + "#p")))
          .containsExactlyInAnyOrder(
              new Landscape.Part("s", new SubjectId(file + "#s"), true),
              new Landscape.Part("c", new SubjectId(file + "#q"), true),
              new Landscape.Part("again", new SubjectId(file + "#p"), false));
      assertThat(landscape.parts(new SubjectId(file + "#s")))
          .containsExactly(new Landscape.Part("t", new SubjectId(file + "#t"), true));
      assertThat(landscape.subject(new SubjectId(file + "#t")).element().name())
          .isEqualTo("Step of " + file);
    }
    assertThat(landscape.diagnostics())
        .extracting(Diagnostic::code)
        .containsOnly("process-id-duplicate", "recursion-cut");
  }

  @Test
  void of_processes_with_one_id_the_callers_own_is_meant_else_all_are_listed() throws Exception {
    String twin = "<process id=\"twin\" name=\"In %s\"/>";
    String call = "<process id=\"%1$s\"><callActivity id=\"c\" calledElement=\"twin\"/></process>";
    write("a.bpmn", model(twin.formatted("a") + call.formatted("a")));
    write("b.bpmn", model(twin.formatted("b")));
    write("c.bpmn", model(call.formatted("c")));

    Landscape landscape = new LandscapeReader().read(folder);

    assertThat(landscape.calls())
        .extracting(found -> found.id().file(), Call::resolvedTo)
        .containsExactly(
            tuple("a.bpmn", Optional.of(new SubjectId("a.bpmn#twin"))),
            tuple("c.bpmn", Optional.empty()));
    assertThat(landscape.calls().getLast().link())
        .isInstanceOfSatisfying(
            Call.Link.Ambiguous.class,
            link ->
                assertThat(link.candidates())
                    .extracting(Call.Candidate::process)
                    .containsExactly(new SubjectId("a.bpmn#twin"), new SubjectId("b.bpmn#twin")));
  }
}
