package org.bpmndoc.testing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.testing.simulation.Weather.Fault;
import org.bpmndoc.testing.simulation.World.Nature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A small landscape of three levels, whose process is ended at every point there is: before and
/// after each write to journal or document store, and before and after each call to the provider. A
/// full disk is the same: what could not be written ends the process. Documents and bill are those
/// of a run that nobody disturbed; direct calls that were under way may be paid for once more.
class ExhaustionTest {

  private static World world(Channel parents) {
    List<SubjectId> leaves = List.of(World.id("a"), World.id("b"));
    return new World()
        .add("a", Channel.BATCH, Nature.ANSWERED, List.of())
        .add("b", Channel.BATCH, Nature.ANSWERED, List.of())
        .add("mid", parents, Nature.ANSWERED, leaves)
        .add("other", parents, Nature.ANSWERED, leaves.subList(1, 2))
        .add("root", parents, Nature.ANSWERED, List.of(World.id("mid"), World.id("other")));
  }

  private static Outturn run(Channel parents, Weather weather, IntPredicate blows) {
    Terms terms =
        new Terms(
            world(parents),
            weather,
            Terms.SETTINGS,
            false,
            Optional.empty(),
            false,
            Optional.empty());
    return new Simulation(terms, blows, _ -> {}).run();
  }

  /// Ends the first process at the first of these points, the next one at the second, and so on.
  private static IntPredicate at(int... points) {
    int[] crashes = {0};
    return point -> {
      boolean blows = crashes[0] < points.length && point == points[crashes[0]];
      crashes[0] += blows ? 1 : 0;
      return blows;
    };
  }

  enum Creation {
    FINE,
    REPLY_LOST,
    REQUEST_LOST;

    Weather weather() {
      return switch (this) {
        case FINE -> Weather.calm();
        case REPLY_LOST -> Weather.once(Fault.CREATE_REPLY_LOST);
        case REQUEST_LOST -> Weather.once(Fault.CREATE_LOST);
      };
    }
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void wherever_the_process_ends_documents_and_bill_are_the_same(
      Channel parents, Creation creation) {
    Outturn undisturbed = run(parents, creation.weather(), at());
    assertThat(undisturbed.documents()).hasSize(5);
    assertThat(undisturbed.points()).isGreaterThan(70);

    for (int point = 0; point < undisturbed.points(); point++) {
      Outturn run = run(parents, creation.weather(), at(point));

      assertThat(run.crashes()).as("crashes at point %d", point).isEqualTo(1);
      assertThat(run.documents()).as("point %d", point).isEqualTo(undisturbed.documents());
      assertBill(run, undisturbed, parents, 1);
    }
  }

  static Stream<Arguments> everyWay() {
    return Stream.of(Channel.values())
        .flatMap(parents ->
            Stream.of(Creation.values()).map(creation -> Arguments.of(parents, creation)));
  }

  @Test
  void wherever_it_ends_once_more_while_it_is_taken_up_they_are_the_same() {
    Outturn undisturbed = run(Channel.BATCH, Weather.calm(), at());
    for (int first = 0; first < undisturbed.points(); first += 2) {
      int second = 0;
      Outturn run;
      do {
        run = run(Channel.BATCH, Weather.calm(), at(first, second));

        assertThat(run.documents())
            .as("points %d and %d", first, second)
            .isEqualTo(undisturbed.documents());
        assertBill(run, undisturbed, Channel.BATCH, 2);
        second += 5;
      } while (run.crashes() == 2);
    }
  }

  private static void assertBill(Outturn run, Outturn undisturbed, Channel parents, int crashes) {
    if (parents == Channel.BATCH) {
      assertThat(run.billed()).isEqualTo(undisturbed.billed());
      assertThat(run.requests()).isEqualTo(undisturbed.requests());
    } else {
      assertThat(run.requests())
          .isBetween(undisturbed.requests(), undisturbed.requests() + crashes * Oracle.CONCURRENCY);
      Usd exposure =
          Usd.sum(Collections.nCopies(crashes * Oracle.CONCURRENCY, World.costMax(Channel.DIRECT)));
      assertThat(run.billed()).isBetween(undisturbed.billed(), undisturbed.billed().plus(exposure));
    }
  }
}
