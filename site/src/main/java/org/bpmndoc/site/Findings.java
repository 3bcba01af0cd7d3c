package org.bpmndoc.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;

/// What a page says was found wrong with its document, the worst first. `disagreement` counts what
/// a reader must know before the rest, "1 contradiction, 2 gaps", and is empty where there are only
/// notes.
record Findings(Excerpt<Line> lines, String disagreement) {

  /// `place` is where it stands, for people; `section` the anchor of that on the page, if there.
  record Line(Grade grade, String message, String place, Optional<String> section, String code) {}

  static final Findings NONE = new Findings(Excerpt.none(), "");

  private static final int LINES_MAX = 100;
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,9})]");

  static Findings of(List<Finding> findings, List<Section> sections) {
    Set<String> anchors = sections.stream().map(Section::id).collect(Collectors.toSet());
    return new Findings(
        Excerpt.of(
            findings.stream()
                .sorted(Comparator.comparing(Finding::grade).reversed())
                .map(finding -> line(finding, anchors))
                .toList(),
            LINES_MAX,
            ""),
        Stream.of(
                count(findings, Grade.CONTRADICTION, "contradictions"),
                count(findings, Grade.GAP, "gaps"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", ")));
  }

  private static Line line(Finding finding, Set<String> anchors) {
    String section = Sections.id(finding.field().split("[.\\[]", 2)[0]);
    return new Line(
        finding.grade(),
        Words.capitalized(finding.message()),
        place(finding.field()),
        Optional.of(section).filter(anchors::contains),
        finding.code());
  }

  /// `userStories[1].acceptanceCriteria[0]` is "User stories 2, acceptance criteria 1": people
  /// count from one.
  private static String place(String field) {
    StringBuilder place = new StringBuilder();
    for (MatchResult step : STEP.matcher(withoutText(field)).results().toList()) {
      if (step.group(2) != null) {
        place.append(' ').append(Long.parseLong(step.group(2)) + 1);
      } else if (place.isEmpty()) {
        place.append(Words.title(step.group(1)));
      } else {
        place.append(", ").append(Words.spaced(step.group(1)));
      }
    }
    return place.toString();
  }

  /// An item's `text` is what it says; nothing else in it could be meant.
  private static String withoutText(String field) {
    return field.endsWith("].text") ? field.substring(0, field.lastIndexOf('.')) : field;
  }

  private static Optional<String> count(List<Finding> findings, Grade grade, String many) {
    long count = findings.stream().filter(finding -> finding.grade() == grade).count();
    return count == 0 ? Optional.empty() : Optional.of(Words.count(count, grade.label(), many));
  }
}
