package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.site.LandscapeMap.Arrow;
import org.bpmndoc.site.LandscapeMap.Drawing;
import org.bpmndoc.site.LandscapeMap.Node;
import org.bpmndoc.site.LandscapeMap.Standing;

/// Draws some nodes of the map, with the edges between them.
final class MapDrawing {

  private static final int BOX_WIDTH = 200;
  private static final int BOX_HEIGHT = 32;
  private static final int LINE_HEIGHT = 17;
  private static final int NAMES_MAX = 8;

  private final SiteMap map;
  private final MapGraph graph;
  private final List<SubjectId> shown;
  private final List<MapGraph.Edge> edges;
  private final Map<SubjectId, Integer> numbers = new HashMap<>();
  private final Map<SubjectId, List<SubjectId>> calls = new HashMap<>();

  private MapDrawing(SiteMap map, MapGraph graph, List<SubjectId> shown) {
    this.map = map;
    this.graph = graph;
    this.shown = shown;
    shown.forEach(node -> numbers.put(node, numbers.size()));
    this.edges =
        graph.edges().stream()
            .filter(edge -> numbers.containsKey(edge.from()) && numbers.containsKey(edge.to()))
            .toList();
    graph
        .edges()
        .forEach(edge -> calls.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to()));
  }

  static Drawing of(SiteMap map, MapGraph graph, List<SubjectId> shown) {
    return new MapDrawing(map, graph, shown).drawing();
  }

  private Drawing drawing() {
    List<MapLabel> labels = shown.stream().map(id -> MapLabel.of(name(id))).toList();
    MapLayout layout =
        MapLayout.of(
            labels.stream()
                .map(label ->
                    new MapLayout.Size(BOX_WIDTH, BOX_HEIGHT + LINE_HEIGHT * label.lines().size()))
                .toList(),
            edges.stream()
                .map(edge ->
                    new MapLayout.Arc(number(edge.from()), number(edge.to()), edge.followed()))
                .toList());
    List<Node> nodes = new ArrayList<>();
    int[] places = new int[shown.size()];
    for (int number : inReadingOrder(layout.boxes())) {
      places[number] = nodes.size();
      nodes.add(node(shown.get(number), layout.boxes().get(number), labels.get(number)));
    }
    List<Arrow> arrows =
        IntStream.range(0, edges.size())
            .mapToObj(edge -> arrow(edges.get(edge), places, layout.lines().get(edge)))
            .toList();
    return new Drawing(layout.width(), layout.height(), nodes, arrows);
  }

  /// By column, then from the top.
  private static List<Integer> inReadingOrder(List<MapLayout.Box> boxes) {
    return IntStream.range(0, boxes.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer number) -> boxes.get(number).x())
                .thenComparing(number -> boxes.get(number).y()))
        .toList();
  }

  private Node node(SubjectId id, MapLayout.Box box, MapLabel label) {
    Entry entry = map.entry(id);
    int height = graph.heights().getOrDefault(id, 0);
    int callers = graph.callers().getOrDefault(id, 0);
    int outside = graph.outside().getOrDefault(id, 0);
    Standing standing = Standing.of(map, id);
    List<String> sentences = new ArrayList<>();
    sentences.add(Words.capitalized(entry.type()) + ", height " + height + ", " + standing.words());
    if (callers > 0) {
      sentences.add((entry.type().equals(Words.DECISION) ? "Asked by " : "Called by ") + callers);
    }
    if (calls.containsKey(id)) {
      sentences.add("Leads to " + names(calls.getOrDefault(id, List.of())));
    }
    if (outside > 0) {
      sentences.add(Words.count(outside, "call leads", "calls lead") + " out of the landscape");
    }
    String title = entry.name() + "\n" + String.join(". ", sentences) + ".\n" + entry.summary();
    return new Node(
        MapPages.anchor(id),
        entry,
        box,
        label.lines(),
        height,
        standing,
        callers,
        outside,
        title.strip());
  }

  private String names(List<SubjectId> called) {
    String more = called.size() > NAMES_MAX ? " and " + (called.size() - NAMES_MAX) + " more" : "";
    return called.stream().limit(NAMES_MAX).map(this::name).collect(Collectors.joining(", "))
        + more;
  }

  private Arrow arrow(MapGraph.Edge edge, int[] places, List<MapLayout.Point> points) {
    String times = edge.calls() > 1 ? " (" + edge.calls() + " times)" : "";
    return new Arrow(
        places[number(edge.from())],
        places[number(edge.to())],
        MapPath.of(points),
        edge.followed(),
        name(edge.from()) + " → " + name(edge.to()) + times);
  }

  private String name(SubjectId id) {
    return Words.name(map.landscape().subject(id));
  }

  private int number(SubjectId id) {
    return numbers.getOrDefault(id, -1);
  }
}
