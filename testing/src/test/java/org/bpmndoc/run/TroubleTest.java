package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.run.House.answer;
import static org.bpmndoc.run.House.id;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bpmndoc.batch.PackLimits;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Pause;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.testing.FakeBatchApi;
import org.bpmndoc.testing.FakeBatchApi.CreateFault;
import org.bpmndoc.testing.FakeCalls;
import org.junit.jupiter.api.Test;

/// What goes wrong at the provider, for a while or for good: nothing is paid twice, nothing paid
/// for is lost, the budget holds, and nothing is waited for that cannot come.
class TroubleTest {

  private static final PackLimits ONE_EACH = new PackLimits(1, Long.MAX_VALUE);

  private static House leaves(Channel channel, int count) {
    House house = new House();
    for (int i = 0; i < count; i++) {
      house.subject("leaf" + i, channel);
    }
    return house;
  }

  private static void assertAllDocumented(House house, RunState end) {
    assertThat(end.endedAt()).isPresent();
    assertThat(end.subjects())
        .hasSize(house.children.size())
        .allSatisfy((_, state) -> assertThat(state).isInstanceOf(SubjectState.Documented.class));
  }

  @Test
  void somebody_elses_batch_of_the_same_size_is_not_taken_for_one_the_list_does_not_show_yet() {
    House house = leaves(Channel.BATCH, 3);
    String _ = house.batches.createForeign(3);
    house.clock.advance(Duration.ofMinutes(1));
    house.batches.delayList(Duration.ofSeconds(40));
    house.batches.failNextCreate(new CreateFault.ReplyLost());

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(house.batches.created()).containsExactly(3);
    assertThat(house.billed).doesNotHaveDuplicates();
  }

  @Test
  void an_adopted_batch_that_proves_to_be_somebody_elses_puts_ours_in_doubt_again() {
    House house = leaves(Channel.BATCH, 3);
    String _ = house.batches.createForeign(3);
    house.clock.advance(Duration.ofMinutes(1));
    house.batches.delayList(house.settings.listDelay().plusMinutes(1));
    house.batches.failNextCreate(new CreateFault.ReplyLost());

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(house.batches.created()).containsExactly(3);
    assertThat(house.journal.entries(House.RUN))
        .anyMatch(entry -> entry instanceof Entry.BatchDisowned);
  }

  @Test
  void what_proved_to_be_somebody_elses_is_not_adopted_again_by_the_next_process() {
    House house = leaves(Channel.BATCH, 3);
    String theirs = house.batches.createForeign(3);
    house.batches.failNextCreate(new CreateFault.RequestLost());

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(house.batches.created()).containsExactly(3);
    assertThat(end.foreignBatches()).containsExactly(theirs);
  }

  @Test
  void
      a_batch_that_turns_up_after_it_was_given_up_is_read_and_paid_for_and_its_words_are_not_used() {
    House house = new House().subject("a", Channel.BATCH).subject("parent", Channel.BATCH, "a");
    house.batches.delayList(Duration.ofMinutes(12));
    house.batches.failNextCreate(new CreateFault.ReplyLost());
    AtomicInteger answers = new AtomicInteger();
    house.model = text -> answer(text.substring(0, 1) + answers.incrementAndGet());

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(house.batches.created()).containsExactly(1, 1, 1);
    assertThat(house.batches.kept()).isZero();
    assertThat(end.attempts().spent()).isEqualTo(Usd.of("0.015")); // Three answers.
    // Whoever was shown a's document sees what is stored of it.
    String stored =
        house
            .documents
            .find(Objects.requireNonNull(house.documents.assignments().get(id("a"))).fingerprint())
            .orElseThrow()
            .summary();
    assertThat(house.billed).contains("parent[" + stored + "]");
  }

  @Test
  void of_two_batches_in_doubt_each_is_found_though_the_search_for_one_met_the_other() {
    House house = leaves(Channel.BATCH, 2);
    house.settings = settings(house.settings, ONE_EACH, Optional.empty(), true, false);
    house.batches.delayList(Duration.ofMinutes(2));
    house.batches.failNextCreate(new CreateFault.ReplyLost());
    house.batches.failNextCreate(new CreateFault.ReplyLost());

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(end.batches(Phase.LOST)).isEmpty();
    assertThat(house.batches.created()).containsExactly(1, 1);
    assertThat(end.attempts().spent()).isEqualTo(Usd.of("0.01"));
  }

  @Test
  void a_batch_in_doubt_is_not_taken_for_somebody_elses_because_its_download_was_cut() {
    House house = leaves(Channel.BATCH, 2);
    house.batches.failNextCreate(new CreateFault.ReplyLost());
    house.settings = house.settings.withPoll(Duration.ofMinutes(11)); // When it has ended.
    house.batches.loseLines(2, 1);

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(house.batches.created()).containsExactly(2);
  }

  @Test
  void a_batch_is_found_though_this_machines_clock_is_hours_ahead() {
    House house = leaves(Channel.BATCH, 2);
    house.batches =
        new FakeBatchApi(
            () -> house.clock.instant().minus(Duration.ofHours(2)),
            Duration.ofMinutes(10),
            _ -> answer("doc"));
    house.batches.failNextCreate(new CreateFault.ReplyLost());

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(house.batches.created()).containsExactly(2);
  }

  @Test
  void a_batch_in_doubt_is_cleared_up_before_a_run_that_does_not_wait_is_left() {
    House house = leaves(Channel.BATCH, 2);
    house.settings = settings(house.settings, PackLimits.DEFAULT, Optional.empty(), false, false);
    house.batches.delayList(Duration.ofSeconds(40));
    house.batches.failNextCreate(new CreateFault.ReplyLost());

    RunState left = house.run();

    assertThat(left.endedAt()).isEmpty();
    assertThat(left.batches(Phase.OPEN)).hasSize(1);
    assertThat(house.clock.instant()).isBefore(House.START.plus(Duration.ofMinutes(5)));
  }

  private static RunSettings settings(
      RunSettings s, PackLimits limits, Optional<Usd> budget, boolean wait, boolean writeOff) {
    return s.withPackLimits(limits)
        .withBudget(budget)
        .withWaitForBatches(wait)
        .withWriteOffMissing(writeOff);
  }

  @Test
  void a_batch_that_is_created_late_takes_nothing_from_a_budget_spent_meanwhile() {
    House house =
        new House()
            .subject("a", Channel.BATCH)
            .subject("b", Channel.BATCH)
            .subject("parent", Channel.DIRECT, "a");
    Usd budget = Usd.of("0.2"); // Two reservations.
    house.settings = settings(house.settings, ONE_EACH, Optional.of(budget), true, false);
    house.calls =
        new FakeCalls(
            house.clock,
            Duration.ofHours(1),
            4,
            (call, _) -> new DirectCalls.Arrival.Answered(call, answer("parent")));
    // The second of the two batches.
    house.batches.failCreate(
        2, new CreateFault.Refused(Kind.BUSY, Optional.of(Duration.ofMinutes(20))));

    RunState end = house.run();

    assertAllDocumented(house, end);
    RunState state = new RunState();
    for (Entry entry : house.journal.entries(House.RUN)) {
      state.apply(entry);
      assertThat(state.attempts().spent().plus(state.attempts().reserved()).isMoreThan(budget))
          .as("after %s", entry)
          .isFalse();
    }
  }

  @Test
  void a_wave_is_not_cut_for_money_that_direct_calls_are_about_to_give_back() {
    House house = leaves(Channel.BATCH, 3).subject("called", Channel.DIRECT);
    Usd budget = Usd.of("0.35"); // Three and a half reservations.
    house.settings = settings(house.settings, PackLimits.DEFAULT, Optional.of(budget), true, false);

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(house.batches.created()).containsExactly(3);
  }

  @Test
  void a_batch_that_is_gone_does_not_keep_the_others_from_being_read() {
    House house = leaves(Channel.BATCH, 3);
    house.settings = settings(house.settings, ONE_EACH, Optional.empty(), false, false);
    RunState _ = house.run();
    delete(house, "batch_1");
    house.clock.advance(Duration.ofHours(1));
    house.settings = settings(house.settings, ONE_EACH, Optional.empty(), true, false);

    RunState paused = house.run();

    assertThat(paused.paused().map(Entry.RunPaused::pause)).contains(Pause.UNREACHABLE);
    assertThat(paused.subjects()).containsOnlyKeys(id("leaf1"), id("leaf2"));
  }

  private static void delete(House house, String batch) {
    try {
      house.batches.delete(batch);
    } catch (ProviderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_batch_that_is_gone_can_be_written_off_at_what_was_reserved_for_it() {
    House house = leaves(Channel.BATCH, 3);
    house.settings = settings(house.settings, ONE_EACH, Optional.empty(), false, false);
    RunState _ = house.run();
    delete(house, "batch_1");
    house.clock.advance(Duration.ofHours(1));
    house.settings = settings(house.settings, ONE_EACH, Optional.empty(), true, true);
    house.settings = house.settings.withPoll(Duration.ofMinutes(40)); // Longer than the patience.

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(house.batches.created()).containsExactly(1, 1, 1, 1);
    assertThat(end.attempts().spent()).isEqualTo(Usd.of("0.115")); // 0.1, and three answers.
  }

  @Test
  void an_answer_whose_line_never_comes_is_booked_as_unknown_and_its_batch_is_kept() {
    House house = leaves(Channel.BATCH, 2);
    house.batches.loseLines(1, 3);

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(house.batches.created()).containsExactly(2, 1);
    assertThat(end.attempts().spent()).isEqualTo(Usd.of("0.11")); // 0.1, and two answers.
    assertThat(end.batches(Phase.READ)).hasSize(1);
    assertThat(house.batches.kept()).isEqualTo(1);
  }

  @Test
  void a_run_that_does_not_wait_is_not_left_while_lines_are_missing_from_what_has_ended() {
    House house = leaves(Channel.BATCH, 2);
    house.settings = settings(house.settings, PackLimits.DEFAULT, Optional.empty(), false, false);
    house.batches.loseLines(1, 2);
    RunState _ = house.run();
    house.clock.advance(Duration.ofHours(1));

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(house.batches.created()).containsExactly(2);
  }

  @Test
  void direct_calls_go_slowly_while_the_server_is_broken_and_nothing_fails_for_it() {
    House house = leaves(Channel.DIRECT, 12);
    Instant broken = House.START.plusSeconds(2);
    Instant mended = House.START.plus(Duration.ofMinutes(5));
    house.calls =
        new FakeCalls(
            house.clock,
            Duration.ofSeconds(1),
            4,
            (call, _) ->
                house.clock.instant().isBefore(broken) || house.clock.instant().isAfter(mended)
                    ? new DirectCalls.Arrival.Answered(call, answer("doc"))
                    : new DirectCalls.Arrival.NotCarriedOut(
                        call,
                        new ProviderException(Kind.AMBIGUOUS, "500", Optional.empty(), null)));

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(end.attempts().sent(Channel.DIRECT)).isLessThan(12 + 4 + 12);
  }

  @Test
  void answers_that_are_here_when_the_run_is_interrupted_are_taken_in() {
    House house = leaves(Channel.DIRECT, 2);
    house.calls =
        new FakeCalls(
            house.clock,
            Duration.ofSeconds(1),
            4,
            (call, _) -> {
              Thread.currentThread().interrupt(); // Before the second answer is waited for.
              return new DirectCalls.Arrival.Answered(call, answer("doc"));
            });

    RunState paused = house.run();

    assertThat(Thread.interrupted()).isTrue(); // The second answer came with another.
    assertThat(paused.paused().map(Entry.RunPaused::pause)).contains(Pause.INTERRUPTED);
    assertThat(paused.subjects()).containsOnlyKeys(id("leaf0"), id("leaf1"));
    assertThat(paused.attempts().reserved()).isEqualTo(Usd.ZERO);
  }

  @Test
  void direct_calls_pause_the_run_where_the_server_stays_broken() {
    House house = leaves(Channel.DIRECT, 12);
    house.calls =
        new FakeCalls(
            house.clock,
            Duration.ofSeconds(1),
            4,
            (call, _) ->
                new DirectCalls.Arrival.NotCarriedOut(
                    call, new ProviderException(Kind.AMBIGUOUS, "500", Optional.empty(), null)));

    RunState paused = house.run();

    assertThat(paused.paused().map(Entry.RunPaused::pause)).contains(Pause.UNREACHABLE);
    assertThat(paused.subjects()).isEmpty();
  }

  @Test
  void a_busy_provider_that_asks_for_no_wait_at_all_is_still_given_a_moment() {
    House house = leaves(Channel.BATCH, 1);
    for (int i = 0; i < 5; i++) {
      house.batches.failNextCreate(new CreateFault.Refused(Kind.BUSY, Optional.of(Duration.ZERO)));
    }

    RunState end = house.run();

    assertThat(end.batches(Phase.GONE).getLast().createdAt().orElseThrow())
        .isAfterOrEqualTo(House.START.plusSeconds(5));
  }

  @Test
  void a_provider_that_stays_busy_is_asked_less_and_less_often() {
    House house = leaves(Channel.BATCH, 1);
    for (int i = 0; i < 100; i++) {
      house.batches.failNextCreate(new CreateFault.Refused(Kind.BUSY));
    }

    RunState paused = house.run();

    assertThat(paused.paused().map(Entry.RunPaused::pause)).contains(Pause.UNREACHABLE);
    assertThat(paused.batches()).hasSizeLessThan(15);
    assertThat(house.clock.instant()).isBefore(House.START.plus(Duration.ofMinutes(40)));
  }

  @Test
  void a_wait_that_is_longer_than_anybody_has_patience_for_pauses_the_run() {
    House house = leaves(Channel.BATCH, 1);
    house.batches.failNextCreate(
        new CreateFault.Refused(Kind.BUSY, Optional.of(Duration.ofDays(10_000))));

    RunState paused = house.run();

    assertThat(paused.paused().map(Entry.RunPaused::pause)).contains(Pause.UNREACHABLE);
    assertThat(house.clock.instant()).isEqualTo(House.START);
  }

  @Test
  void an_answer_to_a_request_that_the_landscape_has_no_use_for_any_more_is_kept() {
    House house = leaves(Channel.BATCH, 2);
    house.settings = settings(house.settings, PackLimits.DEFAULT, Optional.empty(), false, false);
    RunState left = house.run();
    List<Entry.Attempt> sent = new ArrayList<>(left.attempts().open(Channel.BATCH));
    house.texts.put("leaf0", "edited");
    house.clock.advance(Duration.ofHours(1));
    house.settings = settings(house.settings, PackLimits.DEFAULT, Optional.empty(), true, false);

    RunState end = house.run();

    assertAllDocumented(house, end);
    assertThat(sent)
        .hasSize(2)
        .allSatisfy(attempt -> {
          assertThat(end.attempts().isAccepted(attempt.fingerprint())).isTrue();
          assertThat(house.documents.find(attempt.fingerprint())).isPresent();
        });
    assertThat(house.billed).hasSize(3);
  }

  @Test
  void a_run_that_goes_on_after_its_end_has_not_ended() {
    House house = leaves(Channel.BATCH, 1);
    assertThat(house.run().endedAt()).isPresent();
    house.subject("later", Channel.BATCH);
    house.settings = settings(house.settings, PackLimits.DEFAULT, Optional.empty(), false, false);

    assertThat(house.run().endedAt()).isEmpty();
  }
}
