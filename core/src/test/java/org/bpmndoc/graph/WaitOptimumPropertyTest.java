package org.bpmndoc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bpmndoc.graph.WaitOptimum.Family;

class WaitOptimumPropertyTest {

  private static final long UNLIMITED = Long.MAX_VALUE;

  /// Node n has children below n only; bit n of `among` says whether it is still to be written.
  record Input(List<Set<Integer>> children, List<Integer> weights, int among) {
    DependencyGraph<Integer> graph() {
      return DependencyGraph.of(
          IntStream.range(0, children.size()).boxed().toList(), children::get);
    }

    boolean isAmong(int node) {
      return (among >> node & 1) == 1;
    }

    WaitOptimum<Integer> optimum() {
      return WaitOptimum.of(graph(), this::isAmong, weights::get);
    }

    WaitOptimum<Integer> byFlow(long visitsMax) {
      return WaitOptimum.byFlow(graph(), this::isAmong, weights::get, visitsMax);
    }

    /// How many of the chosen nodes the path with the most of them holds.
    int longestPath(Set<Integer> chosen) {
      int[] count = new int[children.size()];
      for (int node = 0; node < count.length; node++) {
        if (isAmong(node)) {
          for (int child : children.get(node)) {
            count[node] = Math.max(count[node], count[child]);
          }
          count[node] += chosen.contains(node) ? 1 : 0;
        }
      }
      return IntStream.of(count).max().orElse(0);
    }

    long weight(Set<Integer> chosen) {
      return chosen.stream().mapToLong(weights::get).sum();
    }
  }

  @Property(tries = 1_000)
  void nothing_weighs_more_than_the_optimum(@ForAll("small") Input input) {
    long[] best = bruteForce(input);
    for (WaitOptimum<Integer> optimum : List.of(input.optimum(), input.byFlow(UNLIMITED))) {
      for (int waits = 0; waits < best.length; waits++) {
        Family<Integer> family = optimum.atMost(waits);

        assertThat(family.isExact()).isTrue();
        assertThat(family.weight()).isEqualTo(best[waits]).isEqualTo(input.weight(family.nodes()));
        assertThat(family.nodes()).allMatch(input::isAmong);
        assertThat(family.waits())
            .isEqualTo(input.longestPath(family.nodes()))
            .isEqualTo(Math.min(waits, optimum.waitsMax()));
      }
    }
  }

  @Property(tries = 300)
  void each_further_wait_brings_less_until_nothing_is_left(@ForAll("large") Input input) {
    WaitOptimum<Integer> optimum = input.optimum();
    long before = Long.MAX_VALUE;
    for (int waits = 0; waits < optimum.waitsMax(); waits++) {
      long more = optimum.atMost(waits + 1).weight() - optimum.atMost(waits).weight();

      assertThat(more).isPositive().isLessThanOrEqualTo(before);
      before = more;
    }
    assertThat(optimum.atMost(optimum.waitsMax()).nodes())
        .containsExactlyElementsOf(
            input.graph().nodes().stream()
                .filter(node -> input.isAmong(node) && input.weights().get(node) > 0)
                .toList());
  }

  @Property(tries = 300)
  void a_forest_is_what_its_trees_are(@ForAll("forest") Input input) {
    for (WaitOptimum<Integer> optimum : List.of(input.optimum(), input.byFlow(UNLIMITED))) {
      for (int waits = 0; waits <= optimum.waitsMax() + 1; waits++) {
        assertThat(optimum.atMost(waits).weight()).isEqualTo(treeByTree(input, waits));
      }
    }
  }

  @Property(tries = 500)
  void what_is_not_exact_is_within_its_bound(
      @ForAll("large") Input input, @ForAll("limits") long visitsMax) {
    WaitOptimum<Integer> limited = input.byFlow(visitsMax);
    for (int waits = 0; waits <= limited.waitsMax(); waits++) {
      Family<Integer> family = limited.atMost(waits);
      long optimum = input.optimum().atMost(waits).weight();

      assertThat(family.weight())
          .isLessThanOrEqualTo(optimum)
          .isEqualTo(input.weight(family.nodes()));
      assertThat(family.bound()).isGreaterThanOrEqualTo(optimum);
      assertThat(family.waits())
          .isEqualTo(input.longestPath(family.nodes()))
          .isLessThanOrEqualTo(waits);
    }
  }

  @Property(tries = 100)
  void the_same_input_has_the_same_answer(
      @ForAll("large") Input input, @ForAll("limits") long visitsMax) {
    for (int waits = 0; waits <= input.optimum().waitsMax(); waits++) {
      assertThat(input.optimum().atMost(waits)).isEqualTo(input.optimum().atMost(waits));
      assertThat(input.byFlow(visitsMax).atMost(waits))
          .isEqualTo(input.byFlow(visitsMax).atMost(waits));
    }
  }

  @Provide
  Arbitrary<Input> small() {
    return inputs(1, 9, 3);
  }

  @Provide
  Arbitrary<Input> large() {
    return inputs(1, 30, 3);
  }

  @Provide
  Arbitrary<Input> forest() {
    return Combinators.combine(Arbitraries.integers().between(1, 30), Arbitraries.longs())
        .as((size, seed) -> {
          Random random = new Random(seed);
          List<Set<Integer>> children = new ArrayList<>();
          List<Integer> free = new ArrayList<>();
          for (int node = 0; node < size; node++) {
            Set<Integer> own =
                free.stream().filter(_ -> random.nextInt(3) == 0).collect(Collectors.toSet());
            free.removeAll(own);
            free.add(node);
            children.add(own);
          }
          return new Input(children, weights(random, size), ~0);
        });
  }

  @Provide
  Arbitrary<Long> limits() {
    return Arbitraries.longs().between(0, 2_000);
  }

  private static Arbitrary<Input> inputs(int least, int most, int childrenMax) {
    return Combinators.combine(
            Arbitraries.integers().between(least, most),
            Arbitraries.longs(),
            Arbitraries.integers().between(0, 4))
        .as((size, seed, missing) -> {
          Random random = new Random(seed);
          List<Set<Integer>> children = new ArrayList<>();
          for (int node = 0; node < size; node++) {
            int below = node;
            children.add(
                random
                    .ints(below == 0 ? 0 : random.nextInt(childrenMax + 1), 0, Math.max(1, below))
                    .boxed()
                    .collect(Collectors.toSet()));
          }
          int among = ~0;
          for (int i = 0; i < missing; i++) {
            among &= ~(1 << random.nextInt(size));
          }
          return new Input(children, weights(random, size), among);
        });
  }

  /// Some that weigh nothing, and some that weigh much more than others.
  private static List<Integer> weights(Random random, int size) {
    return random
        .ints(size, 0, 5)
        .mapToObj(kind -> kind == 0 ? 0 : kind == 1 ? 20 + random.nextInt(60) : random.nextInt(9))
        .toList();
  }

  private static long[] bruteForce(Input input) {
    long[] best = new long[input.children().size() + 2];
    for (int bits = 0; bits < 1 << input.children().size(); bits++) {
      if ((bits & ~input.among()) == 0) {
        int chosen = bits;
        Set<Integer> nodes =
            IntStream.range(0, input.children().size())
                .filter(node -> (chosen >> node & 1) == 1)
                .boxed()
                .collect(Collectors.toSet());
        for (int waits = input.longestPath(nodes); waits < best.length; waits++) {
          best[waits] = Math.max(best[waits], input.weight(nodes));
        }
      }
    }
    return best;
  }

  private static long treeByTree(Input input, int waits) {
    long[][] best = new long[input.children().size()][waits + 1];
    for (int node = 0; node < best.length; node++) {
      for (int k = 0; k <= waits; k++) {
        for (int child : input.children().get(node)) {
          best[node][k] += best[child][k];
        }
      }
      for (int k = waits; k > 0; k--) {
        best[node][k] = Math.max(best[node][k], best[node][k - 1] + input.weights().get(node));
      }
    }
    return input.graph().roots().stream().mapToLong(root -> best[root][waits]).sum();
  }
}
