package org.bpmndoc.site;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bpmndoc.landscape.SubjectId;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/// Pages that people have written in Markdown.
///
/// HTML in them is shown as text. A link leads to another of these pages, to a subject by its id
/// (`order.bpmn#Task_1`), or out of the site; one that leads anywhere else is text. Pictures are
/// shown by their description.
final class OwnPages {

  private static final String FOLDER = "pages/";
  private static final Pattern OUTWARD = Pattern.compile("(?i)(?:https?|mailto):.*");
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  private final SiteMap map;
  private final Map<Path, String> hrefs = new HashMap<>();

  OwnPages(SiteMap map) {
    this.map = map;
    map.input().look().pages().forEach(page -> hrefs.put(plain(page), href(map.input(), page)));
  }

  private static Path plain(Look.Page page) {
    return page.file().toAbsolutePath().normalize();
  }

  private static String href(SiteInput input, Look.Page page) {
    Path folder = Path.of(input.landscape().directory()).toAbsolutePath().normalize();
    String below = folder.relativize(plain(page)).toString().replace('\\', '/');
    return FOLDER + FileNames.of(name(page), below) + ".html";
  }

  private static String name(Look.Page page) {
    return String.valueOf(page.file().getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  /// In the order in which they are named.
  static List<OwnPage.Link> links(SiteInput input) {
    return input.look().pages().stream()
        .map(
            page -> new OwnPage.Link(title(PARSER.parse(page.markdown()), page), href(input, page)))
        .toList();
  }

  List<SiteFile> files(Templates templates) {
    return map.input().look().pages().stream()
        .map(page -> SiteFile.text(href(map.input(), page), () -> templates.html(page(page))))
        .toList();
  }

  private OwnPage page(Look.Page page) {
    Node text = PARSER.parse(page.markdown());
    String title = title(text, page);
    heading(text).ifPresent(Node::unlink);
    text.accept(new Links(plain(page)));
    return new OwnPage(SitePages.layout(map, title, "../"), title, HTML.render(text));
  }

  private static String title(Node text, Look.Page page) {
    return heading(text)
        .map(TEXT::render)
        .map(String::strip)
        .filter(title -> !title.isEmpty())
        .orElseGet(() -> name(page));
  }

  private static Optional<Heading> heading(Node text) {
    return Optional.ofNullable(text.getFirstChild())
        .filter(Heading.class::isInstance)
        .map(Heading.class::cast)
        .filter(heading -> heading.getLevel() == 1);
  }

  private final class Links extends AbstractVisitor {

    private final Path file;

    private Links(Path file) {
      this.file = file;
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      target(link.getDestination()).ifPresentOrElse(link::setDestination, () -> unwrap(link));
    }

    @Override
    public void visit(Image image) {
      visitChildren(image);
      unwrap(image);
    }

    private Optional<String> target(String destination) {
      if (OUTWARD.matcher(destination).matches()) {
        return Optional.of(destination);
      }
      if (destination.lastIndexOf('#') > 0
          && map.landscape().subjects().containsKey(new SubjectId(destination))) {
        return Optional.of("../" + map.page(new SubjectId(destination)));
      }
      return beside(destination.replaceFirst("#.*", "")).map(hrefs::get).map("../"::concat);
    }

    private Optional<Path> beside(String name) {
      try {
        return Optional.of(file.resolveSibling(name).normalize());
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }

    /// What it holds stands in its place.
    private static void unwrap(Node node) {
      while (node.getFirstChild() instanceof Node child) {
        node.insertBefore(child);
      }
      if (node.getPrevious() == null && node.getNext() == null) {
        node.insertBefore(new Text(""));
      }
      node.unlink();
    }
  }
}
