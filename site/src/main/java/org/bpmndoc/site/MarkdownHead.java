package org.bpmndoc.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bpmndoc.site.MarkdownBlocks.Item;
import org.bpmndoc.site.SubjectPage.Provenance;

/// Lays out how the page of a subject begins: what programs want to know, where it stands, what a
/// reader must know before the rest, and its summary.
final class MarkdownHead {

  private MarkdownHead() {}

  static void add(MarkdownBlocks text, SubjectPage page) {
    String base = page.layout().base();
    text.frontMatter(values(page)).paragraph(crumbs(page, base)).heading(1, page.name());
    text.paragraph(
        Inline.joined(
            " · ",
            Stream.concat(Stream.of(page.kind(), page.type()), page.roles().stream())
                .map(Inline::text)));
    text.bullets(
        page.stewards().entrySet().stream()
            .map(said ->
                new Item(
                    Inline.spaced(
                        Inline.strong(said.getKey() + ":"), Inline.text(said.getValue()))))
            .toList());
    MarkdownNotices.add(text, page.notices(), base);
    if (!page.findings().disagreement().isEmpty()) {
      text.alert(
          "WARNING",
          List.of(
              Inline.strong("Not everything agrees with its model"),
              Inline.link(
                  page.findings().disagreement(), MarkdownBlocks.anchor(MarkdownPage.FINDINGS))));
    }
    text.paragraphs(page.summary());
    page.wording().ofSummary().map(MarkdownSections::byline).ifPresent(text::quote);
  }

  private static Map<String, String> values(SubjectPage page) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", page.name());
    values.put("kind", page.kind());
    values.put("type", page.type());
    values.put("process", page.place().process());
    values.put("file", page.place().subject().file());
    values.put("element", page.place().subject().element());
    values.put("status", page.status());
    page.stewards().forEach((name, said) -> values.put(key(name), said));
    values.put("model", page.provenance().map(Provenance::model).orElse(""));
    values.put("written", page.provenance().map(Provenance::dateTime).orElse(""));
    values.put("fingerprint", page.provenance().map(Provenance::fingerprint).orElse(""));
    values.put("language", page.layout().language());
    return values;
  }

  /// "status" is how the document stands.
  private static String key(String name) {
    return name.equals("Status") ? "review" : name.toLowerCase(Locale.ROOT);
  }

  private static Inline crumbs(SubjectPage page, String base) {
    return Inline.joined(
        " › ",
        Stream.concat(
            Stream.of(Inline.link("Start", base + Format.MARKDOWN.firstPage())),
            page.crumbs().stream()
                .map(level ->
                    Inline.joined(
                        ", ", level.stream().map(crumb -> MarkdownLines.link(crumb, base))))));
  }
}
