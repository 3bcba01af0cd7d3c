package org.bpmndoc.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.bpmndoc.graph.WaitOptimum.Family;
import org.junit.jupiter.api.Test;

class WaitOptimumTest {

  private static final int LONG = 200_000;

  @Test
  void a_heavy_parent_goes_rather_than_its_one_light_leaf() {
    var graph = graph(Map.of("parent", List.of("leaf"), "leaf", List.of()));

    var optimum = WaitOptimum.of(graph, _ -> true, node -> node.equals("parent") ? 9 : 1);

    assertThat(optimum.waitsMax()).isEqualTo(2);
    assertThat(optimum.atMost(0)).isEqualTo(new Family<String>(0, Set.of(), 0, 0));
    assertThat(optimum.atMost(1)).isEqualTo(new Family<>(1, Set.of("parent"), 9, 9));
    assertThat(optimum.atMost(2)).isEqualTo(new Family<>(2, Set.of("parent", "leaf"), 10, 10));
    assertThat(optimum.atMost(7)).isEqualTo(optimum.atMost(2));
  }

  @Test
  void one_branch_takes_its_leaves_and_another_its_parent() {
    var graph =
        graph(
            Map.of(
                "root", List.of("light", "heavy"),
                "light", List.of("a", "shared"),
                "heavy", List.of("b", "shared"),
                "a", List.of(),
                "b", List.of(),
                "shared", List.of()));
    var weights = Map.of("root", 3L, "light", 1L, "heavy", 9L, "a", 4L, "b", 2L, "shared", 3L);

    var optimum = WaitOptimum.of(graph, _ -> true, weights::get);

    assertThat(optimum.atMost(1).nodes()).containsExactlyInAnyOrder("heavy", "a");
    assertThat(optimum.atMost(2).nodes()).containsExactly("a", "b", "heavy", "light", "shared");
  }

  @Test
  void nothing_is_waited_for_through_what_is_already_written() {
    var graph =
        graph(Map.of("root", List.of("middle"), "middle", List.of("leaf"), "leaf", List.of()));

    var optimum = WaitOptimum.of(graph, node -> !node.equals("middle"), _ -> 1);

    assertThat(optimum.waitsMax()).isEqualTo(1);
    assertThat(optimum.atMost(1).nodes()).containsExactlyInAnyOrder("root", "leaf");
  }

  @Test
  void what_weighs_nothing_is_not_taken_but_still_connects() {
    var graph =
        graph(Map.of("root", List.of("middle"), "middle", List.of("leaf"), "leaf", List.of()));

    var optimum = WaitOptimum.of(graph, _ -> true, node -> node.equals("middle") ? 0 : 5);

    assertThat(optimum.waitsMax()).isEqualTo(2);
    assertThat(optimum.atMost(1).weight()).isEqualTo(5);
    assertThat(optimum.atMost(2).nodes()).containsExactlyInAnyOrder("root", "leaf");
  }

  @Test
  void an_empty_graph_needs_no_wait() {
    var optimum = WaitOptimum.of(graph(Map.of()), _ -> true, _ -> 1);

    assertThat(optimum.waitsMax()).isZero();
    assertThat(optimum.atMost(3)).isEqualTo(new Family<String>(0, Set.of(), 0, 0));
  }

  @Test
  void the_heaviest_of_a_long_chain_are_taken() {
    var optimum = WaitOptimum.of(chain(1), _ -> true, node -> node + 1L);

    for (int waits : List.of(1, 100, 199_999)) {
      assertThat(optimum.atMost(waits).nodes())
          .containsExactlyElementsOf(IntStream.range(LONG - waits, LONG).boxed().toList());
    }
  }

  @Test
  void a_long_ladder_neither_recurses_nor_keeps_a_family_for_each_wait() {
    var optimum = WaitOptimum.of(chain(2), _ -> true, node -> node % 100 == 0 ? 3 : 1 + node % 2);

    assertThat(optimum.waitsMax()).isEqualTo(LONG);
    assertThat(optimum.atMost(10))
        .matches(Family::isExact)
        .matches(family -> family.weight() == 30);
    assertThat(optimum.atMost(2_100)).matches(family -> family.weight() == 3 * 2_000 + 2 * 100);
    assertThat(optimum.atMost(LONG - 1).nodes()).hasSize(LONG - 1);
  }

  @Test
  void a_limit_that_is_reached_gives_a_bound_instead_of_the_optimum() {
    var graph =
        DependencyGraph.of(
            IntStream.range(0, 1_000).boxed().toList(),
            node -> node < 50 ? List.of() : List.of(node - 50, node / 50 * 50 - 1 - node % 50));
    ToLongFunction<Integer> weight = node -> 1 + node * 7_919L % 1_000;

    Family<Integer> limited = WaitOptimum.byFlow(graph, _ -> true, weight, 10_000).atMost(3);
    Family<Integer> optimum = WaitOptimum.of(graph, _ -> true, weight).atMost(3);

    assertThat(limited.isExact()).isFalse();
    assertThat(limited.waits()).isBetween(1, 3);
    assertThat(limited.weight()).isBetween(optimum.weight() / 2, optimum.weight());
    assertThat(limited.bound()).isGreaterThan(optimum.weight()).isLessThan(500_500);
  }

  @Test
  void weights_that_no_long_can_hold_are_refused() {
    var graph = graph(Map.of("a", List.of(), "b", List.of()));

    assertThatThrownBy(() -> WaitOptimum.of(graph, _ -> true, _ -> Long.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the weights of the nodes add up to more than 9223372036854775807");
    assertThatThrownBy(() -> WaitOptimum.of(graph, _ -> true, _ -> -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("has the negative weight -1");
  }

  @Test
  void weights_up_to_what_a_long_can_hold_are_added_right() {
    var graph =
        graph(Map.of("p", List.of("a", "b"), "q", List.of("b"), "a", List.of(), "b", List.of()));

    var optimum = WaitOptimum.of(graph, _ -> true, _ -> Long.MAX_VALUE / 4);

    assertThat(optimum.atMost(1).weight()).isEqualTo(Long.MAX_VALUE / 4 * 2);
    assertThat(optimum.atMost(2).weight()).isEqualTo(Long.MAX_VALUE / 4 * 4);
  }

  /// Each node above the last `steps` ones.
  private static DependencyGraph<Integer> chain(int steps) {
    return DependencyGraph.of(
        IntStream.range(0, LONG).boxed().toList(),
        node -> IntStream.range(Math.max(0, node - steps), node).boxed().toList());
  }

  private static DependencyGraph<String> graph(Map<String, List<String>> children) {
    return DependencyGraph.of(
        children.keySet().stream().sorted().toList(),
        node -> children.getOrDefault(node, List.of()));
  }
}
