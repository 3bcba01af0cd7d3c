package org.bpmndoc.site;

import java.util.List;

/// A list on the page of a subject that grows with its file or with the landscape. The page shows
/// the first lines; the others have pages of their own, so that no page grows without end.
enum SubjectList {
  STEPS("flow"),
  PARTS("parts"),
  CALLERS("callers");

  /// How many lines a page shows of one list.
  static final int LINES_MAX = 200;

  private final String anchor;

  SubjectList(String anchor) {
    this.anchor = anchor;
  }

  /// What stands over it; `type` is that of the subject.
  String title(String type) {
    boolean isDecision = type.equals(Words.DECISION);
    return switch (this) {
      case STEPS -> Steps.TITLE;
      case PARTS -> isDecision ? "Requires" : "Made of";
      case CALLERS -> isDecision ? "Asked by" : "Called by";
    };
  }

  /// Where it begins, on the page of the subject.
  String href(Entry subject, Format format) {
    return subject.href()
        + switch (format) {
          case HTML -> "#" + anchor;
          case MARKDOWN -> MarkdownBlocks.anchor(title(subject.type()));
        };
  }

  /// A page with more of it; `number` counts from 2, since the subject's own page is the first.
  String rest(String page, int number) {
    int ending = page.lastIndexOf('.');
    return page.substring(0, ending) + "-" + anchor + "-" + number + page.substring(ending);
  }

  <T> Excerpt<T> first(List<T> all, String page) {
    return Excerpt.of(all, LINES_MAX, rest(page, 2));
  }

  /// How many pages show it, the subject's own among them.
  static int pages(int lines) {
    return Math.max(1, Math.ceilDiv(lines, LINES_MAX));
  }

  static <T> List<T> onPage(List<T> all, int number) {
    return all.stream().skip((number - 1L) * LINES_MAX).limit(LINES_MAX).toList();
  }
}
