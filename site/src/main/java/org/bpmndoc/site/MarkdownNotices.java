package org.bpmndoc.site;

import java.util.List;
import java.util.stream.Stream;

/// Lays out what a reader must know before the rest.
final class MarkdownNotices {

  private MarkdownNotices() {}

  static void add(MarkdownBlocks page, List<SubjectPage.Notice> notices, String base) {
    for (SubjectPage.Notice notice : notices) {
      page.alert(
          alert(notice.token()),
          Stream.concat(
                  Stream.of(Inline.strong(notice.title()), Inline.text(notice.text())),
                  Stream.concat(
                      notice.about().lines().stream()
                          .map(entry ->
                              Inline.spaced(
                                  MarkdownLines.link(entry, base), MarkdownLines.standing(entry))),
                      Stream.of(notice.about().more().count())
                          .filter(more -> more > 0)
                          .map(more -> Inline.text("and " + more + " more of its parts"))))
              .toList());
    }
  }

  private static String alert(String token) {
    return switch (token) {
      case "failed" -> "CAUTION";
      case "blocked", "gap", "not-written", "stale" -> "WARNING";
      default -> "NOTE";
    };
  }
}
