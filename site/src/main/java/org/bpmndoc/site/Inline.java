package org.bpmndoc.site;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands within one line of a Markdown page. Whatever comes from anywhere becomes one by
/// [#text] or [#code], so that nothing reaches a page that could be markup.
record Inline(String markdown) {

  static final Inline NONE = new Inline("");

  private static final String NOT_IN_CODE = "`|{}";

  static Inline text(String text) {
    return new Inline(MarkdownText.escaped(text));
  }

  /// A name or an expression in letters of one width, where it can stand so in every dialect.
  static Inline code(String text) {
    boolean plain =
        !text.isBlank()
            && text.equals(MarkdownText.clean(text).strip())
            && text.lines().count() == 1
            && text.chars().noneMatch(c -> NOT_IN_CODE.indexOf(c) >= 0);
    return plain ? new Inline("`" + text + "`") : text(text);
  }

  /// `href` is one of ours.
  static Inline link(String text, String href) {
    return new Inline("[" + MarkdownText.escaped(text) + "](" + href + ")");
  }

  /// `href` is below the folder that `base` leads to, and empty where there is no page. From one
  /// subject to another it need not leave their folder.
  static Inline linked(String text, String base, String href) {
    if (href.isEmpty()) {
      return text(text);
    }
    return link(
        text,
        !base.isEmpty() && href.startsWith(Format.SUBJECTS)
            ? href.substring(Format.SUBJECTS.length())
            : base + href);
  }

  static Inline strong(String text) {
    Inline plain = text(text);
    return plain.isEmpty() ? plain : new Inline("**" + plain.markdown + "**");
  }

  /// With a blank between any two that are not empty.
  static Inline spaced(Inline... parts) {
    return joined(" ", Stream.of(parts));
  }

  /// `separator` is ours.
  static Inline joined(String separator, Stream<Inline> parts) {
    return new Inline(
        parts
            .filter(part -> !part.isEmpty())
            .map(Inline::markdown)
            .collect(Collectors.joining(separator)));
  }

  /// Paragraphs where there are blank lines, ends of lines where there are others.
  static List<Inline> paragraphs(String text) {
    return Stream.of(MarkdownText.clean(text).split("\n\\s*\n"))
        .map(paragraph -> joined("  \n", paragraph.lines().map(Inline::text)))
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }

  boolean isEmpty() {
    return markdown.isEmpty();
  }
}
