package org.bpmndoc.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.journal.Examples.AT;
import static org.bpmndoc.journal.Examples.CHECK;
import static org.bpmndoc.journal.Examples.attempt;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.document.ByKind;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.TokenUse;
import org.bpmndoc.document.TokenUse.Answers;
import org.bpmndoc.journal.Entry.Settlement;
import org.bpmndoc.plan.CallTimes;
import org.bpmndoc.plan.Turnaround;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperienceTest {

  private static final ContractId EPIC = new ContractId("epic", 1);

  @Test
  void a_batch_took_what_the_provider_says_whenever_it_was_read() {
    Experience seen =
        of(
            intended(1, attempt(1, 1), attempt(2, 1)),
            new Entry.BatchCreated(AT, 1, "msgbatch_01", false),
            new Entry.RunPaused(AT, Entry.Pause.INTERRUPTED, "interrupted"),
            answered(attempt(1, 1), Settlement.ACCEPTED),
            answered(attempt(2, 1), Settlement.UNUSABLE),
            new Entry.BatchRead(
                AT.plus(Duration.ofHours(9)), 1, 2, 2, Optional.of(Duration.ofMinutes(7))));

    assertThat(seen.batches()).containsExactly(new Turnaround("run1", 2, 420));
  }

  @Test
  void what_ended_early_or_was_hardly_answered_or_is_not_known_is_no_turnaround() {
    Optional<Duration> took = Optional.of(Duration.ofMinutes(7));
    Experience seen =
        of(
            intended(1, attempt(1, 1)),
            new Entry.BatchCancelAsked(AT, 1),
            answered(attempt(1, 1), Settlement.ACCEPTED),
            new Entry.BatchRead(AT, 1, 1, 1, took),
            intended(2, attempt(2, 1), attempt(3, 1)),
            answered(attempt(2, 1), Settlement.ACCEPTED),
            answered(attempt(3, 1), Settlement.ERRORED),
            new Entry.BatchRead(AT, 2, 2, 1, took),
            intended(3, attempt(4, 1)),
            answered(attempt(4, 1), Settlement.ACCEPTED),
            new Entry.BatchRead(AT, 3, 1, 1, Optional.empty()),
            intended(4, attempt(5, 1)));

    assertThat(seen.batches()).isEmpty();
  }

  @Test
  void a_direct_call_took_from_its_intent_to_its_answer() {
    Experience seen =
        of(
            new Entry.DirectIntended(AT.minusSeconds(30), attempt(1, 1), 5_000),
            answered(attempt(1, 1), Settlement.ACCEPTED),
            new Entry.DirectIntended(AT.minusSeconds(900), attempt(2, 1), 5_000),
            answered(attempt(2, 1), Settlement.UNHEARD));

    assertThat(seen.calls()).containsExactly(new CallTimes.Call(400, 30));
    assertThat(seen.tokens().promptBytes()).isEqualTo(5_000);
    assertThat(seen.tokens().promptTokens()).isEqualTo(1_600);
  }

  @Test
  void prompts_are_measured_by_the_bytes_of_their_requests() {
    Experience seen =
        of(
            // Three of four were answered: three quarters of 20,000 bytes.
            intended(1, attempt(1, 1), attempt(2, 1), attempt(3, 1), attempt(4, 1)),
            answered(attempt(1, 1), Settlement.ACCEPTED),
            answered(attempt(2, 1), Settlement.ACCEPTED),
            answered(attempt(3, 1), Settlement.CUT_OFF),
            answered(attempt(4, 1), Settlement.ERRORED),
            new Entry.BatchRead(AT, 1, 4, 3, Optional.empty()),
            // From before bytes were counted.
            new Entry.DirectIntended(AT, attempt(5, 1), 0),
            answered(attempt(5, 1), Settlement.ACCEPTED));

    assertThat(seen.tokens().promptBytes()).isEqualTo(15_000);
    assertThat(seen.tokens().promptTokens()).isEqualTo(4_800);
  }

  @Test
  void answers_are_counted_by_contract_and_a_document_by_its_length() {
    Experience seen =
        of(
            new Entry.DirectIntended(AT, attempt(1, 1), 5_000),
            answered(attempt(1, 1), Settlement.ACCEPTED),
            answered(attempt(1, 1), Settlement.ACCEPTED),
            new Entry.DirectIntended(AT, attempt(2, 1), 5_000),
            answered(attempt(2, 1), Settlement.CUT_OFF),
            new Entry.DirectIntended(AT, attempt(3, 1), 5_000),
            answered(attempt(3, 1), Settlement.UNUSABLE));

    assertThat(seen.tokens().answers(EPIC)).isEqualTo(new Answers(3, 1_200, 1, 3_000));
    assertThat(seen.tokens().answers(new ContractId("epic", 2))).isEqualTo(Answers.NONE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Settlement.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ACCEPTED", "FLAWED", "UNUSABLE", "CUT_OFF"})
  void what_is_no_answer_teaches_nothing(Settlement settlement) {
    assertThat(
            of(
                new Entry.DirectIntended(AT, attempt(1, 1), 5_000),
                answered(attempt(1, 1), settlement)))
        .isEqualTo(Experience.NONE);
  }

  @Test
  void another_provider_or_model_teaches_nothing() {
    ExperienceFold fold = new ExperienceFold("anthropic", "large");
    fold.read("r1", run(started("anthropic", "small"), aCall()));
    fold.read("r2", run(started("offline", "large"), aCall()));
    fold.read("r3", List.of());
    assertThat(fold.experience()).isEqualTo(Experience.NONE);

    fold.read("r4", run(started("anthropic", "large"), aCall()));

    assertThat(fold.experience().calls()).hasSize(1);
  }

  @Test
  void where_several_models_write_each_is_known_by_its_own_answers() {
    Entry.Attempt goal = of(attempt(2, 1), "feature-goal");
    Entry.Attempt called = of(attempt(4, 1), "feature-goal");
    List<Entry> run =
        run(
            started("anthropic", "small", Map.of("feature-goal", "large")),
            intended(1, attempt(1, 1), goal, attempt(3, 1)),
            answered(attempt(1, 1), Settlement.ACCEPTED),
            answered(goal, Settlement.ACCEPTED),
            answered(attempt(3, 1), Settlement.ERRORED),
            new Entry.BatchRead(AT, 1, 3, 2, Optional.of(Duration.ofMinutes(7))),
            new Entry.DirectIntended(AT.minusSeconds(30), called, 5_000),
            answered(called, Settlement.UNUSABLE));
    ExperienceFold small = new ExperienceFold("anthropic", "small");
    ExperienceFold large = new ExperienceFold("anthropic", "large");
    small.read("run1", run);
    large.read("run1", run);

    TokenUse ofSmall = small.experience().tokens();
    TokenUse ofLarge = large.experience().tokens();
    assertThat(ofSmall.answers()).containsOnlyKeys(EPIC);
    assertThat(ofLarge.answers()).containsOnlyKeys(goal.contract());
    assertThat(ofLarge.answerCount()).isEqualTo(2);
    // Of what was answered of 20,000 bytes, a half each.
    assertThat(ofSmall.promptBytes()).isEqualTo(6_667);
    assertThat(ofSmall.promptTokens()).isEqualTo(1_600);
    assertThat(ofLarge.promptBytes()).isEqualTo(6_667 + 5_000);
    assertThat(ofLarge.promptTokens()).isEqualTo(2 * 1_600);
    assertThat(small.experience().calls()).isEmpty();
    assertThat(large.experience().calls()).hasSize(1);
    assertThat(small.experience().batches()).isEqualTo(large.experience().batches()).hasSize(1);
  }

  private static Entry.Attempt of(Entry.Attempt attempt, String kind) {
    return new Entry.Attempt(
        attempt.id(),
        attempt.fingerprint(),
        new ContractId(kind, 1),
        attempt.elements(),
        attempt.subjects(),
        attempt.reserved());
  }

  private static Experience of(Entry... entries) {
    ExperienceFold fold = new ExperienceFold("anthropic", "large");
    fold.read("run1", run(started("anthropic", "large"), entries));
    return fold.experience();
  }

  private static List<Entry> run(Entry started, Entry... entries) {
    return Stream.concat(Stream.of(started), Stream.of(entries)).toList();
  }

  private static Entry[] aCall() {
    return new Entry[] {
      new Entry.DirectIntended(AT, attempt(1, 1), 5_000),
      answered(attempt(1, 1), Settlement.ACCEPTED)
    };
  }

  private static Entry started(String provider, String model) {
    return started(provider, model, Map.of());
  }

  private static Entry started(String provider, String model, Map<String, String> models) {
    BigDecimal half = new BigDecimal("0.5");
    return new Entry.RunStarted(
        AT,
        provider,
        model,
        half,
        "en",
        "hybrid",
        Optional.empty(),
        Optional.of(CHECK),
        false,
        false,
        new ByKind<>("", models).map(name -> new Entry.Writer(name, half)).named(),
        Map.of());
  }

  private static Entry.BatchIntended intended(int number, Entry.Attempt... attempts) {
    return new Entry.BatchIntended(AT, number, 1, List.of(attempts), "ab".repeat(32), 20_000);
  }

  /// 1,600 tokens of prompt and 400 of answer, and, where one came of it, a document of 3,000
  /// bytes.
  private static Entry answered(Entry.Attempt attempt, Settlement settlement) {
    return new Entry.Settled(
        AT,
        attempt.id(),
        settlement,
        new Usage(1_000, 400, 500, 100),
        Usd.of("0.01"),
        "",
        settlement == Settlement.ACCEPTED ? 3_000 : 0,
        "");
  }
}
