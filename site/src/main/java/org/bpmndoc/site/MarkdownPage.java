package org.bpmndoc.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.site.MarkdownBlocks.Item;
import org.bpmndoc.site.SubjectPage.Provenance;

/// Lays the page of a subject out as Markdown.
final class MarkdownPage {

  private static final String FINDINGS = "Findings";

  private final SubjectPage page;
  private final MarkdownCalls calls;
  private final String base;
  private final MarkdownBlocks text = new MarkdownBlocks();

  private MarkdownPage(SubjectPage page, MarkdownCalls calls) {
    this.page = page;
    this.calls = calls;
    this.base = page.layout().base();
  }

  static String of(SubjectPage page, MarkdownCalls calls) {
    MarkdownPage laidOut = new MarkdownPage(page, calls);
    laidOut.head();
    laidOut.body();
    MarkdownProvenance.add(laidOut.text, page);
    return laidOut.text.text();
  }

  private void head() {
    text.frontMatter(values());
    text.paragraph(crumbs());
    text.heading(1, page.name());
    text.paragraph(
        Inline.joined(
            " · ",
            Stream.concat(Stream.of(page.kind(), page.type()), page.roles().stream())
                .map(Inline::text)));
    MarkdownNotices.add(text, page.notices(), base);
    if (!page.findings().disagreement().isEmpty()) {
      text.alert(
          "WARNING",
          List.of(
              Inline.strong("Not everything agrees with its model"),
              Inline.link(page.findings().disagreement(), MarkdownBlocks.anchor(FINDINGS))));
    }
    text.paragraphs(page.summary());
    page.wording().ofSummary().map(MarkdownSections::byline).ifPresent(text::quote);
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", page.name());
    values.put("kind", page.kind());
    values.put("type", page.type());
    values.put("process", page.place().process());
    values.put("file", page.place().subject().file());
    values.put("element", page.place().subject().element());
    values.put("status", page.status());
    values.put("model", page.provenance().map(Provenance::model).orElse(""));
    values.put("written", page.provenance().map(Provenance::dateTime).orElse(""));
    values.put("fingerprint", page.provenance().map(Provenance::fingerprint).orElse(""));
    values.put("language", page.layout().language());
    return values;
  }

  private Inline crumbs() {
    return Inline.joined(
        " › ",
        Stream.concat(
            Stream.of(Inline.link("Start", base + Format.MARKDOWN.firstPage())),
            page.crumbs().stream()
                .map(level ->
                    Inline.joined(
                        ", ", level.stream().map(crumb -> MarkdownLines.link(crumb, base))))));
  }

  private void body() {
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
    if (!page.modelText().isBlank()) {
      text.heading(2, "What the file says").paragraphs(page.modelText());
    }
    MarkdownSections sections = new MarkdownSections(text, base);
    Map<String, Wording.Byline> bylines = page.wording().bySection();
    page.sections()
        .forEach(section -> sections.add(section, Optional.ofNullable(bylines.get(section.id()))));
    steps();
    lines(isDecision() ? "Requires" : "Made of", page.parts().stream().map(this::part).toList());
    lines(
        isDecision() ? "Asked by" : "Called by",
        page.callers().stream().map(this::caller).toList());
    lines(FINDINGS, page.findings().lines().stream().map(this::finding).toList());
  }

  private boolean isDecision() {
    return page.type().equals(Words.DECISION);
  }

  private void lines(String title, List<Inline> lines) {
    if (!lines.isEmpty()) {
      text.heading(2, title).bullets(lines.stream().map(Item::new).toList());
    }
  }

  private void steps() {
    if (!page.steps().isEmpty()) {
      text.heading(2, "The flow in the file")
          .numbered(
              page.steps().stream()
                  .map(step ->
                      Inline.spaced(
                          Inline.linked(step.name(), base, step.href()),
                          Inline.text("· " + step.type())))
                  .toList());
    }
  }

  private Inline part(SubjectPage.Part part) {
    return MarkdownLines.part(part, base);
  }

  private Inline caller(SubjectPage.CallerLine caller) {
    return MarkdownLines.caller(caller, base);
  }

  private Inline finding(Findings.Line finding) {
    return MarkdownLines.finding(finding, page.sections());
  }
}
