package org.bpmndoc.site;

import java.util.function.IntFunction;
import org.bpmndoc.landscape.CallMap;
import org.bpmndoc.landscape.CallMapCuts;
import org.bpmndoc.landscape.CallMapMermaid;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReport;
import org.bpmndoc.landscape.SubjectId;

/// Draws who calls whom, as much of it as a page can show: GitHub refuses a picture of more than
/// 50,000 characters or 500 edges, and people give up earlier.
final class MarkdownCalls {

  private static final int NODES_MAX = 30;
  private static final int NEIGHBOURS_MAX = 20;
  private static final int EDGES_MAX = 300;
  private static final int TEXT_MAX = 40_000;
  private static final int NAME_MAX = 60;

  private final CallMap whole;
  private final CallMapCuts cuts;

  MarkdownCalls(Landscape landscape) {
    this.whole = CallMap.of(landscape, LandscapeReport.of(landscape));
    this.cuts = new CallMapCuts(whole);
  }

  /// Nothing where nobody calls anybody.
  void addFromTheTop(MarkdownBlocks page) {
    CallMap map = fitting(NODES_MAX, cuts::fromTheTop);
    add(page, map);
    int more = cuts.connected() - map.nodes().size();
    if (more > 0) {
      page.paragraphs(
          more + " more call or are called. The page of a process shows what is around it.");
    }
  }

  /// Nothing where a subject is no process, or stands alone.
  void addAround(MarkdownBlocks page, SubjectId subject) {
    add(page, fitting(NEIGHBOURS_MAX, max -> cuts.around(subject, max)));
  }

  private static void add(MarkdownBlocks page, CallMap map) {
    if (!map.edges().isEmpty()) {
      page.heading(2, "Who calls whom").mermaid(map);
    }
  }

  private static CallMap fitting(int most, IntFunction<CallMap> cut) {
    CallMap map = readable(cut.apply(most));
    boolean fits = map.edges().size() <= EDGES_MAX && CallMapMermaid.of(map).length() <= TEXT_MAX;
    return fits || most <= 1 ? map : fitting(most / 2, cut);
  }

  /// A drawing is as wide as its longest name. Of a file its own name is enough here.
  private static CallMap readable(CallMap map) {
    return new CallMap(
        map.nodes().stream()
            .map(node ->
                new CallMap.Node(
                    node.id(),
                    node.kind(),
                    shortened(node.name()),
                    shortened(node.detail().substring(node.detail().lastIndexOf('/') + 1)),
                    node.process()))
            .toList(),
        map.edges());
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= NAME_MAX
        ? text
        : text.substring(0, text.offsetByCodePoints(0, NAME_MAX)) + " …";
  }
}
