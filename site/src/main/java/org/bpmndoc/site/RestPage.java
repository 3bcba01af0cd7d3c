package org.bpmndoc.site;

import java.util.List;
import org.bpmndoc.site.SubjectPage.CallerLine;
import org.bpmndoc.site.SubjectPage.Part;

/// A page with more of a list than the page of its subject shows. `pages` has all pages of the
/// list, the first of them that of the subject; `number` counts them from 1. `first` is the number
/// of the first line.
record RestPage(
    Layout layout,
    Entry subject,
    String title,
    int number,
    List<String> pages,
    int first,
    int total,
    Lines lines) {

  /// What the list is of.
  sealed interface Lines {
    record Flow(List<Steps.Step> steps) implements Lines {}

    record Parts(List<Part> parts) implements Lines {}

    record Callers(List<CallerLine> callers) implements Lines {}
  }
}
