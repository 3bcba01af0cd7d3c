package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bpmndoc.plan.CallTimes.Call;
import org.junit.jupiter.api.Test;

class LearntLatencyTest {

  @Test
  void where_nothing_was_seen_it_is_the_default() {
    LatencyModel learnt = LatencyModel.learnt(List.of(), List.of());

    assertThat(learnt.batches().medianSeconds()).isCloseTo(420, offset(1e-6));
    assertThat(learnt.batches().p90Seconds()).isCloseTo(3_600, offset(1e-6));
    assertThat(learnt.calls()).isEqualTo(CallTimes.DEFAULT);
  }

  @Test
  void one_batch_moves_the_median_a_fifth_of_the_way() {
    BatchTimes learnt = BatchTimes.learnt(List.of(new Turnaround("r1", 50, 4_200)));

    // 420 s * 10^(1/5)
    assertThat(learnt.medianSeconds()).isCloseTo(665.66, offset(0.01));
    assertThat(learnt.p90Seconds() / learnt.medianSeconds()).isLessThan(3_600.0 / 420);
  }

  @Test
  void many_batches_are_believed() {
    // From 100 s to 10,000 s, evenly in their logarithm: median 1,000 s, p90 6,310 s.
    List<Turnaround> seen =
        IntStream.rangeClosed(0, 400)
            .mapToObj(i -> new Turnaround("r" + i, 1, StrictMath.pow(10, 2 + i / 200.0)))
            .toList();

    BatchTimes learnt = BatchTimes.learnt(seen);

    assertThat(learnt.medianSeconds()).isCloseTo(1_000, offset(15.0));
    // A lognormal of the same spread: 1,000 s * e^(1.2816 * ln(100) / sqrt(12))
    assertThat(learnt.p90Seconds()).isCloseTo(5_500, offset(150.0));
  }

  @Test
  void batches_of_one_run_count_for_less_than_those_of_several() {
    List<Turnaround> one = Collections.nCopies(10, new Turnaround("r1", 1, 4_200));
    List<Turnaround> several =
        IntStream.range(0, 10).mapToObj(i -> new Turnaround("r" + i, 1, 4_200)).toList();

    assertThat(BatchTimes.learnt(one).medianSeconds())
        .isGreaterThan(BatchTimes.learnt(one.subList(0, 1)).medianSeconds())
        .isLessThan(BatchTimes.learnt(several.subList(0, 2)).medianSeconds());
  }

  @Test
  void a_large_batch_is_no_slow_one() {
    // As slow as the default says that 10,000 requests are.
    BatchTimes learnt = BatchTimes.learnt(List.of(new Turnaround("r1", 10_000, 945)));

    assertThat(learnt.medianSeconds()).isCloseTo(420, offset(1e-6));
  }

  @Test
  void a_batch_that_was_back_at_once_took_a_second() {
    assertThat(BatchTimes.learnt(List.of(new Turnaround("r1", 1, 0))))
        .isEqualTo(BatchTimes.learnt(List.of(new Turnaround("r1", 1, 1))));
  }

  @Test
  void calls_are_as_much_slower_as_those_that_were_seen() {
    List<Call> seen = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      seen.add(new Call(i * 10L, 2 * (2 + 0.02 * i * 10)));
    }

    CallTimes one = CallTimes.learnt(seen.subList(0, 1));
    CallTimes many = CallTimes.learnt(seen);

    assertThat(one.secondsPerOutputToken()).isCloseTo(0.02 * Math.pow(2, 1 / 6.0), offset(1e-9));
    assertThat(many.secondsPerOutputToken()).isBetween(0.0395, 0.04);
    assertThat(many.callSeconds()).isBetween(3.95, 4.0);
  }
}
