package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.landscape.CallMap;
import org.bpmndoc.landscape.CallMapMermaid;

/// Puts a Markdown page together, block by block, with an empty line between any two.
///
/// What is inside a list stands four columns further in, as Python-Markdown wants it; CommonMark
/// takes that too.
final class MarkdownBlocks {

  private static final String INDENT = " ".repeat(4);

  private final List<String> blocks = new ArrayList<>();

  /// One entry of a list, and the list in it.
  record Item(Inline line, List<Item> items) {
    Item(Inline line) {
      this(line, List.of());
    }
  }

  MarkdownBlocks frontMatter(Map<String, String> values) {
    return block(FrontMatter.of(values));
  }

  MarkdownBlocks heading(int level, String text) {
    Inline heading = Inline.text(text);
    return heading.isEmpty() ? this : block("#".repeat(level) + " " + heading.markdown());
  }

  MarkdownBlocks paragraph(Inline text) {
    return text.isEmpty() ? this : block(text.markdown());
  }

  MarkdownBlocks paragraphs(String text) {
    Inline.paragraphs(text).forEach(this::paragraph);
    return this;
  }

  MarkdownBlocks bullets(List<Item> items) {
    return items.isEmpty() ? this : block(bullets(items, ""));
  }

  private static String bullets(List<Item> items, String indent) {
    return items.stream()
        .map(item ->
            indent + "- " + item.line().markdown() + "\n" + bullets(item.items(), indent + INDENT))
        .collect(Collectors.joining());
  }

  MarkdownBlocks numbered(List<Inline> lines) {
    return lines.isEmpty()
        ? this
        : block(
            IntStream.range(0, lines.size())
                .mapToObj(i -> (i + 1) + ". " + lines.get(i).markdown() + "\n")
                .collect(Collectors.joining()));
  }

  /// A block quote of a paragraph each.
  MarkdownBlocks quote(List<Inline> paragraphs) {
    return quote("", paragraphs);
  }

  /// A quote that GitHub and GitLab show as an alert; elsewhere the kind stands before its text.
  MarkdownBlocks alert(String kind, List<Inline> paragraphs) {
    return quote("> [!" + kind + "]\n", paragraphs);
  }

  private MarkdownBlocks quote(String first, List<Inline> paragraphs) {
    return block(
        paragraphs.stream()
            .filter(paragraph -> !paragraph.isEmpty())
            .map(paragraph -> "> " + paragraph.markdown())
            .collect(Collectors.joining("\n>\n", first, "")));
  }

  /// As wide as its widest row: what is wider than its head would not be shown.
  MarkdownBlocks table(List<Inline> heads, List<List<Inline>> rows) {
    int width = rows.stream().mapToInt(List::size).reduce(heads.size(), Math::max);
    return block(
        row(heads, width)
            + row(Collections.nCopies(width, new Inline("---")), width)
            + rows.stream().map(cells -> row(cells, width)).collect(Collectors.joining()));
  }

  private static String row(List<Inline> cells, int width) {
    return Stream.concat(cells.stream(), Stream.generate(() -> Inline.NONE))
        .limit(width)
        .map(cell -> " " + cell.markdown() + " |")
        .collect(Collectors.joining("", "|", "\n"));
  }

  /// Text in letters of one width, line by line. What a wiki's templates would look into even there
  /// is written as paragraphs.
  MarkdownBlocks code(String text) {
    String clean = MarkdownText.clean(text).stripTrailing();
    if (clean.isBlank() || clean.matches("(?s).*\\{[{%#].*")) {
      return paragraphs(text);
    }
    String fence = "```";
    while (clean.contains(fence)) {
      fence += "`";
    }
    return block(fence + "\n" + clean + "\n" + fence);
  }

  /// What can be drawn of it, GitHub, GitLab and others do draw.
  MarkdownBlocks mermaid(CallMap map) {
    return block("```mermaid\n" + CallMapMermaid.of(map) + "```");
  }

  /// The place of a heading on its page, as it is called by those who show the page.
  static String anchor(String heading) {
    String words = heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "");
    return "#" + words.replace(' ', '-');
  }

  private MarkdownBlocks block(String block) {
    blocks.add(block.strip());
    return this;
  }

  String text() {
    return String.join("\n\n", blocks) + "\n";
  }
}
