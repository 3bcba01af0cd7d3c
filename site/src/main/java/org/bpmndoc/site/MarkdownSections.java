package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.site.MarkdownBlocks.Item;

/// Lays the sections of a document out as Markdown.
final class MarkdownSections {

  private final MarkdownBlocks page;
  private final String base;

  MarkdownSections(MarkdownBlocks page, String base) {
    this.page = page;
    this.base = base;
  }

  void add(Section section, Optional<Wording.Byline> byline) {
    page.heading(2, section.title());
    byline.map(MarkdownSections::byline).ifPresent(page::quote);
    switch (section) {
      case Section.Steps steps -> page.numbered(steps.items().stream().map(this::item).toList());
      case Section.Points points ->
          page.bullets(points.items().stream().map(this::item).map(Item::new).toList());
      case Section.Decisions decisions -> decisions.decisions().forEach(this::add);
      case Section.Stories stories -> stories.stories().forEach(this::add);
      case Section.Table table -> add(table);
      case Section.Other other -> MarkdownValue.add(page, other.value());
    }
  }

  static List<Inline> byline(Wording.Byline byline) {
    return List.of(Inline.spaced(Inline.text(byline.words()), Inline.code(byline.file())));
  }

  private Inline item(Section.Item item) {
    return told(item.text(), "", item.references());
  }

  private void add(Section.Decision decision) {
    page.heading(3, decision.question())
        .paragraph(links(decision.question(), decision.references()));
    page.table(
        List.of(Inline.text("When"), Inline.text("Then")),
        decision.outcomes().stream()
            .map(outcome ->
                List.of(
                    Inline.text(outcome.condition()),
                    told(outcome.consequence(), outcome.condition(), outcome.references())))
            .toList());
  }

  private void add(Section.Story story) {
    Inline value =
        story.value().isBlank()
            ? Inline.NONE
            : Inline.spaced(Inline.strong("so that"), Inline.text(story.value()));
    page.paragraph(
        Inline.spaced(
            Inline.strong("As"),
            Inline.text(story.role()),
            Inline.strong("I want to"),
            Inline.text(story.goal()),
            value));
    page.bullets(
        story.acceptanceCriteria().stream()
            .map(criterion -> new Item(Inline.text(criterion)))
            .toList());
  }

  private void add(Section.Table table) {
    List<Inline> heads = new ArrayList<>(table.heads().stream().map(Inline::text).toList());
    if (table.hasReferences()) {
      heads.add(Inline.text("Elements"));
    }
    page.table(
        heads,
        table.rows().stream()
            .map(row ->
                Stream.concat(
                        row.cells().stream().map(Inline::text),
                        table.hasReferences()
                            ? Stream.of(links(String.join(" ", row.cells()), row.references()))
                            : Stream.<Inline>empty())
                    .toList())
            .toList());
  }

  /// A text, and what it speaks of; `before` is what is read before it.
  private Inline told(String text, String before, List<Reference> references) {
    Inline links = links(before + " " + text, references);
    return links.isEmpty()
        ? Inline.text(text)
        : Inline.spaced(Inline.text(text), Inline.text("→"), links);
  }

  /// Without what leads nowhere and is named by the text that it stands beside.
  private Inline links(String text, List<Reference> references) {
    return Inline.joined(
        ", ",
        references.stream()
            .filter(one -> !one.href().isEmpty() || !text.contains(one.name()))
            .map(one -> Inline.linked(one.name(), base, one.href())));
  }
}
