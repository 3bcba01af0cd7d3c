package org.bpmndoc.site;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.document.Age;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.site.Layout.More;

/// Everything one page of the map says.
///
/// Page 0 has the drawing where one sheet has room for all, else the list of `sheets`, each of
/// which has a page of its own. `size` counts what is drawn, empty where nothing is. `undrawn` is
/// what no sheet has room for, `alone` what neither calls nor is called.
record LandscapeMap(
    Layout layout,
    int number,
    String size,
    Optional<Drawing> drawing,
    List<Sheet> sheets,
    Lines undrawn,
    Lines alone) {

  /// A sheet as page 0 names it. `roots` are the first processes that lead to all others on it,
  /// `more` how many others do.
  record Sheet(String href, List<String> roots, int more, String size) {}

  /// The first of those that are in no drawing.
  record Lines(List<Line> lines, More more) {
    static final Lines NONE = new Lines(List.of(), More.NONE);

    int total() {
      return lines.size() + more.count();
    }
  }

  /// `outside` counts the calls that lead out of the landscape.
  record Line(Entry entry, int outside) {}

  /// Nodes stand in the order in which they are read: by column, then from the top.
  record Drawing(int width, int height, List<Node> nodes, List<Arrow> arrows) {

    List<Standing> standings() {
      return nodes.stream().map(Node::standing).distinct().sorted().toList();
    }

    boolean hasShared() {
      return nodes.stream().anyMatch(Node::isShared);
    }

    boolean hasOutside() {
      return nodes.stream().anyMatch(node -> node.outside() > 0);
    }

    boolean hasUnfollowed() {
      return arrows.stream().anyMatch(arrow -> !arrow.followed());
    }

    boolean hasDecisions() {
      return nodes.stream().anyMatch(Node::isDecision);
    }
  }

  /// A process or a decision. `title` says in words all that the drawing shows of it, its name on
  /// the first line.
  record Node(
      String anchor,
      Entry entry,
      MapLayout.Box box,
      List<String> lines,
      int height,
      Standing standing,
      int callers,
      int outside,
      String title) {

    boolean isShared() {
      return callers > 1;
    }

    boolean isDecision() {
      return entry.type().equals(Words.DECISION);
    }
  }

  /// `from` and `to` are places in the list of nodes; `path` is SVG's.
  record Arrow(int from, int to, String path, boolean followed, String title) {}

  /// Whether there is a document, and what is the matter with it. `token` is for style sheets.
  record Standing(String token, String words) implements Comparable<Standing> {
    private static final Standing STALE = new Standing("stale", "stale");

    static Standing of(SiteMap map, SubjectId id) {
      Entry.Standing standing = Entry.Standing.of(map, id);
      boolean isStale =
          map.input().state(id) instanceof SubjectState.Documented written
              && written.age() != Age.CURRENT;
      return isStale && standing == Entry.Standing.DOCUMENTED
          ? STALE
          : new Standing(standing.token(), standing.words());
    }

    boolean isDocumented() {
      return token.equals(Entry.Standing.DOCUMENTED.token());
    }

    @Override
    public int compareTo(Standing other) {
      return token.compareTo(other.token);
    }
  }
}
