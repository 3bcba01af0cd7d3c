package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyModelTest {

  private final LatencyModel model = LatencyModel.DEFAULT;

  @Test
  void one_batch_takes_about_its_median_and_its_95_percent_point() {
    var batch = model.simulate(List.of(Wave.of(100, 0)));

    // 420 s, and 420 s * e^(1.645 * 1.676) = 6,619 s
    assertThat(batch.p50().toSeconds()).isBetween(395L, 445L);
    assertThat(batch.p95().toSeconds()).isBetween(6_000L, 7_300L);
  }

  @Test
  void a_large_batch_takes_half_as_long_again_for_each_ten_times_as_many_requests() {
    var small = model.simulate(List.of(Wave.of(1, 0)));
    var hundred = model.simulate(List.of(Wave.of(100, 0)));
    var thousands = model.simulate(List.of(Wave.of(10_000, 0)));

    assertThat(small).isEqualTo(hundred);
    assertThat((double) thousands.p50().toSeconds() / hundred.p50().toSeconds())
        .isBetween(2.24, 2.26);
  }

  @Test
  void batches_of_one_run_are_slow_together() {
    LatencyModel independent = correlated(0);
    LatencyModel alike = correlated(1);
    List<Wave> two = List.of(Wave.of(1, 0), Wave.of(1, 0));
    List<Wave> both = List.of(new Wave(List.of(1, 1), 0));

    // One after another: a slow one is rarely made up for by a fast one.
    assertThat(model.simulate(two).p95()).isGreaterThan(independent.simulate(two).p95());
    assertThat(alike.simulate(two).p95()).isGreaterThan(model.simulate(two).p95());
    // Side by side: the slower of two is less far off.
    assertThat(model.simulate(both).p50()).isLessThan(independent.simulate(both).p50());
    assertThat(alike.simulate(both)).isEqualTo(alike.simulate(List.of(Wave.of(1, 0))));
  }

  @Test
  void direct_calls_take_what_they_take_and_at_p95_half_as_much_again_and_more() {
    var direct = model.simulate(List.of(Wave.direct(1_000)));

    // 1,000 s * e^(1.645 * 0.3164) = 1,683 s
    assertThat(direct.p50().toSeconds()).isBetween(975L, 1_025L);
    assertThat(direct.p95().toSeconds()).isBetween(1_630L, 1_735L);
  }

  @Test
  void nothing_takes_no_time() {
    assertThat(model.simulate(List.of(Wave.direct(0))).p95()).isEqualTo(Duration.ZERO);
    assertThat(model.simulate(List.of()).p95()).isEqualTo(Duration.ZERO);
  }

  @Test
  void the_same_question_has_the_same_answer() {
    List<Wave> waves = List.of(Wave.direct(10), Wave.of(300, 20), Wave.of(40, 0));

    assertThat(model.simulate(waves)).isEqualTo(model.simulate(waves));
  }

  @Test
  void the_same_thing_happens_to_what_two_plans_do_alike() {
    List<Double> one = new ArrayList<>();
    List<Double> other = new ArrayList<>();

    model.simulate(1, luck -> add(one, luck.batchSeconds(2, 0, 50)));
    model.simulate(1, luck -> luck.batchSeconds(1, 3, 9) + add(other, luck.batchSeconds(2, 0, 50)));

    assertThat(other).isEqualTo(one);
    assertThat(one.stream().distinct().count()).isGreaterThan(10_000);
  }

  @Test
  void one_more_wait_never_makes_it_faster() {
    var one = model.simulate(List.of(Wave.direct(0), Wave.of(10, 100)));
    var two = model.simulate(List.of(Wave.direct(0), Wave.of(10, 100), Wave.of(10, 0)));

    assertThat(two.p50()).isGreaterThan(one.p50());
    assertThat(two.p95()).isGreaterThan(one.p95());
  }

  @Test
  void no_batch_outlives_its_24_hours() {
    LatencyModel slow =
        new LatencyModel(new BatchTimes(80_000, 800_000, 100, 1.5, 0.5), CallTimes.DEFAULT);

    assertThat(slow.simulate(List.of(Wave.of(1, 0))).p95()).isEqualTo(Duration.ofHours(24));
    assertThat(slow.batchQuantile(0.95, 1)).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void a_hundred_thousand_waits_can_be_simulated() {
    var deep = model.simulate(Collections.nCopies(100_000, Wave.of(1, 0)));

    assertThat(deep.p95()).isGreaterThan(deep.p50());
  }

  @Test
  void quantiles_of_one_batch_need_no_simulation() {
    assertThat(model.batchQuantile(0.5, 1)).isEqualTo(Duration.ofSeconds(420));
    assertThat(model.batchQuantile(0.9, 100)).hasSeconds(3_600);
    assertThat(model.batchQuantile(0.5, 10_000)).isEqualTo(Duration.ofSeconds(945));
    // 420 s * e^(1.6448536 * ln(3600 / 420) / 1.2815516)
    assertThat(model.batchQuantile(0.95, 1).toMillis()).isBetween(6_619_200L, 6_619_300L);
  }

  @Test
  void points_of_the_normal_distribution_are_those_of_the_tables() {
    assertThat(Normal.quantile(0.5)).isCloseTo(0, within());
    assertThat(Normal.quantile(0.9)).isCloseTo(1.2815515655, within());
    assertThat(Normal.quantile(0.975)).isCloseTo(1.9599639845, within());
    assertThat(Normal.quantile(0.999)).isCloseTo(3.0902323062, within());
    assertThat(Normal.quantile(0.001)).isCloseTo(-3.0902323062, within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-6);
  }

  @Test
  void times_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new BatchTimes(420, 60, 100, 1.5, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BatchTimes(420, 3_600, 100, 1.5, 1.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CallTimes(2, 0.02, 0, 1.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Turnaround("r1", 0, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LatencyModel correlated(double correlation) {
    return new LatencyModel(new BatchTimes(420, 3_600, 100, 1.5, correlation), CallTimes.DEFAULT);
  }

  private static double add(List<Double> seen, double seconds) {
    seen.add(seconds);
    return seconds;
  }
}
