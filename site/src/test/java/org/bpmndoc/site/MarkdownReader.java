package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A page as those read it who show it: by CommonMark with tables.
record MarkdownReader(Map<String, Object> values, Node document) {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setBufferSize(64 * 1024).build();

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  static MarkdownReader of(String page) {
    int end = page.indexOf("\n---\n", 4);
    Map<String, Object> values = new TreeMap<>();
    ((Map<?, ?>) new Load(SETTINGS).loadFromString(page.substring(4, end)))
        .forEach((key, value) -> values.put((String) key, value));
    return new MarkdownReader(values, PARSER.parse(page.substring(end + 5)));
  }

  static MarkdownReader withoutValues(String text) {
    return new MarkdownReader(Map.of(), PARSER.parse(text));
  }

  List<String> links() {
    return all(Link.class).stream().map(Link::getDestination).toList();
  }

  List<Heading> headings() {
    return all(Heading.class);
  }

  List<String> titles() {
    return headings().stream().filter(one -> one.getLevel() == 2).map(this::text).toList();
  }

  /// As GitHub makes them of headings.
  Set<String> anchors() {
    Set<String> anchors = new TreeSet<>();
    headings().forEach(heading -> anchors.add(MarkdownBlocks.anchor(text(heading)).substring(1)));
    return anchors;
  }

  /// What is no text of ours: raw HTML and pictures.
  List<Node> foreign() {
    List<Node> foreign = new ArrayList<>(all(HtmlBlock.class));
    foreign.addAll(all(HtmlInline.class));
    foreign.addAll(all(Image.class));
    return foreign;
  }

  <T extends Node> List<T> all(Class<T> type) {
    List<T> found = new ArrayList<>();
    walk(
        document,
        node -> {
          if (type.isInstance(node)) {
            found.add(type.cast(node));
          }
        });
    return found;
  }

  String text() {
    return text(document);
  }

  /// What is read, with a blank where a line or a block ends.
  String text(Node node) {
    StringBuilder text = new StringBuilder();
    walk(
        node,
        inner -> {
          switch (inner) {
            case Text literal -> text.append(literal.getLiteral());
            case Code code -> text.append(code.getLiteral());
            case FencedCodeBlock code -> text.append(code.getLiteral());
            case SoftLineBreak _ -> text.append(' ');
            case Block _, TableCell _ -> text.append(' ');
            default -> {}
          }
        });
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  private static void walk(Node node, Consumer<Node> visit) {
    visit.accept(node);
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      walk(child, visit);
    }
  }
}
