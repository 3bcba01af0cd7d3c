package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.site.MapGraph.Edge;
import org.bpmndoc.site.MapSheets.Limits;
import org.junit.jupiter.api.Test;

final class MapSheetsTest {

  @Test
  void what_hangs_together_is_on_one_sheet_the_largest_first() {
    MapSheets sheets = MapSheets.of(graph("a>b", "c>d", "d>e"), new Limits(3, 10, 10));
    assertThat(sheets.sheets()).containsExactly(ids("c", "d", "e"), ids("a", "b"));
    assertThat(sheets.undrawn()).isEmpty();
  }

  @Test
  void small_things_share_a_sheet() {
    MapSheets sheets = MapSheets.of(graph("a>b", "c>d", "e>f"), new Limits(4, 10, 10));
    assertThat(sheets.sheets()).containsExactly(ids("a", "b", "c", "d"), ids("e", "f"));
  }

  @Test
  void what_does_not_fit_is_cut_by_its_roots() {
    MapSheets sheets =
        MapSheets.of(graph("a>b", "b>z", "c>d", "d>z", "e>z"), new Limits(4, 10, 10));
    assertThat(sheets.sheets()).containsExactly(ids("a", "b", "z"), ids("c", "d", "z", "e"));
    assertThat(sheets.places().get(id("z"))).isZero();
  }

  @Test
  void a_root_that_leads_to_too_much_is_not_drawn_but_what_others_lead_to_is() {
    MapSheets sheets = MapSheets.of(graph("a>b", "a>c", "a>d", "e>d"), new Limits(3, 10, 10));
    assertThat(sheets.sheets()).containsExactly(ids("e", "d"));
    assertThat(sheets.undrawn()).containsExactlyElementsOf(ids("a", "b", "c"));
  }

  @Test
  void lines_count_too() {
    MapSheets sheets = MapSheets.of(graph("a>b", "a>c", "b>c"), new Limits(3, 2, 10));
    assertThat(sheets.sheets()).isEmpty();
    assertThat(sheets.undrawn()).hasSize(3);
  }

  @Test
  void there_are_never_more_sheets_than_allowed() {
    MapSheets sheets = MapSheets.of(graph("a>b", "c>d", "e>f"), new Limits(2, 10, 2));
    assertThat(sheets.sheets()).hasSize(2);
    assertThat(sheets.undrawn()).containsExactlyElementsOf(ids("e", "f"));
  }

  @Test
  void what_closes_a_recursion_stays_on_the_sheet() {
    List<Edge> edges = new ArrayList<>(graph("a>b", "b>c").edges());
    edges.add(new Edge(id("c"), id("a"), 1, false));
    MapSheets sheets =
        MapSheets.of(
            new MapGraph(ids("a", "b", "c"), edges, List.of(), Map.of(), Map.of(), Map.of()),
            new Limits(3, 3, 1));
    assertThat(sheets.sheets()).containsExactly(ids("a", "b", "c"));
  }

  @Test
  void thousands_that_share_one_callee_are_cut() {
    MapSheets sheets =
        MapSheets.of(
            graph(
                IntStream.range(0, 3_000)
                    .boxed()
                    .flatMap(i -> Stream.of("p" + i + ">q" + i, "p" + i + ">shared"))
                    .toArray(String[]::new)),
            Limits.READABLE);
    assertThat(sheets.undrawn()).isEmpty();
    assertThat(sheets.sheets())
        .hasSize(31)
        .allSatisfy(sheet ->
            assertThat(sheet)
                .contains(id("shared"))
                .hasSizeLessThanOrEqualTo(Limits.READABLE.nodes()));
  }

  /// `a>b` is a call that is followed.
  private static MapGraph graph(String... calls) {
    List<Edge> edges =
        Stream.of(calls)
            .map(call -> call.split(">"))
            .map(ends -> new Edge(id(ends[0]), id(ends[1]), 1, true))
            .toList();
    List<SubjectId> nodes =
        List.copyOf(
            new TreeSet<>(
                edges.stream().flatMap(edge -> Stream.of(edge.from(), edge.to())).toList()));
    return new MapGraph(nodes, edges, List.of(), Map.of(), Map.of(), Map.of());
  }

  private static List<SubjectId> ids(String... names) {
    return Stream.of(names).map(MapSheetsTest::id).toList();
  }

  private static SubjectId id(String name) {
    return new SubjectId("m.bpmn#" + name);
  }
}
