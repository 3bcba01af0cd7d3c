package org.bpmndoc.site;

import java.util.List;
import org.bpmndoc.site.Layout.More;
import org.bpmndoc.site.SubjectPage.Notice;
import org.bpmndoc.xml.Diagnostic;

/// Everything the first page says.
///
/// `written` says by whom and when the documents were written, empty where there are none.
/// `missing` names the subjects that failed, are blocked or have a gap, `unwritten` those nobody
/// has tried yet.
record IndexPage(
    Layout layout,
    List<Notice> notices,
    List<Figure> figures,
    String written,
    Lines missing,
    Lines unwritten,
    List<ProcessTree.Branch> tree,
    More treeMore,
    List<Diagnostic> diagnostics,
    int diagnosticsMore) {

  /// A number and what it counts. `token` is for style sheets.
  record Figure(String number, String words, String token) {}

  /// The first lines of a list, and how many lines there are.
  record Lines(int total, List<Line> lines) {
    private static final int MAX = 100;

    static Lines of(List<Line> all) {
      return new Lines(all.size(), all.stream().limit(MAX).toList());
    }

    int more() {
      return total - lines.size();
    }
  }

  /// A subject without a document, and why.
  record Line(Entry entry, String reason) {}
}
