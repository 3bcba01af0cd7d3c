package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Pause;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.testing.FakeBatchApi;
import org.junit.jupiter.api.Test;

/// One request goes ahead and fills the provider's cache for the others.
class PrimerTest {

  private static House house(int leaves) {
    House house = new House();
    String[] children = new String[leaves];
    for (int i = 0; i < leaves; i++) {
      children[i] = "leaf" + i;
      house.subject(children[i], Channel.BATCH);
    }
    house.subject("left", Channel.BATCH, children);
    house.subject("right", Channel.BATCH, children);
    house.primed = Set.of(House.PREFIX);
    house.settings = house.settings.withBarrier(false);
    return house;
  }

  @Test
  void one_goes_ahead_the_others_wait_for_it_and_later_waves_read_what_is_warm() {
    House house = house(4);

    RunState end = house.run();

    assertThat(house.batches.created()).containsExactly(1, 3, 2);
    assertThat(house.batches.cached()).containsExactly(1, 3, 2);
    assertThat(end.batches()).extracting(RunState.BatchState::wave).containsExactly(1, 2, 3);
    assertThat(house.billed).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void what_the_plan_does_not_want_primed_carries_no_mark() {
    House house = house(4);
    house.primed = Set.of("another/1 model");

    house.run();

    assertThat(house.batches.created()).containsExactly(4, 2);
    assertThat(house.batches.cached()).containsExactly(0, 0);
  }

  @Test
  void the_first_there_is_goes_ahead_for_those_that_come_later() {
    House house = house(1);

    house.run();

    assertThat(house.batches.created()).containsExactly(1, 2);
    assertThat(house.batches.cached()).containsExactly(1, 2);
  }

  @Test
  void once_the_cache_is_cold_again_requests_go_without_a_mark() {
    House house = house(4);
    house.batches =
        new FakeBatchApi(house.clock, Duration.ofHours(2), item -> house.bill(item.request()));

    house.run();

    // What was written two hours ago is warm when the primer is back, and what read it ended then.
    assertThat(house.batches.cached()).containsExactly(1, 3, 2);

    House resting = house(4);
    resting.settings = resting.settings.withWaitForBatches(false);
    resting.run();
    resting.clock.advance(Duration.ofMinutes(10));
    resting.run();
    resting.clock.advance(Duration.ofHours(3));
    resting.run();
    assertThat(resting.batches.created()).containsExactly(1, 3, 2);
    assertThat(resting.batches.cached()).containsExactly(1, 3, 0);
  }

  @Test
  void what_had_to_wait_at_the_door_until_the_cache_was_cold_goes_without_a_mark() {
    House house = house(4);
    house.batches.failCreate(
        2,
        new FakeBatchApi.CreateFault.Refused(
            ProviderException.Kind.BUSY, Optional.of(Duration.ofMinutes(75))));

    house.run();
    house.clock.advance(Duration.ofMinutes(80));
    house.run();

    assertThat(house.batches.created()).containsExactly(1, 3, 2);
    assertThat(house.batches.cached()).containsExactly(1, 0, 0);
  }

  @Test
  void a_shape_that_is_refused_is_found_for_the_price_of_two_requests() {
    House house = house(5);
    house.model = _ -> new Outcome.Errored("invalid_request_error", "output_config: unknown");

    RunState end = house.run();

    assertThat(house.batches.created()).containsExactly(1, 1);
    assertThat(end.paused().orElseThrow().pause()).isEqualTo(Pause.FAILURE);
    assertThat(end.paused().orElseThrow().reason())
        .contains("2 requests of " + House.PREFIX + " that went ahead of the others");

    house.model = text -> House.answer("doc of " + text);
    house.wish(new Entry.RetryAsked(house.clock.instant()));
    RunState mended = house.run();

    assertThat(mended.endedAt()).isPresent();
    assertThat(house.billed).hasSize(7).doesNotHaveDuplicates();
  }
}
