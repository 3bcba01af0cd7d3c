package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.bpmndoc.site.MapLayout.Arc;
import org.bpmndoc.site.MapLayout.Box;
import org.bpmndoc.site.MapLayout.Point;
import org.bpmndoc.site.MapLayout.Size;
import org.junit.jupiter.api.Test;

final class MapLayoutTest {

  /// 0 calls 1 and 2, which both call 3; 3 calls 0 again.
  private static final List<Arc> SHARED =
      List.of(
          new Arc(0, 1, true),
          new Arc(0, 2, true),
          new Arc(1, 3, true),
          new Arc(2, 3, true),
          new Arc(3, 0, false));

  @Test
  void boxes_and_lines_have_their_places() {
    MapLayout layout = MapLayout.of(sizes(4), SHARED);
    assertThat(layout.boxes())
        .containsExactly(
            new Box(16, 100, 200, 50),
            new Box(260, 16, 200, 50),
            new Box(260, 92, 200, 50),
            new Box(504, 100, 200, 50));
    assertThat(layout.lines().stream().map(MapPath::of))
        .containsExactly(
            "M216 117L221 117Q226 117 226 111L226 47Q226 41 232 41L260 41",
            "M216 117L260 117",
            "M460 41L465 41Q470 41 470 47L470 111Q470 117 476 117L504 117",
            "M460 117L504 117",
            "M504 133L476 133Q470 133 470 139L470 146Q470 152 464 152L232 152Q226 152 226 146L226"
                + " 139Q226 133 221 133L216 133");
  }

  @Test
  void what_one_calls_stands_in_the_order_given() {
    List<Arc> arcs = IntStream.range(1, 40).mapToObj(to -> new Arc(0, to, true)).toList();
    assertThat(MapLayout.of(sizes(40), arcs).boxes().subList(1, 40))
        .isSortedAccordingTo(Comparator.comparing(Box::y));
  }

  @Test
  void what_is_called_stands_right_of_all_who_call_it() {
    List<Arc> arcs = chance(120, 200);
    MapLayout layout = MapLayout.of(sizes(120), arcs);
    assertThat(arcs)
        .allSatisfy(arc ->
            assertThat(layout.boxes().get(arc.from()).x())
                .isLessThan(layout.boxes().get(arc.to()).x()));
  }

  @Test
  void boxes_do_not_overlap_and_lie_inside() {
    for (int arcs : new int[] {200, 500}) {
      MapLayout layout = MapLayout.of(sizes(120), chance(120, arcs));
      for (int i = 0; i < 120; i++) {
        Box box = layout.boxes().get(i);
        assertThat(box.x() + box.width()).isLessThanOrEqualTo(layout.width());
        assertThat(box.y() + box.height()).isLessThanOrEqualTo(layout.height());
        for (int j = 0; j < i; j++) {
          assertThat(overlap(box, layout.boxes().get(j))).isFalse();
        }
      }
    }
  }

  @Test
  void a_line_leads_from_the_caller_to_the_called_also_where_it_leads_back() {
    MapLayout layout = MapLayout.of(sizes(4), SHARED);
    for (int i = 0; i < SHARED.size(); i++) {
      List<Point> line = layout.lines().get(i);
      assertThat(touches(layout.boxes().get(SHARED.get(i).from()), line.getFirst())).isTrue();
      assertThat(touches(layout.boxes().get(SHARED.get(i).to()), line.getLast())).isTrue();
    }
  }

  @Test
  void who_calls_himself_has_a_line_to_himself() {
    MapLayout layout = MapLayout.of(sizes(1), List.of(new Arc(0, 0, false)));
    List<Point> line = layout.lines().getFirst();
    assertThat(line).hasSizeGreaterThan(2);
    assertThat(touches(layout.boxes().getFirst(), line.getFirst())).isTrue();
    assertThat(touches(layout.boxes().getFirst(), line.getLast())).isTrue();
  }

  @Test
  void the_same_is_laid_out_in_the_same_way() {
    List<Arc> arcs = chance(150, 400);
    assertThat(MapLayout.of(sizes(150), arcs)).isEqualTo(MapLayout.of(sizes(150), arcs));
  }

  private static List<Size> sizes(int count) {
    return Collections.nCopies(count, new Size(200, 50));
  }

  private static List<Arc> chance(int boxes, int count) {
    Random random = new Random(7);
    Set<Arc> arcs = new LinkedHashSet<>();
    while (arcs.size() < count) {
      int to = 1 + random.nextInt(boxes - 1);
      arcs.add(new Arc(random.nextInt(to), to, true));
    }
    return List.copyOf(arcs);
  }

  private static boolean overlap(Box one, Box other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && one.y() < other.y() + other.height()
        && other.y() < one.y() + one.height();
  }

  private static boolean touches(Box box, Point point) {
    return point.x() >= box.x() - 1
        && point.x() <= box.x() + box.width() + 1
        && point.y() >= box.y() - 1
        && point.y() <= box.y() + box.height() + 1;
  }
}
