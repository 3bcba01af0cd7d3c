package org.bpmndoc.site;

import java.util.List;
import java.util.stream.IntStream;
import org.bpmndoc.site.MarkdownBlocks.Item;

/// Lays more of a list out as Markdown.
final class MarkdownRest {

  private MarkdownRest() {}

  static String of(RestPage page) {
    String base = page.layout().base();
    MarkdownBlocks text = MarkdownIndex.head(page.layout());
    text.paragraph(MarkdownLines.link(page.subject(), base));
    switch (page.lines()) {
      case RestPage.Lines.Flow flow ->
          bullets(text, flow.steps().stream().map(step -> MarkdownLines.step(step, base)).toList());
      case RestPage.Lines.Parts made ->
          bullets(text, made.parts().stream().map(part -> MarkdownLines.part(part, base)).toList());
      case RestPage.Lines.Callers calling ->
          bullets(
              text,
              calling.callers().stream()
                  .map(caller -> MarkdownLines.caller(caller, base))
                  .toList());
    }
    text.paragraph(
        Inline.joined(
            " · ",
            IntStream.rangeClosed(1, page.pages().size())
                .mapToObj(number ->
                    number == page.number()
                        ? Inline.strong("" + number)
                        : Inline.linked("" + number, base, page.pages().get(number - 1)))));
    return text.text();
  }

  private static void bullets(MarkdownBlocks text, List<Inline> lines) {
    text.bullets(lines.stream().map(Item::new).toList());
  }
}
