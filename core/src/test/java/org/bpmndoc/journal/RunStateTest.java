package org.bpmndoc.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bpmndoc.journal.Examples.AT;
import static org.bpmndoc.journal.Examples.CHECK;
import static org.bpmndoc.journal.Examples.ORDER;
import static org.bpmndoc.journal.Examples.attempt;
import static org.bpmndoc.journal.Examples.batch;
import static org.bpmndoc.journal.Examples.fingerprint;
import static org.bpmndoc.journal.Examples.settled;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.journal.Entry.Pause;
import org.bpmndoc.journal.Entry.Settlement;
import org.bpmndoc.journal.RunState.BatchState;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunStateTest {

  private static RunState fold(Entry... entries) {
    return RunState.of(List.of(entries));
  }

  private static Phase phase(RunState state) {
    return state.batches().iterator().next().phase();
  }

  @Test
  void a_batch_goes_through_its_phases() {
    Instant later = AT.plusSeconds(60);
    RunState state = fold(batch(1, attempt(1, 1)));
    assertThat(phase(state)).isEqualTo(Phase.INTENDED);

    state.apply(new Entry.BatchCreated(later, 1, "msgbatch_01", true));
    assertThat(state.batches())
        .containsExactly(
            new BatchState(
                1,
                1,
                AT,
                List.of(attempt(1, 1)),
                Optional.of("msgbatch_01"),
                Optional.of(later),
                true,
                Phase.OPEN));

    state.apply(settled(attempt(1, 1), Settlement.ACCEPTED, "0.02"));
    state.apply(new Entry.BatchRead(later, 1, 1, 1, Optional.empty()));
    assertThat(phase(state)).isEqualTo(Phase.READ);
    assertThat(state.batches(Phase.READ)).hasSize(1);
    assertThat(state.batches(Phase.OPEN)).isEmpty();

    state.apply(new Entry.BatchDeleted(later, 1));
    assertThat(phase(state)).isEqualTo(Phase.GONE);
    assertThat(state.sequence()).isEqualTo(5);
  }

  @Test
  void money_is_reserved_from_the_intent_until_it_is_spent() {
    RunState state = fold(batch(1, attempt(1, 1), attempt(2, 1)));
    assertThat(state.attempts().reserved()).isEqualTo(Usd.of("0.20"));
    assertThat(state.attempts().spent()).isEqualTo(Usd.ZERO);

    state.apply(new Entry.DirectIntended(AT, attempt(3, 1), 0));
    assertThat(state.attempts().reserved()).isEqualTo(Usd.of("0.30"));

    state.apply(settled(attempt(1, 1), Settlement.ACCEPTED, "0.02"));
    state.apply(settled(attempt(3, 1), Settlement.UNUSABLE, "0.05"));
    assertThat(state.attempts().reserved()).isEqualTo(Usd.of("0.10"));
    assertThat(state.attempts().spent()).isEqualTo(Usd.of("0.07"));
    assertThat(state.attempts().spent(Channel.BATCH)).isEqualTo(Usd.of("0.02"));
    assertThat(state.attempts().spent(Channel.DIRECT)).isEqualTo(Usd.of("0.05"));
    assertThat(state.attempts().usage(Channel.BATCH)).isEqualTo(new Usage(1000, 500, 20, 10));
    assertThat(state.attempts().sent(Channel.BATCH)).isEqualTo(2);
    assertThat(state.attempts().sent(Channel.DIRECT)).isEqualTo(1);
  }

  @Test
  void money_and_tokens_are_counted_by_contract() {
    RunState state =
        fold(
            batch(1, attempt(1, 1), attempt(2, 1)),
            settled(attempt(1, 1), Settlement.ACCEPTED, "0.02"),
            settled(attempt(2, 1), Settlement.CUT_OFF, "0.05"));

    assertThat(state.attempts().spent(attempt(1, 1).contract()))
        .isEqualTo(new Attempts.Spending(new Usage(2_000, 1_000, 40, 20), Usd.of("0.07")));
    assertThat(state.attempts().spent(new ContractId("epic", 2)).cost()).isEqualTo(Usd.ZERO);
  }

  @Test
  void the_plan_a_run_began_with_stays_known() {
    RunState state = fold(planned(2), planned(1));

    assertThat(state.firstPlan()).contains(planned(2));
    assertThat(state.planned()).contains(planned(1));
  }

  private static Entry.Planned planned(int waits) {
    return new Entry.Planned(
        AT,
        3,
        Map.of(),
        waits,
        Usd.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        List.of(),
        Set.of(),
        Optional.empty());
  }

  @Test
  void an_attempt_is_settled_once() {
    RunState state =
        fold(
            new Entry.DirectIntended(AT, attempt(1, 1), 0),
            settled(attempt(1, 1), Settlement.ACCEPTED, "0.02"),
            settled(attempt(1, 1), Settlement.UNUSABLE, "0.03"));

    assertThat(state.attempts().spent()).isEqualTo(Usd.of("0.02"));
    assertThat(state.attempts().reserved()).isEqualTo(Usd.ZERO);
    assertThat(state.attempts().isAccepted(fingerprint(1))).isTrue();
    assertThat(state.attempts().failures(fingerprint(1))).isZero();
  }

  @Test
  void a_batch_that_was_not_created_gives_back_what_it_reserved() {
    RunState state =
        fold(batch(1, attempt(1, 1), attempt(2, 1)), new Entry.BatchNotCreated(AT, 1, "too busy"));

    assertThat(phase(state)).isEqualTo(Phase.GONE);
    assertThat(state.attempts().reserved()).isEqualTo(Usd.ZERO);
    assertThat(state.attempts().sent(Channel.BATCH)).isZero();
    assertThat(state.attempts().isOpen(fingerprint(1))).isFalse();
    assertThat(state.attempts().nextNumber(fingerprint(1))).isEqualTo(2);
    assertThat(state.attempts().failures(fingerprint(1))).isZero();
  }

  @Test
  void what_was_settled_before_its_batch_was_given_up_stays_settled() {
    RunState state =
        fold(
            batch(1, attempt(1, 1), attempt(2, 1)),
            settled(attempt(1, 1), Settlement.ACCEPTED, "0.02"),
            new Entry.BatchNotCreated(AT, 1, "somebody else's"));

    assertThat(state.attempts().isAccepted(fingerprint(1))).isTrue();
    assertThat(state.attempts().spent()).isEqualTo(Usd.of("0.02"));
    assertThat(state.attempts().reserved()).isEqualTo(Usd.ZERO);
    assertThat(state.attempts().sent(Channel.BATCH)).isEqualTo(1);
  }

  @Test
  void what_was_given_up_and_turned_up_is_reserved_again_until_it_is_settled() {
    RunState state = fold(batch(1, attempt(1, 1), attempt(2, 1)), new Entry.BatchNotFound(AT, 1));
    assertThat(state.batches(Phase.LOST)).hasSize(1);
    assertThat(state.attempts().isOpen(fingerprint(1))).isFalse();
    assertThat(state.attempts().reserved()).isEqualTo(Usd.ZERO);

    state.apply(new Entry.BatchCreated(AT, 1, "msgbatch_01", true));
    assertThat(state.attempts().isOpen(fingerprint(1))).isTrue();
    assertThat(state.attempts().reserved()).isEqualTo(Usd.of("0.20"));
    assertThat(state.attempts().sent(Channel.BATCH)).isEqualTo(2);

    state.apply(settled(attempt(1, 1), Settlement.SUPERSEDED, "0.02"));
    assertThat(state.attempts().isAccepted(fingerprint(1))).isFalse();
    assertThat(state.attempts().spent()).isEqualTo(Usd.of("0.02"));
  }

  @ParameterizedTest
  @EnumSource(Settlement.class)
  void what_was_heard_and_failed_counts_as_a_try(Settlement settlement) {
    RunState state =
        fold(
            new Entry.DirectIntended(AT, attempt(1, 1), 0),
            settled(attempt(1, 1), settlement, "0.02"));

    boolean counts =
        switch (settlement) {
          case FLAWED, UNUSABLE, CUT_OFF, ERRORED, UNKNOWN -> true;
          case ACCEPTED, SUPERSEDED, DEFERRED, VOID, UNHEARD -> false;
        };
    assertThat(state.attempts().failures(fingerprint(1))).isEqualTo(counts ? 1 : 0);
    assertThat(state.attempts().nextNumber(fingerprint(1))).isEqualTo(2);
  }

  @Test
  void open_attempts_are_listed_by_channel_in_order() {
    RunState state =
        fold(
            batch(1, attempt(1, 1)),
            new Entry.DirectIntended(AT, attempt(2, 1), 0),
            new Entry.DirectIntended(AT, attempt(3, 1), 0),
            new Entry.DirectIntended(AT, attempt(4, 1), 0),
            settled(attempt(3, 1), Settlement.ERRORED, "0"));

    assertThat(state.attempts().open(Channel.DIRECT)).containsExactly(attempt(2, 1), attempt(4, 1));
    assertThat(state.attempts().open(Channel.BATCH)).containsExactly(attempt(1, 1));
  }

  @Test
  void a_pause_is_over_with_the_next_entry() {
    RunState state = fold(new Entry.RunPaused(AT, Pause.BUDGET, "spent"));
    assertThat(state.paused()).isPresent();

    state.apply(new Entry.DirectIntended(AT, attempt(1, 1), 0));

    assertThat(state.paused()).isEmpty();
  }

  @Test
  void a_retry_forgets_what_failed_and_keeps_what_is_documented_and_paid() {
    RunState state =
        fold(
            new Entry.DirectIntended(AT, attempt(1, 1), 0),
            settled(attempt(1, 1), Settlement.UNUSABLE, "0.02"),
            new Entry.Failed(AT, CHECK, "no acceptable answer"),
            new Entry.Blocked(AT, ORDER, CHECK),
            new Entry.RunEnded(AT));

    state.apply(new Entry.RetryAsked(AT));

    assertThat(state.subjects()).isEmpty();
    assertThat(state.endedAt()).isEmpty();
    assertThat(state.attempts().failures(fingerprint(1))).isZero();
    assertThat(state.attempts().nextNumber(fingerprint(1))).isEqualTo(2);
    assertThat(state.attempts().spent()).isEqualTo(Usd.of("0.02"));
  }

  @Test
  void a_run_is_being_canceled_until_all_has_come_in() {
    RunState state =
        fold(
            batch(1, attempt(1, 1)),
            new Entry.BatchCreated(AT, 1, "msgbatch_01", false),
            new Entry.CancelAsked(AT));
    assertThat(state.isCanceling()).isTrue();
    assertThat(state.isAskedToEnd(state.batches().iterator().next())).isFalse();

    state.apply(new Entry.BatchCancelAsked(AT, 1));

    assertThat(state.isAskedToEnd(state.batches().iterator().next())).isTrue();
    assertThat(state.canceledAt()).isEmpty();
    state.apply(new Entry.RunCanceled(AT));
    assertThat(state.canceledAt()).contains(AT);
  }

  @Test
  void a_run_that_goes_on_has_not_ended() {
    RunState state = fold(new Entry.RunEnded(AT));
    assertThat(state.endedAt()).contains(AT);

    state.apply(batch(1, attempt(1, 1)));

    assertThat(state.endedAt()).isEmpty();
  }

  @Test
  void a_batch_that_was_adopted_and_is_somebody_elses_leaves_ours_in_doubt() {
    RunState state =
        fold(
            batch(1, attempt(1, 1)),
            new Entry.BatchCreated(AT, 1, "msgbatch_01", true),
            new Entry.BatchDisowned(AT, 1, "msgbatch_01"));

    assertThat(phase(state)).isEqualTo(Phase.INTENDED);
    assertThat(state.batches().iterator().next().providerId()).isEmpty();
    assertThat(state.foreignBatches()).containsExactly("msgbatch_01");
    assertThat(state.attempts().isOpen(fingerprint(1))).isTrue();
  }

  @Test
  void a_subject_has_the_last_state_it_was_given() {
    RunState state =
        fold(
            new Entry.Failed(AT, CHECK, "refused"),
            new Entry.Blocked(AT, ORDER, CHECK),
            new Entry.Documented(AT, CHECK, fingerprint(1), Lineage.NONE, false),
            new Entry.RunEnded(AT));

    assertThat(state.subjects())
        .containsEntry(ORDER, new SubjectState.Blocked(CHECK))
        .containsEntry(CHECK, new SubjectState.Documented(fingerprint(1), Lineage.NONE, false));
    assertThat(state.endedAt()).contains(AT);
  }

  @Test
  void what_is_intended_twice_is_a_broken_journal() {
    assertThatThrownBy(() ->
            fold(
                new Entry.DirectIntended(AT, attempt(1, 1), 0),
                new Entry.DirectIntended(AT, attempt(1, 1), 0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was intended twice");
    assertThatThrownBy(() -> fold(batch(1, attempt(1, 1)), batch(1, attempt(2, 1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("batch 1 was intended twice");
  }

  @Test
  void what_comes_before_its_intent_is_a_broken_journal() {
    assertThatThrownBy(() -> fold(settled(attempt(1, 1), Settlement.ACCEPTED, "0.02")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("before its intent");
    for (Entry entry :
        List.of(
            new Entry.BatchCreated(AT, 1, "msgbatch_01", false),
            new Entry.BatchNotCreated(AT, 1, "too busy"),
            new Entry.BatchDisowned(AT, 1, "msgbatch_01"),
            new Entry.BatchRead(AT, 1, 0, 0, Optional.empty()),
            new Entry.BatchDeleted(AT, 1))) {
      assertThatThrownBy(() -> fold(entry))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the journal speaks of batch 1 before its intent");
    }
  }

  @Test
  void the_same_entries_give_the_same_state_after_they_were_stored() {
    List<Entry> entries = new ArrayList<>(Examples.all());
    entries.removeIf(
        entry -> entry instanceof Entry.BatchNotCreated || entry instanceof Entry.BatchNotFound);

    RunState direct = RunState.of(entries);
    RunState stored =
        RunState.of(entries.stream().map(EntryJson::write).map(EntryJson::read).toList());

    assertThat(stored.subjects()).isEqualTo(direct.subjects());
    assertThat(stored.batches()).containsExactlyElementsOf(direct.batches());
    assertThat(stored.attempts().spent()).isEqualTo(direct.attempts().spent());
    assertThat(stored.attempts().reserved()).isEqualTo(direct.attempts().reserved());
    assertThat(stored.started()).isEqualTo(direct.started());
    assertThat(stored.planned()).isEqualTo(direct.planned());
  }
}
