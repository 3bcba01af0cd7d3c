package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class ShrinkageTest {

  private final Shrinkage shrinkage = new Shrinkage(5);

  @Test
  void nothing_seen_leaves_what_was_assumed() {
    assertThat(shrinkage.estimate(7_000, 1, 0)).isEqualTo(7_000);
  }

  @Test
  void as_much_seen_as_assumed_gives_the_geometric_mean() {
    assertThat(shrinkage.estimate(10_000, 100, 5)).isCloseTo(1_000, offset(1e-6));
  }

  @Test
  void ten_times_as_much_moves_up_by_the_factor_that_a_tenth_moves_down() {
    double up = shrinkage.estimate(1_000, 10_000, 1) / 1_000;
    double down = 1_000 / shrinkage.estimate(1_000, 100, 1);

    assertThat(up).isCloseTo(down, offset(1e-9)).isBetween(1.4, 1.5);
  }

  @Test
  void an_assumption_that_counts_for_nothing_is_refused() {
    assertThatThrownBy(() -> new Shrinkage(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
