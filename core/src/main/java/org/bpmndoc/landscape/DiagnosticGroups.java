package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;

/// Diagnostics for people: one group for each kind, the worst first, each with its count, a few
/// cases, and the hint once where it is the same for all.
record DiagnosticGroups(List<Group> groups) {

  private static final int SHOWN_PER_GROUP = 5;

  record Group(Severity severity, String code, List<Diagnostic> cases) {
    List<String> lines() {
      boolean oneHint = cases.stream().map(Diagnostic::hint).distinct().count() == 1;
      List<String> lines = new ArrayList<>();
      lines.add("  " + counted(cases.size(), severity) + ": " + code);
      for (Diagnostic found : cases.subList(0, Math.min(SHOWN_PER_GROUP, cases.size()))) {
        found.toText().lines().limit(oneHint ? 1 : 2).forEach(line -> lines.add("    " + line));
      }
      if (cases.size() > SHOWN_PER_GROUP) {
        lines.add("    … and " + (cases.size() - SHOWN_PER_GROUP) + " more; --format json has all");
      }
      String hint = cases.getFirst().hint();
      if (oneHint && !hint.isEmpty()) {
        lines.add("    hint: " + hint);
      }
      return lines;
    }
  }

  static DiagnosticGroups of(List<Diagnostic> diagnostics) {
    Map<String, List<Diagnostic>> byKind =
        diagnostics.stream()
            .sorted()
            .collect(
                Collectors.groupingBy(
                    found -> found.severity().ordinal() + found.code(),
                    TreeMap::new,
                    Collectors.toList()));
    return new DiagnosticGroups(
        byKind.values().stream()
            .map(cases -> new Group(cases.getFirst().severity(), cases.getFirst().code(), cases))
            .sorted(
                Comparator.comparing(Group::severity)
                    .thenComparing(group -> -group.cases().size())
                    .thenComparing(Group::code))
            .toList());
  }

  /// Nothing where there is nothing to say.
  List<String> lines() {
    if (groups.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("To look at: " + counts());
    groups.forEach(group -> lines.addAll(group.lines()));
    return lines;
  }

  private String counts() {
    return Stream.of(Severity.values())
        .map(severity ->
            counted(
                groups.stream()
                    .filter(group -> group.severity() == severity)
                    .mapToInt(group -> group.cases().size())
                    .sum(),
                severity))
        .filter(count -> !count.startsWith("0 "))
        .collect(Collectors.joining(", "));
  }

  private static String counted(int count, Severity severity) {
    String word =
        switch (severity) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case INFO -> "note";
        };
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
