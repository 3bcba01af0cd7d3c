package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every folder of `landscapes` is a case: what is read from it, and what is said about it. A new
/// case is a new folder; `-Dbpmndoc.golden=write` writes its two files, to be read before they are
/// committed.
class GoldenLandscapesTest {

  private static final Path CASES = Path.of("src/test/resources/landscapes");
  private static final boolean WRITE = "write".equals(System.getProperty("bpmndoc.golden"));

  static List<String> cases() throws Exception {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_landscape_is_read_as_its_golden_files_say(String name) throws Exception {
    Path folder = CASES.resolve(name);

    Landscape landscape = new LandscapeReader().read(folder);

    compare(folder.resolve("landscape.txt"), drawn(landscape));
    compare(
        folder.resolve("diagnostics.txt"),
        landscape.diagnostics().stream()
            .map(found -> found.severity() + " " + found.code() + " " + text(found) + "\n")
            .collect(Collectors.joining()));
  }

  private static String text(Diagnostic diagnostic) {
    return diagnostic.location().column() + " " + diagnostic.toText();
  }

  private static void compare(Path golden, String actual) throws Exception {
    if (WRITE) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  private static String drawn(Landscape landscape) {
    StringBuilder text = new StringBuilder("subjects\n");
    for (Subject subject : landscape.subjects().values()) {
      text.append(
          "  %s %s \"%s\"%s\n"
              .formatted(
                  kind(subject),
                  subject.id(),
                  subject.element().name(),
                  isRecursive(landscape, subject) ? " CALLED AGAIN FROM WITHIN" : ""));
      for (Landscape.Part part : landscape.parts(subject.id())) {
        text.append(
            "    %s: %s%s\n"
                .formatted(
                    part.elementId(), part.subject(), part.followed() ? "" : " NOT FOLLOWED"));
      }
    }
    text.append("calls\n");
    landscape
        .calls()
        .forEach(call ->
            text.append(
                "  %s of %s, \"%s\": %s\n"
                    .formatted(call.id(), call.caller(), call.target(), call.link())));
    if (!landscape.decisionCalls().isEmpty()) {
      text.append("asks\n");
      landscape
          .decisionCalls()
          .forEach(call -> text.append("  %s: %s\n".formatted(call.id(), call.link())));
    }
    LandscapeReport report = LandscapeReport.of(landscape);
    if (report.decisions().files().candidates() > 0) {
      text.append("decisions ").append(report.decisions()).append('\n');
    }
    text.append("files ").append(report.files()).append('\n');
    text.append("processes ").append(report.processes()).append('\n');
    text.append("nodes ").append(report.nodes()).append('\n');
    text.append("hierarchy ").append(report.hierarchy()).append('\n');
    text.append("heights ").append(report.heights()).append('\n');
    return text.toString();
  }

  private static boolean isRecursive(Landscape landscape, Subject subject) {
    return subject instanceof Subject.ProcessSubject && landscape.isRecursive(subject.id());
  }

  private static String kind(Subject subject) {
    return switch (subject) {
      case Subject.ProcessSubject _ -> "process";
      case Subject.SubProcessSubject found -> found.node().kind().bpmnName();
      case Subject.TaskSubject found -> found.node().kind().bpmnName();
      case Subject.CallSubject _ -> "call";
      case Subject.DecisionSubject _ -> "decision";
    };
  }
}
