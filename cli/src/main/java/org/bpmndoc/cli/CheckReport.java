package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.run.Coverage;
import org.bpmndoc.run.Coverage.Stored;
import org.bpmndoc.run.Shortcoming;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a check came to.
record CheckReport(Path directory, Coverage coverage, long withFindings, List<Line> problems) {

  /// A document whose subject cannot be looked at.
  private static final String UNREADABLE = "unreadable";

  /// One problem, where it is, and what to do.
  record Line(SourceLocation at, SubjectId subject, String state, String reason, String hint) {

    private String toText() {
      return new Diagnostic(Severity.ERROR, state, at, subject + ": " + reason, hint).toText();
    }
  }

  CheckReport {
    problems = List.copyOf(problems);
  }

  /// `documented` are the subjects that have a document, those that are gone too: a file that can
  /// no longer be read would else look as if nothing were missing.
  static CheckReport of(
      Path directory,
      Landscape landscape,
      Collection<SubjectId> documented,
      Coverage coverage,
      Overrides overrides,
      Shortcoming.Demand demand) {
    List<Shortcoming> found = Shortcoming.of(coverage, overrides, demand);
    List<Line> lines = new ArrayList<>();
    for (SubjectId subject : Gone.unreadable(directory, landscape, documented)) {
      lines.add(
          new Line(
              SourceLocation.wholeFile(subject.file()),
              subject,
              UNREADABLE,
              "is documented, and its file cannot be read any more",
              "bpmndoc landscape %s says why".formatted(CommandWords.quoted(directory))));
    }
    for (Shortcoming one : found) {
      lines.add(
          new Line(
              landscape.subject(one.subject()).element().location(),
              one.subject(),
              one.kind().label(),
              one.reason().strip().replaceAll("\\s+", " "),
              hint(directory, one)));
    }
    long withFindings =
        found.stream()
            .filter(one -> one.kind() == Shortcoming.Kind.FINDING)
            .map(Shortcoming::subject)
            .distinct()
            .count();
    return new CheckReport(directory, coverage, withFindings, lines);
  }

  private static String hint(Path directory, Shortcoming one) {
    return switch (one.kind()) {
      case MISSING, STALE -> "bpmndoc generate " + CommandWords.quoted(directory);
      case FAILED, BLOCKED -> "bpmndoc retry " + CommandWords.quoted(directory);
      case FINDING ->
          "bpmndoc overrides %s --new %s makes a file to correct it in"
              .formatted(directory, one.subject());
    };
  }

  ExitCode exitCode() {
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    for (Line line : problems) {
      text.append(line.toText()).append(System.lineSeparator());
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%,d of %,d documented (%s %%), %,d of %,d current%n",
                coverage.documented(),
                coverage.subjects().size(),
                coverage.coveragePercent(),
                coverage.current(),
                coverage.documented()))
        .toString();
  }

  ObjectNode toJson() {
    ObjectNode json =
        JsonMapper.shared()
            .createObjectNode()
            .put("directory", directory.toString())
            .put("subjects", coverage.subjects().size())
            .put("documented", coverage.documented())
            .put("current", coverage.current())
            .put("stale", coverage.stale())
            .put("missing", coverage.count(Stored.Missing.class))
            .put("failed", coverage.count(Stored.Failed.class))
            .put("blocked", coverage.count(Stored.Blocked.class))
            .put("withFindings", withFindings)
            .put("coveragePercent", coverage.coveragePercent())
            .put("freshnessPercent", coverage.freshnessPercent());
    ArrayNode lines = json.putArray("problems");
    for (Line line : problems) {
      lines
          .addObject()
          .put("subject", line.subject.value())
          .put("file", line.at.file())
          .put("line", line.at.line())
          .put("state", line.state)
          .put("reason", line.reason);
    }
    return json;
  }
}
