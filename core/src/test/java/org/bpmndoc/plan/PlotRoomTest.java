package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bpmndoc.plan.PlotRoom.Box;
import org.junit.jupiter.api.Test;

class PlotRoomTest {

  private static final Box AREA = new Box(0, 0, 600, 330);

  @Property(tries = 200)
  void no_name_covers_a_point_or_another_name(
      @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 40, max = 590) Integer> across,
      @ForAll @IntRange(min = 40, max = 290) int height) {
    PlotRoom room = new PlotRoom(AREA);
    List<Box> taken = new ArrayList<>(across.stream().map(x -> Box.around(x, height, 6)).toList());
    taken.forEach(room::take);

    for (int x : across) {
      Box name = room.name(x, height, "stored, summaries $30.30").box();

      assertThat(taken).noneMatch(name::meets);
      assertThat(name.left()).isNotNegative();
      assertThat(name.right()).isLessThanOrEqualTo(600);
      taken.add(name);
    }
  }

  @Test
  void a_name_stands_beside_its_point_where_that_is_free() {
    PlotRoom room = new PlotRoom(AREA);
    room.take(Box.around(100, 100, 6));

    assertThat(room.name(100, 100, "hybrid").box().left()).isEqualTo(108);
  }

  @Test
  void a_name_goes_out_of_the_way_of_a_line() {
    PlotRoom room = new PlotRoom(AREA);
    room.take(Box.around(100, 100, 6));
    room.draw(0, 100, 600, 100);

    Box box = room.name(100, 100, "hybrid").box();

    assertThat(box.bottom() <= 100 || box.top() >= 100).isTrue();
  }
}
