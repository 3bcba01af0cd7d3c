package org.bpmndoc.site;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bpmndoc.site.MarkdownBlocks.Item;
import org.bpmndoc.site.SubjectPage.Provenance;
import org.bpmndoc.site.SubjectPage.SeenLine;

/// Lays out where a page comes from.
final class MarkdownProvenance {

  private MarkdownProvenance() {}

  static void add(MarkdownBlocks text, SubjectPage page) {
    List<Item> lines =
        Stream.of(
                Stream.of(Map.entry("Model file", Inline.code(page.place().location()))),
                page.provenance()
                    .map(MarkdownProvenance::written)
                    .orElseGet(() -> Stream.of(Map.entry("Document", Inline.text("none")))),
                page.wording().people().stream()
                    .map(people ->
                        Map.entry(
                            "People’s words",
                            Inline.spaced(
                                Inline.code(people.file()), Inline.text("· " + people.words())))))
            .flatMap(fields -> fields)
            .map(field ->
                new Item(Inline.spaced(Inline.strong(field.getKey() + ":"), field.getValue())))
            .toList();
    text.heading(2, "Where this comes from").bullets(lines);
    page.provenance()
        .map(Provenance::children)
        .filter(children -> !children.isEmpty())
        .ifPresent(children -> add(text, children, page.layout().base()));
  }

  private static Stream<Map.Entry<String, Inline>> written(Provenance from) {
    return Stream.of(
        Map.entry(
            "Written by",
            Inline.text(
                from.model() + ", " + from.provider() + (from.offline() ? " (no LLM)" : ""))),
        Map.entry("Written at", Inline.text(from.date())),
        Map.entry("Channel", Inline.text(from.channel())),
        Map.entry("Cost", Inline.text(from.cost())),
        Map.entry("Tokens", Inline.text(from.tokens())),
        Map.entry("Contract", Inline.text(from.contract())),
        Map.entry("Fingerprint", Inline.code(from.fingerprint())));
  }

  private static void add(MarkdownBlocks text, Excerpt<SeenLine> children, String base) {
    text.heading(3, "Written from " + Words.count(children.total(), "part", "parts"))
        .table(
            Stream.of("Part", "Seen as", "Source", "Digest", "Note").map(Inline::text).toList(),
            children.lines().stream()
                .map(child ->
                    List.of(
                        MarkdownLines.link(child.entry(), base),
                        Inline.text(child.fidelity()),
                        Inline.text(child.source()),
                        Inline.code(child.digest()),
                        Inline.text(child.note())))
                .toList());
    if (children.more().count() > 0) {
      text.paragraphs("And " + children.more().count() + " more; they are parts of it, too.");
    }
  }
}
