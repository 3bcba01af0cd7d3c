package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bpmndoc.site.MarkdownBlocks.Item;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a text holds, it is read as that text.
final class MarkdownTextTest {

  /// What means something in Markdown or in what is built upon it.
  private static final List<String> PIECES =
      List.of(
          "<script>alert(1)</script>",
          "<!--",
          "<a@b.c>",
          "&lt;",
          "&#60;",
          "&copy",
          "[x](y)",
          "[x]: y",
          "![](http://h)",
          "[[Page]]",
          "[^1]",
          "- ",
          "+ ",
          "* ",
          "1. ",
          "2) ",
          "#",
          "## ",
          "---",
          "***",
          "===",
          ">",
          "```",
          "~~~",
          "`",
          "``",
          "~~",
          "|",
          "| --- |",
          ":---",
          "\\",
          "\n",
          "\n\n",
          "    ",
          "\t",
          "  \n",
          "\\\n",
          "{{ x }}",
          "{% x %}",
          "{: #a }",
          "$x$",
          "$$",
          "==a==",
          "!!! note",
          ":::",
          "??? a",
          "/// b",
          "www.example.org",
          "http://example.org/?a=b",
          "@all",
          "_a_",
          "__b__",
          "**c**",
          "a",
          "é",
          "日本",
          "\u202E",
          "\u0000",
          "\u2028",
          "\u00A0",
          " ",
          "\"",
          "'",
          "😀",
          "\uD83D",
          "</td>",
          "[!NOTE]",
          "[ ] ",
          "%",
          "^",
          "(",
          ")",
          ".",
          ",");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> String.join("", pieces)),
        Arbitraries.strings().ofMaxLength(20));
  }

  @Property
  void in_a_line_of_any_kind_it_is_text_and_nothing_else(@ForAll("texts") String text) {
    MarkdownReader page =
        MarkdownReader.withoutValues(
            new MarkdownBlocks()
                .heading(2, "H " + text)
                .paragraph(Inline.text(text))
                .bullets(List.of(new Item(Inline.text(text), List.of(new Item(Inline.text(text))))))
                .paragraph(Inline.spaced(Inline.text("."), Inline.text(text)))
                .alert("NOTE", List.of(Inline.strong("N " + text), Inline.text(text)))
                .table(
                    List.of(Inline.text(text), Inline.text("h")),
                    List.of(List.of(Inline.text("c"), Inline.text(text))))
                .paragraph(Inline.link("L " + text, "x.md"))
                .text());

    String shown = shown(text);
    boolean isNothing = shown.isEmpty();
    assertThat(page.all(Node.class))
        .allMatch(node ->
            List.of(
                        Document.class,
                        Heading.class,
                        Paragraph.class,
                        BulletList.class,
                        ListItem.class,
                        BlockQuote.class,
                        StrongEmphasis.class,
                        Link.class,
                        Text.class)
                    .contains(node.getClass())
                || node.getClass().getName().contains(".tables.")
                || node instanceof org.commonmark.node.SoftLineBreak);
    assertThat(page.headings()).hasSize(1);
    assertThat(page.all(ListItem.class)).hasSize(2);
    assertThat(page.all(BlockQuote.class)).hasSize(1);
    assertThat(page.links()).containsExactly("x.md");
    assertThat(page.all(TableCell.class).stream().map(page::text))
        .containsExactly(shown, "h", "c", shown);
    assertThat(page.all(StrongEmphasis.class).stream().map(page::text))
        .containsExactly(shown("N " + text));
    assertThat(page.text(page.all(Link.class).getFirst())).isEqualTo(shown("L " + text));
    assertThat(page.text(page.headings().getFirst())).isEqualTo(shown("H " + text));
    assertThat(page.all(ListItem.class).stream().map(page::text))
        .containsExactly(joined(shown, shown), shown);
    assertThat(page.all(Paragraph.class).stream().map(page::text).filter(shown::equals))
        .hasSize(isNothing ? 0 : 4);
  }

  @Property
  void in_paragraphs_every_line_is_text(@ForAll("texts") String text) {
    MarkdownReader page =
        MarkdownReader.withoutValues(new MarkdownBlocks().paragraphs(text).text());

    assertThat(page.all(Node.class))
        .allMatch(node ->
            List.of(Document.class, Paragraph.class, Text.class, HardLineBreak.class)
                .contains(node.getClass()));
    assertThat(packed(page.text())).isEqualTo(packed(shown(text)));
  }

  @Property
  void as_code_it_is_that_text_too(@ForAll("texts") String text) {
    MarkdownReader line = MarkdownReader.withoutValues(Inline.code(text).markdown());
    MarkdownReader block = MarkdownReader.withoutValues(new MarkdownBlocks().code(text).text());

    assertThat(packed(line.text())).isEqualTo(packed(shown(text)));
    assertThat(packed(block.text())).isEqualTo(packed(shown(text)));
    assertThat(line.foreign()).isEmpty();
    assertThat(block.foreign()).isEmpty();
    assertThat(block.all(IndentedCodeBlock.class)).isEmpty();
    assertThat(block.all(FencedCodeBlock.class)).hasSizeLessThan(2);
  }

  @Property
  void before_a_page_it_is_a_value(@ForAll("texts") String text) {
    String shown = shown(text);

    Map<String, Object> values =
        MarkdownReader.of(FrontMatter.of(Map.of("title", text, "type", "task")) + "\n").values();

    assertThat(values.getOrDefault("title", "")).isEqualTo(shown);
    assertThat(values.get("type")).isEqualTo("task");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ secret }}", "{% include x %}", "{# x #}", "a {{b}}"})
  void nothing_is_left_for_templates_to_fill_in(String text) {
    assertThat(
            Stream.of(
                Inline.text(text),
                Inline.code(text),
                new Inline(new MarkdownBlocks().code(text).text())))
        .allMatch(inline -> !inline.markdown().contains("{"));
  }

  @Test
  void plain_words_stay_as_they_are() {
    String words =
        "Settle a claim (urgent), \"now\": 1.5 - or 20 % - of it? Yes; it's done. å – “x”";

    assertThat(MarkdownText.escaped(words)).isEqualTo(words);
  }

  @Test
  void an_address_is_not_made_a_link() {
    assertThat(MarkdownText.escaped("see http://a.example, www.b.example and WWW.c.example"))
        .isEqualTo("see http&#58;//a.example, www\\.b.example and WWW\\.c.example");
  }

  private static String joined(String one, String other) {
    return (one + " " + other).strip();
  }

  /// A text as a reader sees it, in one line.
  private static String shown(String text) {
    return MarkdownText.clean(text)
        .replaceAll("[\\s\\u2028\\u2029]+", " ")
        .replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
  }

  private static String packed(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", "");
  }
}
