package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.testing.FakeBatchApi;
import org.junit.jupiter.api.Test;

/// When batches begin, and what becomes of requests that have to be asked for again.
class BarrierTest {

  /// One leaf of two fails at first; each has a parent.
  private static House withARetry() {
    House house =
        new House()
            .subject("bad", Channel.BATCH)
            .subject("good", Channel.BATCH)
            .subject("above-bad", Channel.BATCH, "bad")
            .subject("above-good", Channel.BATCH, "good");
    AtomicBoolean failed = new AtomicBoolean();
    house.model =
        text ->
            text.startsWith("bad") && !failed.getAndSet(true)
                ? new Outcome.Errored("overloaded_error", "busy")
                : House.answer("doc of " + text);
    return house;
  }

  @Test
  void without_a_barrier_nobody_waits_for_what_is_asked_again_below_somebody_else() {
    House house = withARetry();
    house.settings = house.settings.withBarrier(false);

    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(house.batches.created()).containsExactly(2, 2, 1);
    assertThat(house.billed).containsSubsequence("good[]", "above-good[doc of good[]]");
    assertThat(end.batches()).extracting(RunState.BatchState::wave).containsExactly(1, 2, 3);
  }

  @Test
  void direct_calls_that_may_bring_more_are_waited_for_before_a_batch_begins() {
    House house =
        new House()
            .subject("quick", Channel.DIRECT)
            .subject("above-quick", Channel.BATCH, "quick")
            .subject("other", Channel.BATCH);
    house.settings = house.settings.withBarrier(false);

    house.run();

    assertThat(house.batches.created()).containsExactly(2);
  }

  @Test
  void they_are_waited_for_no_longer_than_a_batch_takes() {
    House house =
        new House()
            .subject("quick", Channel.DIRECT)
            .subject("above-quick", Channel.BATCH, "quick")
            .subject("other", Channel.BATCH);
    house.settings = house.settings.withBarrier(false).withPoll(Duration.ofSeconds(1));
    house.usual = Duration.ofSeconds(5);

    house.run();

    assertThat(house.batches.created()).containsExactly(1, 1);
  }

  @Test
  void what_is_asked_again_goes_direct_where_another_batch_would_be_one_wait_too_many() {
    House house = withARetry();
    house.settings = house.settings.withBarrier(false);
    house.waitsMax = Optional.of(2);

    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(end.attempts().sent(Channel.DIRECT)).isEqualTo(1);
    assertThat(end.batches()).extracting(RunState.BatchState::wave).containsExactly(1, 2);
    assertThat(house.batches.created()).containsExactly(2, 2);
  }

  @Test
  void it_goes_by_batch_all_the_same_where_the_budget_does_not_reach() {
    House house = withARetry();
    house.settings = house.settings.withBarrier(false).withBudget(Optional.of(Usd.of("0.5")));
    house.waitsMax = Optional.of(2);
    Tariff byBatch = house.tariff;
    // What is reserved for a direct call is a dollar.
    house.tariff =
        (model, usage, channel) ->
            channel == Channel.DIRECT
                ? byBatch.cost(model, usage, channel).times(BigDecimal.TEN)
                : byBatch.cost(model, usage, channel);

    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(end.attempts().sent(Channel.DIRECT)).isZero();
    assertThat(house.batches.created()).containsExactly(2, 2, 1);
  }

  @Test
  void a_run_that_falls_behind_is_planned_anew_between_batches() {
    House house =
        new House()
            .subject("leaf", Channel.BATCH)
            .subject("middle", Channel.BATCH, "leaf")
            .subject("root", Channel.BATCH, "middle");
    house.settings = house.settings.withBarrier(false);
    house.batches =
        new FakeBatchApi(house.clock, Duration.ofMinutes(18), item -> house.bill(item.request()));
    house.deadline = Optional.of(Duration.ofMinutes(60));

    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(house.clock.instant()).isBefore(House.START.plus(Duration.ofMinutes(60)));
    assertThat(
            house.journal.entries(House.RUN).stream()
                .filter(Entry.Replanned.class::isInstance)
                .map(entry -> ((Entry.Replanned) entry).reason()))
        .isNotEmpty()
        .allMatch(reason -> reason.contains("left until the deadline"));
    assertThat(end.attempts().sent(Channel.DIRECT)).isPositive();
  }
}
