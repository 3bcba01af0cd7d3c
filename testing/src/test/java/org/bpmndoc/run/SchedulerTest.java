package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.run.House.answer;
import static org.bpmndoc.run.House.id;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.PackLimits;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.TokenUse;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Pause;
import org.bpmndoc.journal.Experience;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.plan.CallTimes;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Turnaround;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.testing.FakeBatchApi.CreateFault;
import org.bpmndoc.testing.FakeCalls;
import org.bpmndoc.testing.MemoryJournal;
import org.junit.jupiter.api.Test;

class SchedulerTest {

  private static House hierarchy(Channel leaves, Channel parents) {
    return new House()
        .subject("a", leaves)
        .subject("b", leaves)
        .subject("c", leaves)
        .subject("mid", parents, "a", "b")
        .subject("root", parents, "mid", "c");
  }

  @Test
  void every_stage_is_one_batch_and_a_parent_sees_its_childrens_words() {
    House house = hierarchy(Channel.BATCH, Channel.BATCH);

    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(house.batches.created()).containsExactly(3, 1, 1);
    assertThat(end.batches()).extracting(RunState.BatchState::wave).containsExactly(1, 2, 3);
    assertThat(house.rendered).containsExactly("a", "b", "c", "mid", "root");
    assertThat(house.billed).contains("mid[doc of a[], doc of b[]]");
    assertThat(end.subjects()).hasSize(5).allSatisfy((_, s) -> assertThat(isDone(s)).isTrue());
  }

  private static boolean isDone(SubjectState state) {
    return state instanceof SubjectState.Documented;
  }

  @Test
  void hybrid_sends_leaves_by_batch_and_parents_directly() {
    House house = hierarchy(Channel.BATCH, Channel.DIRECT);

    RunState end = house.run();

    assertThat(house.batches.created()).containsExactly(3);
    assertThat(end.attempts().sent(Channel.BATCH)).isEqualTo(3);
    assertThat(end.attempts().sent(Channel.DIRECT)).isEqualTo(2);
    assertThat(end.endedAt()).isPresent();
  }

  @Test
  void lineage_records_every_direct_child_as_it_was_seen() {
    House house = hierarchy(Channel.BATCH, Channel.DIRECT);

    RunState end = house.run();

    assertThat(end.subjects().get(id("mid"))).isInstanceOf(SubjectState.Documented.class);
    SubjectState mid = Objects.requireNonNull(end.subjects().get(id("mid")));
    assertThat(((SubjectState.Documented) mid).lineage().children())
        .extracting(seen -> House.name(seen.child()))
        .containsExactly("a", "b");
  }

  @Test
  void no_more_calls_are_under_way_than_allowed() {
    House house = new House();
    for (int i = 0; i < 20; i++) {
      house.subject("leaf" + i, Channel.DIRECT);
    }

    RunState end = house.run();

    assertThat(house.calls.mostAtOnce()).isEqualTo(4);
    assertThat(end.attempts().sent(Channel.DIRECT)).isEqualTo(20);
  }

  @Test
  void a_failed_child_blocks_its_ancestors_and_nobody_else() {
    House house = hierarchy(Channel.BATCH, Channel.BATCH);
    house.model =
        text ->
            text.startsWith("a[")
                ? new Outcome.Errored("invalid_request_error", "too strange")
                : answer("doc of " + text);

    RunState end = house.run();

    assertThat(end.subjects().get(id("a")))
        .isEqualTo(new SubjectState.Failed("invalid_request_error: too strange"));
    assertThat(end.subjects().get(id("mid"))).isEqualTo(new SubjectState.Blocked(id("a")));
    assertThat(end.subjects().get(id("root"))).isEqualTo(new SubjectState.Blocked(id("mid")));
    assertThat(end.subjects().get(id("b"))).isInstanceOf(SubjectState.Documented.class);
    assertThat(end.endedAt()).isPresent();
  }

  @Test
  void clones_are_written_once() {
    House house = hierarchy(Channel.BATCH, Channel.BATCH);
    house.texts.put("a", "same");
    house.texts.put("b", "same");

    RunState end = house.run();

    assertThat(house.batches.created()).containsExactly(2, 1, 1);
    assertThat(end.subjects()).hasSize(5);
    assertThat(house.billed).contains("mid[doc of same[], doc of same[]]");
  }

  @Test
  void what_is_stored_is_not_written_again_unless_forced() {
    House house = hierarchy(Channel.BATCH, Channel.BATCH);
    house.run();
    house.journal = new MemoryJournal();

    RunState again = house.run();

    assertThat(house.batches.created()).hasSize(3);
    assertThat(again.attempts().sent(Channel.BATCH)).isZero();
    assertThat(again.subjects()).hasSize(5);

    house.journal = new MemoryJournal();
    house.settings = with(house.settings, true, Optional.empty(), PackLimits.DEFAULT);
    assertThat(house.run().attempts().sent(Channel.BATCH)).isEqualTo(5);
  }

  private static RunSettings with(
      RunSettings s, boolean force, Optional<Usd> budget, PackLimits limits) {
    return s.withForce(_ -> force).withBudget(budget).withPackLimits(limits);
  }

  @Test
  void a_wave_is_cut_into_batches_by_count() {
    House house = hierarchy(Channel.BATCH, Channel.DIRECT);
    house.settings =
        with(house.settings, false, Optional.empty(), new PackLimits(2, Long.MAX_VALUE));

    RunState end = house.run();

    assertThat(house.batches.created()).containsExactly(2, 1);
    assertThat(end.batches()).extracting(RunState.BatchState::wave).containsExactly(1, 1);
  }

  @Test
  void a_batch_whose_reply_was_lost_is_found_and_adopted() {
    House house = hierarchy(Channel.BATCH, Channel.DIRECT);
    house.batches.failNextCreate(new CreateFault.ReplyLost());

    RunState end = house.run();

    assertThat(house.batches.created()).containsExactly(3);
    assertThat(end.batches()).extracting(RunState.BatchState::adopted).containsExactly(true);
    assertThat(house.billed).doesNotHaveDuplicates();
  }

  @Test
  void a_batch_that_never_arrived_is_sent_again_after_the_lists_delay() {
    House house = hierarchy(Channel.BATCH, Channel.DIRECT);
    house.batches.failNextCreate(new CreateFault.RequestLost());

    RunState end = house.run();

    assertThat(house.batches.created()).containsExactly(3);
    assertThat(end.batches())
        .extracting(RunState.BatchState::phase)
        .containsExactly(Phase.LOST, Phase.GONE);
    Duration waited =
        Duration.between(
            House.START, new ArrayList<>(end.batches()).get(1).createdAt().orElseThrow());
    assertThat(waited).isGreaterThanOrEqualTo(house.settings.listDelay());
  }

  @Test
  void a_batch_too_large_for_the_provider_is_halved() {
    House house = hierarchy(Channel.BATCH, Channel.DIRECT);
    house.batches.failNextCreate(new CreateFault.Refused(ProviderException.Kind.TOO_LARGE));

    RunState end = house.run();

    assertThat(house.batches.created()).containsExactly(1, 2);
    assertThat(end.endedAt()).isPresent();
  }

  @Test
  void missing_lines_are_fetched_again() {
    House house = hierarchy(Channel.BATCH, Channel.DIRECT);
    house.batches.loseLines(2, 1);

    RunState end = house.run();

    assertThat(end.subjects()).allSatisfy((_, s) -> assertThat(isDone(s)).isTrue());
    assertThat(end.attempts().sent(Channel.BATCH)).isEqualTo(3);
  }

  @Test
  void batches_are_deleted_at_the_provider_once_they_are_read() {
    House house = hierarchy(Channel.BATCH, Channel.BATCH);

    house.run();

    assertThat(house.batches.kept()).isZero();
  }

  @Test
  void the_journal_teaches_how_long_things_took_and_what_they_used_whenever_they_were_read() {
    House house =
        new House()
            .subject("a", Channel.BATCH)
            .subject("b", Channel.BATCH)
            .subject("root", Channel.DIRECT, "a", "b");
    house.settings = house.settings.withWaitForBatches(false);
    RunState _ = house.run();
    // The batch took ten minutes, and somebody came to look the next morning.
    house.clock.advance(Duration.ofHours(14));
    RunState _ = house.run();

    Experience seen = Experience.of(house.journal, "fake", "claude-test");

    assertThat(seen.batches()).containsExactly(new Turnaround(House.RUN, 2, 600));
    assertThat(seen.calls()).containsExactly(new CallTimes.Call(5, 20));
    assertThat(seen.tokens().promptTokens()).isEqualTo(30);
    assertThat(seen.tokens().promptBytes()).isGreaterThan(3 * "claude-test".length());
    long documents = 2 * shown("doc of a[]") + shown("doc of root[doc of a[], doc of b[]]");
    assertThat(seen.tokens().answers(new ContractId("epic", 1)))
        .isEqualTo(new TokenUse.Answers(3, 15, 3, documents));
  }

  /// A summary as it stands in a parent's request: a text in an object in a text.
  private static long shown(String summary) {
    return "{\\\"summary\\\":\\\"%s\\\"}".formatted(summary).length();
  }

  @Test
  void an_overloaded_line_is_sent_again_in_the_next_wave_and_given_up_after_three_tries() {
    House house = new House().subject("a", Channel.BATCH).subject("b", Channel.BATCH);
    AtomicInteger asked = new AtomicInteger();
    house.model =
        text -> {
          if (text.startsWith("a[")) {
            asked.incrementAndGet();
            return new Outcome.Errored("overloaded_error", "busy");
          }
          return answer(text);
        };

    RunState end = house.run();

    assertThat(asked).hasValue(3);
    assertThat(house.batches.created()).containsExactly(2, 1, 1);
    assertThat(end.subjects().get(id("a")))
        .isEqualTo(new SubjectState.Failed("overloaded_error: busy (tried 3 times)"));
  }

  @Test
  void an_answer_that_breaks_its_contract_is_paid_and_asked_for_again() {
    House house = new House().subject("a", Channel.DIRECT);
    AtomicInteger asked = new AtomicInteger();
    house.model =
        text ->
            asked.incrementAndGet() == 1
                ? new Outcome.Succeeded("sorry", Outcome.Stop.END_TURN, Usage.of(1, 7), "m")
                : answer(text);

    RunState end = house.run();

    assertThat(end.subjects().get(id("a"))).isInstanceOf(SubjectState.Documented.class);
    assertThat(end.attempts().spent()).isEqualTo(Usd.of("0.012"));
  }

  @Test
  void low_credit_pauses_the_run_after_everything_else_was_taken_in_and_it_goes_on_later() {
    House house = hierarchy(Channel.BATCH, Channel.DIRECT);
    house.model =
        text ->
            text.startsWith("a[")
                ? new Outcome.Errored(
                    "invalid_request_error", "Your credit balance is too low to access the API")
                : answer("doc of " + text);

    RunState paused = house.run();

    assertThat(paused.paused().map(Entry.RunPaused::pause)).contains(Pause.CREDIT);
    assertThat(paused.subjects()).containsOnlyKeys(id("b"), id("c"));
    assertThat(paused.attempts().reserved()).isEqualTo(Usd.ZERO);

    house.model = text -> answer("doc of " + text);
    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(house.billed).doesNotHaveDuplicates().hasSize(5);
  }

  @Test
  void the_budget_is_never_exceeded_and_the_run_pauses_where_it_would_be() {
    House house = hierarchy(Channel.BATCH, Channel.DIRECT);
    // A reservation is 100 output tokens at a tenth of a cent; an answer uses 5 of them.
    house.settings = with(house.settings, false, Optional.of(Usd.of("0.2")), PackLimits.DEFAULT);

    RunState state = house.run();

    assertThat(state.endedAt()).isPresent();
    assertThat(house.batches.created()).containsExactly(2, 1);

    House poor = hierarchy(Channel.BATCH, Channel.DIRECT);
    poor.settings = with(poor.settings, false, Optional.of(Usd.of("0.05")), PackLimits.DEFAULT);
    RunState paused = poor.run();
    assertThat(paused.paused().map(Entry.RunPaused::pause)).contains(Pause.BUDGET);
    assertThat(poor.batches.created()).isEmpty();
  }

  @Test
  void a_busy_provider_is_given_the_time_it_asks_for() {
    House house = new House().subject("a", Channel.DIRECT);
    AtomicInteger asked = new AtomicInteger();
    house.calls =
        new FakeCalls(
            house.clock,
            Duration.ofSeconds(1),
            4,
            (call, _) ->
                asked.incrementAndGet() == 1
                    ? new DirectCalls.Arrival.NotCarriedOut(
                        call,
                        new ProviderException(
                            ProviderException.Kind.BUSY,
                            "slow down",
                            Optional.of(Duration.ofSeconds(17)),
                            null))
                    : new DirectCalls.Arrival.Answered(call, answer("a")));

    RunState end = house.run();

    assertThat(end.endedAt()).contains(House.START.plusSeconds(1 + 17 + 1));
    assertThat(asked).hasValue(2);
  }

  @Test
  void a_wrong_key_pauses_at_once_with_nothing_booked() {
    House house = hierarchy(Channel.BATCH, Channel.DIRECT);
    house.batches.failNextCreate(new CreateFault.Refused(ProviderException.Kind.AUTHENTICATION));

    RunState paused = house.run();

    assertThat(paused.paused().map(Entry.RunPaused::pause)).contains(Pause.AUTHENTICATION);
    assertThat(paused.attempts().reserved()).isEqualTo(Usd.ZERO);
    assertThat(house.run().endedAt()).isPresent();
  }

  @Test
  void without_waiting_the_run_is_left_with_its_batch_under_way_and_taken_up_later() {
    House house = hierarchy(Channel.BATCH, Channel.DIRECT);
    house.settings = RunSettings.DEFAULT.withWaitForBatches(false);

    RunState left = house.run();

    assertThat(left.endedAt()).isEmpty();
    assertThat(left.paused()).isEmpty();
    assertThat(left.batches(Phase.OPEN)).hasSize(1);

    house.clock.advance(Duration.ofHours(1));
    assertThat(house.run().endedAt()).isPresent();
    assertThat(house.batches.created()).containsExactly(3);
  }
}
