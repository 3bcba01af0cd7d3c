package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyModelTest {

  private final LatencyModel model = LatencyModel.DEFAULT;

  @Test
  void one_batch_takes_about_its_median_and_its_95_percent_point() {
    var batch = model.simulate(List.of(0.0, 0.0));

    // 420 s, and 420 s * e^(1.645 * 1.676) = 6,619 s
    assertThat(batch.p50().toSeconds()).isBetween(395L, 445L);
    assertThat(batch.p95().toSeconds()).isBetween(6_000L, 7_300L);
  }

  @Test
  void direct_calls_take_what_they_take_and_at_p95_half_as_much_again_and_more() {
    var direct = model.simulate(List.of(1_000.0));

    // 1,000 s * e^(1.645 * 0.3164) = 1,683 s
    assertThat(direct.p50().toSeconds()).isBetween(975L, 1_025L);
    assertThat(direct.p95().toSeconds()).isBetween(1_630L, 1_735L);
  }

  @Test
  void nothing_takes_no_time() {
    assertThat(model.simulate(List.of(0.0)).p95()).isEqualTo(Duration.ZERO);
  }

  @Test
  void the_same_question_has_the_same_answer() {
    assertThat(model.simulate(List.of(10.0, 20.0, 0.0)))
        .isEqualTo(model.simulate(List.of(10.0, 20.0, 0.0)));
  }

  @Test
  void one_more_wait_never_makes_it_faster() {
    var one = model.simulate(List.of(0.0, 100.0));
    var two = model.simulate(List.of(0.0, 100.0, 0.0));

    assertThat(two.p50()).isGreaterThan(one.p50());
    assertThat(two.p95()).isGreaterThan(one.p95());
  }

  @Test
  void no_batch_outlives_its_24_hours() {
    LatencyModel slow = new LatencyModel(80_000, 800_000, 0, 0, 1, 1);

    assertThat(slow.simulate(List.of(0.0, 0.0)).p95()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void a_hundred_thousand_waits_can_be_simulated() {
    var deep = model.simulate(Collections.nCopies(100_001, 0.0));

    assertThat(deep.p95()).isGreaterThan(deep.p50());
  }

  @Test
  void times_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new LatencyModel(420, 60, 2, 0.02, 8, 1.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LatencyModel(420, 3600, 2, 0.02, 0, 1.5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
