package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The report for people: what is wrong, counts, the tree of processes. Limited in size.
public final class LandscapeText {

  /// Names may hold anything; a terminal should not.
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private LandscapeText() {}

  public static String of(Landscape landscape, LandscapeReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(report.directory());
    lines.add("");
    if (!report.diagnostics().isEmpty()) {
      lines.addAll(DiagnosticGroups.of(report.diagnostics()).lines());
      lines.add("");
    }
    lines.addAll(counts(report));
    if (report.decisions().files().candidates() > 0 || report.decisions().calls().total() > 0) {
      lines.addAll(decisions(report.decisions()));
    }
    if (report.calls().linkedByOtherRules() > 0) {
      lines.add(links(report.calls()));
    }
    lines.add("");
    lines.add("Processes and whom they call");
    lines.addAll(CallTree.of(landscape.callGraph(), landscape.subjects()));
    return lines.stream()
        .map(line -> CONTROL.matcher(line).replaceAll("\uFFFD") + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> counts(LandscapeReport report) {
    Landscape.FileCounts files = report.files();
    LandscapeReport.Processes processes = report.processes();
    LandscapeReport.Calls calls = report.calls();
    LandscapeReport.Hierarchy hierarchy = report.followed();
    return List.of(
        row(
            "files",
            files.candidates(),
            some(files.parsed(), "read"),
            some(files.malformed(), "malformed"),
            some(files.otherRoot(), "not BPMN")),
        row(
            "processes",
            processes.total(),
            some(processes.distinctIds(), "different ids"),
            some(processes.duplicateIds(), "ids used more than once")),
        row(
            "nodes",
            report.nodes().total(),
            report.nodes().byType().entrySet().stream()
                .sorted(
                    Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> some(entry.getValue(), entry.getKey()))
                .toArray(String[]::new)),
        row(
            "calls",
            calls.total(),
            some(calls.withStatus("resolved"), "resolved"),
            some(calls.withStatus("unresolved"), "unresolved"),
            some(calls.withStatus("missingTarget"), "without a target"),
            some(calls.withStatus("expression"), "by expression"),
            some(calls.withStatus("globalTask"), "to a global task"),
            some(calls.withStatus("ambiguous"), "ambiguous"),
            some(calls.withStatus("none"), "to none of these")),
        row("levels", hierarchy.levels().size(), numbered(hierarchy.levels())),
        row(
            "depth",
            hierarchy.maxDepth(),
            counted(hierarchy.roots().size(), "root", "roots"),
            counted(hierarchy.cycles().size(), "recursive circle", "recursive circles")),
        row("subjects", report.subjects(), some(report.dependencies(), "dependencies")),
        row("heights", report.heights().size(), numbered(report.heights())));
  }

  private static List<String> decisions(DecisionReport decisions) {
    Landscape.FileCounts files = decisions.files();
    DecisionReport.Calls calls = decisions.calls();
    return List.of(
        row(
            "DMN files",
            files.candidates(),
            some(files.parsed(), "read"),
            some(files.malformed(), "malformed"),
            some(files.otherRoot(), "not DMN")),
        row(
            "decisions",
            decisions.total(),
            Stream.concat(
                    decisions.byLogic().entrySet().stream()
                        .map(form -> some(form.getValue(), form.getKey())),
                    Stream.of(some(decisions.rules(), "rules")))
                .toArray(String[]::new)),
        row(
            "asked",
            calls.total(),
            some(calls.resolved(), "resolved"),
            some(calls.unresolved(), "unresolved"),
            some(calls.expression(), "by expression"),
            some(calls.ambiguous(), "ambiguous")));
  }

  private static String links(LandscapeReport.Calls calls) {
    return row(
        "links",
        calls.withStatus("resolved"),
        calls.byRule().entrySet().stream()
            .map(rule -> some(rule.getValue(), "by " + rule.getKey()))
            .toArray(String[]::new));
  }

  private static String row(String what, int count, String... details) {
    String detail =
        List.of(details).stream().filter(some -> !some.isEmpty()).collect(Collectors.joining(", "));
    return "  %-10s%7d   %s".formatted(what, count, detail).stripTrailing();
  }

  private static String counted(int count, String one, String many) {
    return some(count, count == 1 ? one : many);
  }

  private static String some(int count, String what) {
    return count == 0 ? "" : count + " " + what;
  }

  private static String[] numbered(List<Integer> counts) {
    return IntStream.range(0, counts.size())
        .mapToObj(i -> counts.get(i) + " at " + i)
        .toArray(String[]::new);
  }
}
