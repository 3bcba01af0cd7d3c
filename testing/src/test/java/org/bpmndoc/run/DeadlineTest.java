package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.run.House.id;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Settlement;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.testing.FakeBatchApi;
import org.junit.jupiter.api.Test;

/// What a run does to be done in time when a batch is not.
class DeadlineTest {

  private static final Duration DEADLINE = Duration.ofHours(1);

  /// Its batches take six hours, and half of them are thought to take ten minutes.
  private static House late() {
    House house =
        new House()
            .subject("a", Channel.BATCH)
            .subject("b", Channel.BATCH)
            .subject("parent", Channel.BATCH, "a", "b");
    house.batches =
        new FakeBatchApi(house.clock, Duration.ofHours(6), item -> house.bill(item.request()));
    house.deadline = Optional.of(DEADLINE);
    return house;
  }

  @Test
  void a_batch_that_would_miss_the_deadline_is_called_back_and_what_is_left_goes_direct() {
    House house = late();

    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(end.subjects().get(id("parent"))).isInstanceOf(SubjectState.Documented.class);
    assertThat(house.clock.instant()).isBefore(House.START.plus(DEADLINE));
    assertThat(house.batches.created()).containsExactly(2);
    assertThat(house.billed).hasSize(3).doesNotHaveDuplicates();
    assertThat(end.attempts().sent(Channel.DIRECT)).isEqualTo(3);
  }

  @Test
  void it_is_waited_for_as_long_as_there_is_time() {
    House house = late();

    house.run();

    Entry.Replanned plan = replanned(house).getFirst();
    assertThat(plan.recalled()).containsExactly(1);
    assertThat(plan.channels()).containsOnlyKeys(id("a"), id("b"), id("parent"));
    // Two calls after one another take 40 s, a batch ends within 3 min after it is called back.
    assertThat(Duration.between(House.START, plan.at())).isBetween(minutes(55), minutes(57));
    assertThat(plan.reason())
        .isEqualTo(
            "batch 1 has taken 57 min, and half of such batches take 10 min; 4 min are left until"
                + " the deadline, and direct calls for what is left take up to 40 s");
  }

  @Test
  void what_was_finished_of_it_is_taken_in_and_not_sent_again() {
    House house = late();
    house.batches.finishBeforeCancel(1);

    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(house.billed).hasSize(3).doesNotHaveDuplicates();
    assertThat(end.attempts().sent(Channel.DIRECT)).isEqualTo(2);
    assertThat(settlements(house)).containsOnlyOnce(Settlement.VOID);
  }

  @Test
  void without_the_money_for_direct_calls_the_batch_is_waited_for() {
    House house = late();
    house.settings = house.settings.withBudget(Optional.of(Usd.of("0.205")));

    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(replanned(house)).isEmpty();
    assertThat(end.attempts().sent(Channel.DIRECT)).isZero();
  }

  @Test
  void a_deadline_that_has_passed_buys_nothing_any_more() {
    House house = late();
    house.settings = house.settings.withWaitForBatches(false);
    house.run();
    house.clock.advance(Duration.ofHours(2));
    house.settings = house.settings.withWaitForBatches(true);

    house.run();

    assertThat(replanned(house)).isEmpty();
    assertThat(house.batches.created()).containsExactly(2, 1);
  }

  @Test
  void a_process_that_ends_before_the_provider_was_asked_leaves_it_to_the_next() {
    House house = late();
    house.settings = house.settings.withWaitForBatches(false);
    house.run();
    house.clock.advance(minutes(58));
    house.wish(
        new Entry.Replanned(
            house.clock.instant(),
            Map.of(id("a"), Channel.DIRECT, id("b"), Channel.DIRECT),
            List.of(1),
            "late"));
    house.settings = house.settings.withWaitForBatches(true);

    RunState end = house.run();

    assertThat(end.attempts().sent(Channel.DIRECT)).isEqualTo(2);
    assertThat(house.billed).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void a_process_that_ends_right_after_the_provider_was_asked_counts_no_try() throws Exception {
    House house = late();
    house.settings = house.settings.withWaitForBatches(false);
    RunState before = house.run();
    house.clock.advance(minutes(58));
    house.wish(
        new Entry.Replanned(
            house.clock.instant(),
            Map.of(id("a"), Channel.DIRECT, id("b"), Channel.DIRECT),
            List.of(1),
            "late"));
    house.batches.cancel(before.batches().iterator().next().providerId().orElseThrow());
    house.clock.advance(minutes(1));
    house.settings = house.settings.withWaitForBatches(true);

    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(settlements(house))
        .containsExactlyInAnyOrder(
            Settlement.VOID,
            Settlement.VOID,
            Settlement.ACCEPTED,
            Settlement.ACCEPTED,
            Settlement.ACCEPTED);
  }

  private static List<Entry.Replanned> replanned(House house) {
    return house.journal.entries(House.RUN).stream()
        .filter(Entry.Replanned.class::isInstance)
        .map(Entry.Replanned.class::cast)
        .toList();
  }

  private static List<Settlement> settlements(House house) {
    return house.journal.entries(House.RUN).stream()
        .filter(Entry.Settled.class::isInstance)
        .map(entry -> ((Entry.Settled) entry).settlement())
        .toList();
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
