package org.bpmndoc.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.site.MarkdownBlocks.Item;

/// Lays the page of a subject out as Markdown.
final class MarkdownPage {

  static final String FINDINGS = "Findings";

  private final SubjectPage page;
  private final String base;
  private final MarkdownBlocks text = new MarkdownBlocks();

  private MarkdownPage(SubjectPage page) {
    this.page = page;
    this.base = page.layout().base();
  }

  static String of(SubjectPage page, MarkdownCalls calls) {
    MarkdownPage laidOut = new MarkdownPage(page);
    MarkdownHead.add(laidOut.text, page);
    laidOut.drawing(calls);
    laidOut.sections();
    laidOut.surroundings();
    laidOut.findings();
    laidOut.neighbours();
    if (page.tellsProvenance()) {
      MarkdownProvenance.add(laidOut.text, page);
    }
    return laidOut.text.text();
  }

  private void drawing(MarkdownCalls calls) {
    switch (page.drawing()) {
      case SubjectPage.Drawing.Decision decision ->
          decision
              .logic()
              .ifPresentOrElse(
                  logic -> MarkdownLogic.add(text, logic),
                  () -> text.paragraphs("The file does not say how it decides."));
      // There are no pictures here; the steps stand below.
      case SubjectPage.Drawing.Diagram _, SubjectPage.Drawing.None _ -> {}
    }
    calls.addAround(text, page.place().subject());
  }

  private void sections() {
    if (!page.modelText().isBlank()) {
      text.heading(2, "What the file says").paragraphs(page.modelText());
    }
    MarkdownSections sections = new MarkdownSections(text, base);
    Map<String, Wording.Byline> bylines = page.wording().bySection();
    page.sections()
        .forEach(section -> sections.add(section, Optional.ofNullable(bylines.get(section.id()))));
  }

  private void surroundings() {
    if (!page.steps().isEmpty()) {
      text.heading(2, Steps.TITLE)
          .numbered(
              page.steps().lines().stream().map(step -> MarkdownLines.step(step, base)).toList());
      more(page.steps());
    }
    lines(
        SubjectList.PARTS.title(page.type()),
        page.parts().lines().stream().map(part -> MarkdownLines.part(part, base)).toList());
    more(page.parts());
    lines(
        SubjectList.CALLERS.title(page.type()),
        page.callers().lines().stream().map(caller -> MarkdownLines.caller(caller, base)).toList());
    more(page.callers());
  }

  private void more(Excerpt<?> list) {
    if (list.more().count() > 0) {
      text.paragraph(Inline.linked(list.more().count() + " more", base, list.more().href()));
    }
  }

  private void findings() {
    lines(
        FINDINGS,
        page.findings().lines().lines().stream()
            .map(finding -> MarkdownLines.finding(finding, page.sections()))
            .toList());
    if (page.findings().lines().more().count() > 0) {
      text.paragraphs(
          "And " + page.findings().lines().more().count() + " more; bpmndoc check shows them.");
    }
  }

  /// What comes before and after it in the flow.
  private void neighbours() {
    Neighbours around = page.layout().neighbours();
    text.paragraph(
        Inline.joined(
            " · ",
            Stream.concat(
                around.previous().stream()
                    .map(one -> Inline.spaced(Inline.text("←"), MarkdownLines.link(one, base))),
                around.next().stream()
                    .map(one -> Inline.spaced(MarkdownLines.link(one, base), Inline.text("→"))))));
  }

  private void lines(String title, List<Inline> lines) {
    if (!lines.isEmpty()) {
      text.heading(2, title).bullets(lines.stream().map(Item::new).toList());
    }
  }
}
