package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;

/// What the examples are meant to show, so that a change to them is not a change to what is said of
/// them.
class ExamplesTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("bpmndoc.root", "..")).resolve("examples");

  private final Landscape mortgage;
  private final LandscapeReport report;

  ExamplesTest() throws Exception {
    mortgage = new LandscapeReader().read(EXAMPLES.resolve("mortgage"));
    report = LandscapeReport.of(mortgage);
  }

  @Test
  void hello_is_one_process_that_calls_nobody() throws Exception {
    LandscapeReport hello =
        LandscapeReport.of(new LandscapeReader().read(EXAMPLES.resolve("hello")));

    assertThat(hello.processes().total()).isEqualTo(1);
    assertThat(hello.subjects()).isEqualTo(5);
    assertThat(hello.calls().total()).isZero();
    assertThat(hello.diagnostics()).isEmpty();
  }

  @Test
  void the_mortgage_landscape_has_many_processes_on_five_levels_below_one_root() {
    assertThat(report.files()).isEqualTo(new Landscape.FileCounts(18, 18, 0, 0));
    assertThat(report.processes()).isEqualTo(new LandscapeReport.Processes(18, 18, 0));
    assertThat(report.subjects()).isEqualTo(137);
    assertThat(report.hierarchy().levels()).hasSize(5);
    assertThat(report.hierarchy().roots()).containsExactly(new SubjectId("mortgage.bpmn#mortgage"));
  }

  @Test
  void processes_that_many_need_are_called_by_many() {
    assertThat(mortgage.callGraph().nodes())
        .filteredOn(process -> mortgage.callGraph().parents(process).size() > 1)
        .extracting(SubjectId::file)
        .containsExactlyInAnyOrder(
            "archiving.bpmn",
            "customer-notification.bpmn",
            "document-generation.bpmn",
            "identification.bpmn");
  }

  @Test
  void an_appeal_calls_the_evaluation_that_it_appeals_against() {
    assertThat(report.hierarchy().cycles())
        .containsExactly(
            List.of(
                new SubjectId("credit-appeal.bpmn#credit-appeal"),
                new SubjectId("credit-evaluation.bpmn#credit-evaluation")));
  }

  @Test
  void only_what_is_meant_is_said_about_the_mortgage_landscape() {
    assertThat(report.calls().unresolved()).isEqualTo(1);
    assertThat(report.calls().resolved()).isEqualTo(report.calls().total() - 1);
    assertThat(report.diagnostics())
        .extracting(Diagnostic::code, found -> found.location().file())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("recursion-cut", "credit-appeal.bpmn"),
            org.assertj.core.groups.Tuple.tuple("call-unresolved", "household.bpmn"));
  }

  @Test
  void every_example_has_a_diagram() {
    assertThat(mortgage.definitions()).allMatch(file -> file.hasDiagram(), "has a diagram");
  }
}
