package org.bpmndoc.testing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bpmndoc.testing.simulation.Weather.Fault;
import org.junit.jupiter.api.Test;

/// Thousands of runs, each drawn from its seed. `-Dbpmndoc.simulation.runs=N` says how many;
/// `-Dbpmndoc.simulation.seed=N` plays that one alone and prints what becomes durable in it.
class SimulationTest {

  private static final int RUNS = Integer.getInteger("bpmndoc.simulation.runs", 3_000);

  /// From this many runs on each kind of fault has struck.
  private static final int MANY = 1_000;

  @Test
  void no_seed_leads_to_a_run_that_breaks_a_promise() {
    Long seed = Long.getLong("bpmndoc.simulation.seed");
    if (seed != null) {
      System.out.println(Simulation.of(seed, System.out::println).run());
      return;
    }
    Tally tally = new Tally();
    for (long one = 1; one <= RUNS; one++) {
      tally.add(play(one));
    }
    System.out.println(tally);
    if (RUNS >= MANY) {
      assertThat(tally.faults.keySet())
          .containsAll(Arrays.stream(Fault.values()).map(Fault::name).toList());
    }
  }

  private static Outturn play(long seed) {
    try {
      return Simulation.of(seed, _ -> {}).run();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          "seed "
              + seed
              + ": "
              + e.getMessage()
              + "\nplay it with -Dbpmndoc.simulation.seed="
              + seed,
          e);
    }
  }

  @Test
  void a_seed_plays_the_same_run_every_time() {
    for (long seed = 1; seed <= 10; seed++) {
      assertThat(play(seed)).isEqualTo(play(seed));
    }
  }

  /// Else the oracle might be blind.
  @Test
  void a_run_that_does_not_wait_for_the_list_is_caught_paying_twice() {
    assertThatThrownBy(
            () -> {
              for (long seed = 1; seed <= RUNS; seed++) {
                Terms terms = Terms.of(seed);
                Terms hasty =
                    new Terms(
                        terms.world(),
                        terms.weather(),
                        terms
                            .settings()
                            .withPoll(Duration.ofSeconds(10))
                            .withListDelay(Duration.ZERO),
                        false,
                        terms.deadline(),
                        false,
                        Optional.empty());
                Outturn _ =
                    new Simulation(hasty, _ -> terms.weather().strikes(Fault.CRASH), _ -> {}).run();
              }
            })
        .isInstanceOf(Violation.class)
        .hasMessageContaining("paid for 2 times");
  }

  private static final class Tally {
    int runs;
    int subjects;
    int documents;
    int processes;
    int requests;
    long points;
    final Map<String, Integer> faults = new TreeMap<>();

    void add(Outturn run) {
      runs++;
      subjects += run.subjects();
      documents += run.documents().size();
      processes += run.processes();
      requests += run.requests();
      points += run.points();
      run.faults().forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
    }

    @Override
    public String toString() {
      return "%,d runs of %,d subjects in %,d processes: %,d requests answered, %,d documents, %,d faults %s at %,d points"
          .formatted(
              runs,
              subjects,
              processes,
              requests,
              documents,
              faults.values().stream().mapToInt(Integer::intValue).sum(),
              faults,
              points);
    }
  }
}
