package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.site.MarkdownBlocks.Item;

/// Lays a list of processes out as Markdown.
final class MarkdownProcessList {

  private MarkdownProcessList() {}

  static String of(ProcessList page) {
    MarkdownBlocks text = MarkdownIndex.head(page.layout());
    text.paragraph(Inline.link("Start", Format.MARKDOWN.firstPage()))
        .paragraphs(page.total() + " by name.")
        .bullets(page.lines().stream().map(MarkdownProcessList::line).toList());
    if (page.pages().size() > 1) {
      List<Inline> pages = new ArrayList<>();
      for (int i = 0; i < page.pages().size(); i++) {
        pages.add(
            i == page.number()
                ? Inline.strong("" + (i + 1))
                : Inline.link("" + (i + 1), page.pages().get(i)));
      }
      text.paragraph(Inline.joined(" · ", pages.stream()));
    }
    return text.text();
  }

  private static Item line(ProcessList.Line line) {
    Entry entry = line.entry();
    String kind = entry.type().equals(Words.DECISION) ? entry.type() + " in " : "";
    return new Item(
        MarkdownLines.told(
            Stream.of(
                Inline.spaced(MarkdownLines.link(entry, ""), MarkdownLines.standing(entry)),
                Inline.text(kind + line.file()),
                Inline.text(line.stewards()))));
  }
}
