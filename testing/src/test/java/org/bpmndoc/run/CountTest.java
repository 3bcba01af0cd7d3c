package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.run.House.answer;
import static org.bpmndoc.run.House.id;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Pause;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What may not fit the window of its model: the provider's count decides, and nothing else.
class CountTest {

  private static final String TOO_LARGE =
      "the provider counts 21 tokens of prompt, which with the longest answer of 100 is more than"
          + " the model's window of 120; children are shown as shortly as can be already. Split the"
          + " process into sub-processes, or name a model with a larger window";

  private static House hierarchy(Channel channel, String... doubtful) {
    House house =
        new House()
            .subject("a", channel)
            .subject("b", channel)
            .subject("mid", channel, "a", "b")
            .subject("root", channel, "mid");
    house.doubtful.addAll(Arrays.asList(doubtful));
    return house;
  }

  private static ProviderException failure(Kind kind, Optional<Duration> retryAfter) {
    return new ProviderException(kind, "not now", retryAfter, null);
  }

  private static ProviderException failure(Kind kind) {
    return failure(kind, Optional.empty());
  }

  private static SubjectState state(RunState run, String name) {
    return Optional.ofNullable(run.subjects().get(id(name))).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void what_fits_by_the_count_is_sent_and_what_is_sure_to_fit_is_not_counted(Channel channel) {
    House house = hierarchy(channel, "mid");
    house.size = _ -> 20;

    RunState end = house.run();

    assertThat(house.counts.asked())
        .extracting(Request::facts)
        .containsExactly("mid[doc of a[], doc of b[]]");
    assertThat(end.subjects()).hasSize(4);
    assertThat(end.subjects().values()).hasOnlyElementsOfType(SubjectState.Documented.class);
    assertThat(house.billed).doesNotHaveDuplicates().hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void what_does_not_fit_by_the_count_fails_unsent_and_blocks_its_parents(Channel channel) {
    House house = hierarchy(channel, "mid");
    house.size = _ -> 21;

    RunState end = house.run();

    assertThat(state(end, "mid")).isEqualTo(new SubjectState.Failed(TOO_LARGE));
    assertThat(state(end, "root")).isEqualTo(new SubjectState.Blocked(id("mid")));
    assertThat(state(end, "a")).isInstanceOf(SubjectState.Documented.class);
    assertThat(house.billed).containsExactlyInAnyOrder("a[]", "b[]");
    assertThat(end.attempts().sent(channel)).isEqualTo(2);
    assertThat(end.endedAt()).isPresent();
  }

  @Test
  void a_refusal_is_remembered_by_the_run() {
    House house = hierarchy(Channel.BATCH, "mid");
    house.settings = house.settings.withFailFast(true);
    house.size = _ -> 21;

    assertThat(house.run().paused().map(Entry.RunPaused::pause)).contains(Pause.FAILURE);

    house.settings = house.settings.withFailFast(false);
    RunState end = house.run();

    assertThat(state(end, "mid")).isEqualTo(new SubjectState.Failed(TOO_LARGE));
    assertThat(house.counts.asked()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void a_count_that_cannot_be_had_is_asked_for_again_and_then_it_is_sent_once(Channel channel) {
    House house = hierarchy(channel, "a", "mid");
    house.counts.failNext(failure(Kind.UNREACHABLE));
    house.counts.failNext(failure(Kind.AMBIGUOUS));
    house.counts.failNext(failure(Kind.BUSY, Optional.of(Duration.ofSeconds(17))));

    RunState end = house.run();

    assertThat(end.subjects().values()).hasOnlyElementsOfType(SubjectState.Documented.class);
    assertThat(house.counts.asked()).hasSize(5);
    assertThat(house.billed).doesNotHaveDuplicates().hasSize(4);
    assertThat(end.attempts().spent()).isEqualTo(Usd.of("0.02"));
  }

  @Test
  void a_wave_waits_for_a_count_rather_than_leave_one_to_the_next() {
    House house = hierarchy(Channel.BATCH, "a");
    house.counts.failNext(failure(Kind.BUSY, Optional.of(Duration.ofSeconds(17))));

    RunState end = house.run();

    assertThat(house.batches.created()).containsExactly(2, 1, 1);
    assertThat(end.batches().iterator().next().createdAt()).contains(House.START.plusSeconds(17));
  }

  @Test
  void calls_do_not_wait_for_the_count_of_another() {
    House house = hierarchy(Channel.DIRECT, "a");
    house.counts.failNext(failure(Kind.BUSY, Optional.of(Duration.ofMinutes(5))));

    RunState _ = house.run();

    assertThat(house.billed).startsWith("b[]", "a[]");
  }

  @Test
  void without_a_count_nothing_in_doubt_is_sent_and_the_run_pauses_in_the_end() {
    House house = hierarchy(Channel.DIRECT, "mid");
    for (int i = 0; i < 100; i++) {
      house.counts.failNext(failure(Kind.UNREACHABLE));
    }

    RunState paused = house.run();

    assertThat(paused.paused().map(Entry.RunPaused::pause)).contains(Pause.UNREACHABLE);
    assertThat(house.billed).containsExactlyInAnyOrder("a[]", "b[]");
  }

  @Test
  void a_key_that_may_not_count_pauses_the_run_and_it_goes_on_later() {
    House house = hierarchy(Channel.BATCH, "mid");
    house.counts.failNext(failure(Kind.AUTHENTICATION));

    assertThat(house.run().paused().map(Entry.RunPaused::pause)).contains(Pause.AUTHENTICATION);
    RunState end = house.run();

    assertThat(end.endedAt()).isPresent();
    assertThat(house.billed).doesNotHaveDuplicates().hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(names = {"REJECTED", "NOT_FOUND", "TOO_LARGE"})
  void what_the_provider_will_never_count_is_not_sent_and_says_why(Kind kind) {
    House house = hierarchy(Channel.BATCH, "mid");
    house.counts.failNext(failure(kind));

    RunState end = house.run();

    assertThat(state(end, "mid"))
        .isEqualTo(
            new SubjectState.Failed(
                "it may be larger than the model's window, and the provider does not count it:"
                    + " not now"));
    assertThat(house.billed).hasSize(2);
  }

  @Test
  void clones_are_counted_once() {
    House house = hierarchy(Channel.BATCH, "a", "b");
    house.texts.put("a", "same");
    house.texts.put("b", "same");

    RunState _ = house.run();

    assertThat(house.counts.asked()).extracting(Request::facts).containsExactly("same[]");
  }

  @Test
  void what_is_sent_again_as_it_was_is_not_counted_again() {
    House house = new House().subject("a", Channel.DIRECT);
    house.doubtful.add("a");
    AtomicInteger asked = new AtomicInteger();
    house.model =
        text ->
            asked.incrementAndGet() < 3
                ? new Outcome.Errored("overloaded_error", "busy")
                : answer("doc of " + text);

    RunState end = house.run();

    assertThat(state(end, "a")).isInstanceOf(SubjectState.Documented.class);
    assertThat(house.counts.asked()).hasSize(1);
  }

  @Test
  void twice_the_room_for_an_answer_is_given_only_where_it_fits() {
    House house = new House().subject("a", Channel.DIRECT);
    house.doubtful.add("a");
    house.model =
        _ -> new Outcome.Succeeded("{\"summ", Outcome.Stop.MAX_TOKENS, Usage.of(10, 5), "m");

    RunState end = house.run();

    assertThat(house.allowed).containsExactly(100);
    assertThat(((SubjectState.Failed) state(end, "a")).reason())
        .contains("counts 10 tokens", "longest answer of 200", "window of 120");
  }

  @Test
  void a_draft_is_taken_where_there_is_no_room_to_ask_for_a_better_one() {
    House house = new House().subject("a", Channel.DIRECT);
    house.doubtful.add("a");
    house.size = facts -> facts.equals("a[]") ? 20 : 40;
    house.model = _ -> answer("a gap");

    RunState end = house.run();

    assertThat(state(end, "a")).isInstanceOf(SubjectState.Documented.class);
    assertThat(house.counts.asked()).hasSize(2);
    assertThat(house.billed).hasSize(1);
  }

  @Test
  void a_run_that_is_canceled_asks_for_no_count_any_more() {
    House house = hierarchy(Channel.DIRECT, "mid");
    house.counts.failNext(failure(Kind.AUTHENTICATION));
    RunState _ = house.run();
    house.wish(new Entry.CancelAsked(house.clock.instant()));

    RunState canceled = house.run();

    assertThat(canceled.canceledAt()).isPresent();
    assertThat(house.counts.asked()).hasSize(1);
  }

  @Test
  void money_is_reserved_by_the_bound_also_where_the_count_is_less() {
    House house = new House().subject("a", Channel.BATCH);
    house.doubtful.add("a");
    house.tariff = (_, usage, _) -> Usd.of("0.01").times(BigDecimal.valueOf(usage.inputTokens()));
    house.settings = house.settings.withBudget(Optional.of(Usd.of("0.49")));

    RunState paused = house.run();

    assertThat(paused.paused().map(Entry.RunPaused::pause)).contains(Pause.BUDGET);
    assertThat(house.billed).isEmpty();
    assertThat(house.counts.asked()).hasSize(1);
  }
}
