package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.plan.Channel.BATCH;
import static org.bpmndoc.plan.Channel.DIRECT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bpmndoc.graph.DependencyGraph;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final ModelPrice PRICE = Prices.builtIn().model("claude-sonnet-5-5");

  /// root -> a, b; a -> b; b -> c
  private final DependencyGraph<String> graph =
      DependencyGraph.of(
          List.of("root", "a", "b", "c"),
          node ->
              switch (node) {
                case "root" -> List.of("a", "b");
                case "a" -> List.of("b");
                case "b" -> List.of("c");
                default -> List.of();
              });

  @Test
  void hybrid_sends_leaves_by_batch_and_every_parent_direct() {
    Plan<String> plan = planner(node -> true).plan(Strategy.HYBRID, Limits.NONE);

    assertThat(plan.channels())
        .isEqualTo(Map.of("root", DIRECT, "a", DIRECT, "b", DIRECT, "c", BATCH));
    assertThat(plan.waits()).isEqualTo(1);
    assertThat(plan.batched()).isEqualTo(1);
    assertThat(plan.direct()).isEqualTo(3);
  }

  @Test
  void multi_stage_waits_once_for_each_height_and_direct_never() {
    assertThat(planner(node -> true).plan(Strategy.MULTI_STAGE, Limits.NONE).waits()).isEqualTo(4);
    assertThat(planner(node -> true).plan(Strategy.DIRECT, Limits.NONE).waits()).isZero();
  }

  @Test
  void a_leaf_is_what_waits_for_nothing_still_to_be_written() {
    Plan<String> plan = planner(node -> !node.equals("b")).plan(Strategy.HYBRID, Limits.NONE);

    assertThat(plan.channels()).isEqualTo(Map.of("root", DIRECT, "a", BATCH, "c", BATCH));
    assertThat(planner(node -> !node.equals("b")).plan(Strategy.MULTI_STAGE, Limits.NONE).waits())
        .isEqualTo(2);
  }

  @Test
  void what_is_documented_costs_nothing_and_takes_no_time() {
    for (Plan<String> plan : planner(node -> false).plans(Limits.NONE).strategies()) {
      assertThat(plan.channels()).isEmpty();
      assertThat(plan.waits()).isZero();
      assertThat(plan.cost()).isEqualTo(Usd.ZERO);
      assertThat(plan.savingPercent()).isEqualByComparingTo("0");
      assertThat(plan.p95()).isZero();
    }
    assertThat(planner(node -> false).largestRequestTokens()).isZero();
  }

  @Test
  void cost_is_the_exact_sum_over_channels() {
    // 3 direct and 1 by batch, each 1,000 tokens in at $2 and 100 out at $10: $0.003
    Plan<String> plan = planner(node -> true).plan(Strategy.HYBRID, Limits.NONE);

    assertThat(plan.cost()).isEqualTo(Usd.of("0.0105"));
    assertThat(plan.standardCost()).isEqualTo(Usd.of("0.012"));
    assertThat(plan.savingPercent()).isEqualByComparingTo("12.5");
  }

  @Test
  void a_plan_is_the_same_alone_and_among_all() {
    assertThat(planner(node -> true).plans(Limits.NONE).strategies())
        .isEqualTo(
            Arrays.stream(Strategy.values())
                .map(strategy -> planner(node -> true).plan(strategy, Limits.NONE))
                .toList());
  }

  @Test
  void direct_calls_are_bound_by_how_many_run_at_once_and_by_their_children() {
    LatencyModel twoAtOnce = new LatencyModel(BatchTimes.DEFAULT, new CallTimes(10, 0, 2, 1));
    var five = DependencyGraph.of(List.of(1, 2, 3, 4, 5), node -> List.<Integer>of());
    var chain =
        DependencyGraph.of(
            List.of(1, 2, 3, 4, 5), node -> node < 5 ? List.of(node + 1) : List.<Integer>of());

    assertThat(direct(five, twoAtOnce).p50()).hasSeconds(30);
    assertThat(direct(chain, twoAtOnce).p50()).hasSeconds(50);
  }

  @Test
  void a_graph_of_100000_is_planned() {
    int size = 100_000;
    var tree =
        DependencyGraph.of(
            IntStream.range(0, size).boxed().toList(),
            node ->
                IntStream.rangeClosed(node * 4 + 1, node * 4 + 4)
                    .filter(child -> child < size)
                    .boxed()
                    .toList());
    var plans =
        new Planner<>(
                tree,
                node -> true,
                Needs.of(_ -> new TokenEstimate(1, 1), PRICE),
                LatencyModel.DEFAULT)
            .plans(Limits.NONE)
            .strategies();

    assertThat(plans).extracting(Plan::waits).startsWith(0, 10, 1, 1, 1, 10);
    assertThat(plans).extracting(plan -> plan.channels().size()).containsOnly(size);
  }

  private static Plan<Integer> direct(DependencyGraph<Integer> graph, LatencyModel latency) {
    return new Planner<>(
            graph, node -> true, Needs.of(_ -> new TokenEstimate(1, 1), PRICE), latency)
        .plan(Strategy.DIRECT, Limits.NONE);
  }

  private Planner<String> planner(Predicate<String> pending) {
    return new Planner<>(
        graph, pending, Needs.of(_ -> new TokenEstimate(1_000, 100), PRICE), LatencyModel.DEFAULT);
  }
}
