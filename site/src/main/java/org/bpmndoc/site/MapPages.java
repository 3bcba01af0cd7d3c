package org.bpmndoc.site;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.site.LandscapeMap.Line;
import org.bpmndoc.site.LandscapeMap.Lines;
import org.bpmndoc.site.LandscapeMap.Sheet;
import org.bpmndoc.site.Layout.More;

/// Puts the pages of the map together: one with the drawing, or an overview and one for each sheet.
/// A drawing is laid out when its page is asked for.
final class MapPages {

  private static final int ROOTS_MAX = 3;
  private static final int LINES_MAX = 250;

  private final SiteMap map;
  private final MapGraph graph;
  private final MapSheets sheets;
  private final Map<SubjectId, Integer> places;

  MapPages(SiteMap map) {
    this(map, MapSheets.Limits.READABLE);
  }

  MapPages(SiteMap map, MapSheets.Limits limits) {
    this.map = map;
    this.graph = MapGraph.of(map);
    this.sheets = MapSheets.of(graph, limits);
    this.places = sheets.places();
  }

  static String path(int page) {
    return page == 0 ? "map.html" : "map-" + page + ".html";
  }

  /// Where a process or a decision stands within a page.
  static String anchor(SubjectId id) {
    return Format.HTML.page(id).replaceFirst("^subjects/(.*)\\.html$", "at-$1");
  }

  int count() {
    return isWhole() ? 1 : 1 + sheets.sheets().size();
  }

  /// Where a process or a decision is on the map, absent where it is not drawn.
  Optional<String> href(SubjectId id) {
    return Optional.ofNullable(places.get(id))
        .map(sheet -> path(isWhole() ? 0 : sheet + 1) + "#" + anchor(id));
  }

  LandscapeMap page(int page) {
    return page > 0 ? sheet(page) : isWhole() ? whole() : overview();
  }

  private boolean isWhole() {
    return sheets.sheets().size() < 2 && sheets.undrawn().isEmpty();
  }

  private LandscapeMap whole() {
    return new LandscapeMap(
        SitePages.layout(map, "Map"),
        0,
        sheets.sheets().stream().findFirst().map(this::size).orElse(""),
        sheets.sheets().stream().findFirst().map(this::drawing),
        List.of(),
        Lines.NONE,
        lines(graph.alone()));
  }

  private LandscapeMap overview() {
    return new LandscapeMap(
        SitePages.layout(map, "Map"),
        0,
        size(graph.nodes()),
        Optional.empty(),
        IntStream.range(0, sheets.sheets().size()).mapToObj(this::link).toList(),
        lines(sheets.undrawn()),
        lines(graph.alone()));
  }

  private LandscapeMap sheet(int page) {
    List<SubjectId> shown = sheets.sheets().get(page - 1);
    return new LandscapeMap(
        SitePages.layout(map, "Map, sheet " + page + " of " + sheets.sheets().size()),
        page,
        size(shown),
        Optional.of(drawing(shown)),
        List.of(),
        Lines.NONE,
        Lines.NONE);
  }

  private LandscapeMap.Drawing drawing(List<SubjectId> shown) {
    return MapDrawing.of(map, graph, shown);
  }

  private Sheet link(int sheet) {
    List<SubjectId> shown = sheets.sheets().get(sheet);
    Set<SubjectId> called = new HashSet<>();
    Set<SubjectId> here = new HashSet<>(shown);
    graph.edges().stream()
        .filter(edge -> edge.followed() && here.contains(edge.from()))
        .forEach(edge -> called.add(edge.to()));
    List<SubjectId> roots = shown.stream().filter(node -> !called.contains(node)).toList();
    return new Sheet(
        path(sheet + 1),
        roots.stream().limit(ROOTS_MAX).map(root -> map.entry(root).name()).toList(),
        Math.max(0, roots.size() - ROOTS_MAX),
        size(shown));
  }

  /// "12 processes and 1 decision".
  private String size(Collection<SubjectId> shown) {
    long decisions =
        shown.stream()
            .filter(id -> map.landscape().subject(id) instanceof Subject.DecisionSubject)
            .count();
    String processes = Words.count(shown.size() - decisions, "process", "processes");
    return decisions == 0
        ? processes
        : processes + " and " + Words.count(decisions, "decision", "decisions");
  }

  private Lines lines(List<SubjectId> ids) {
    return new Lines(
        ids.stream()
            .limit(LINES_MAX)
            .map(id -> new Line(map.entry(id), graph.outside().getOrDefault(id, 0)))
            .toList(),
        new More(Math.max(0, ids.size() - LINES_MAX), map.format().processes(0)));
  }
}
