package org.bpmndoc.site;

import java.util.List;
import org.bpmndoc.bpmn.Diagnostic;
import org.bpmndoc.site.Layout.More;
import org.bpmndoc.site.SubjectPage.Notice;

/// Everything the first page says.
///
/// `missing` names the subjects without a document, failed ones first; `written` says by whom and
/// when the documents were written, empty where there are none.
record IndexPage(
    Layout layout,
    List<Notice> notices,
    List<Figure> figures,
    String written,
    List<Missing> missing,
    More missingMore,
    List<ProcessTree.Branch> tree,
    More treeMore,
    List<Diagnostic> diagnostics,
    int diagnosticsMore) {

  /// A number and what it counts. `token` is for style sheets.
  record Figure(String number, String words, String token) {}

  record Missing(Entry entry, String reason) {}
}
