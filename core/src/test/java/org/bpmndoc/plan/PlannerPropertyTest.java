package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bpmndoc.graph.DependencyGraph;

class PlannerPropertyTest {

  private static final LatencyModel LATENCY = LatencyModel.DEFAULT;

  /// With a deadline the cheapest is taken.
  private static final Duration FOREVER = Duration.ofDays(1_000);

  @Property(tries = 60)
  void more_waits_never_cost_more(@ForAll("edges") List<List<Integer>> edges, @ForAll int done) {
    var planner = planner(edges, done);
    Plan<Integer> direct = planner.plan(Strategy.DIRECT, Limits.NONE);
    Plan<Integer> hybrid = planner.plan(Strategy.HYBRID, Limits.NONE);
    Plan<Integer> multiStage = planner.plan(Strategy.MULTI_STAGE, Limits.NONE);

    assertThat(direct.cost()).isEqualTo(direct.standardCost());
    assertThat(hybrid.cost()).isLessThanOrEqualTo(direct.cost());
    assertThat(multiStage.cost()).isLessThanOrEqualTo(hybrid.cost());
    assertThat(multiStage.cost().plus(multiStage.cost())).isEqualTo(direct.cost());
    assertThat(direct.waits()).isLessThanOrEqualTo(hybrid.waits());
    assertThat(hybrid.waits()).isLessThanOrEqualTo(multiStage.waits());
  }

  @Property(tries = 60)
  void a_plan_holds_the_pending_and_multi_stage_waits_for_each_height(
      @ForAll("edges") List<List<Integer>> edges, @ForAll int done) {
    var planner = planner(edges, done);
    var heights = planner.graph().heights(planner.pending());

    for (Plan<Integer> plan : planner.plans(Limits.NONE).strategies()) {
      assertThat(plan.channels().keySet()).isEqualTo(heights.keySet());
      assertThat(plan.batched() + plan.direct()).isEqualTo(heights.size());
      assertThat(plan.p50()).isLessThanOrEqualTo(plan.p95());
    }
    assertThat(planner.plan(Strategy.MULTI_STAGE, Limits.NONE).waits())
        .isEqualTo(heights.values().stream().mapToInt(height -> height + 1).max().orElse(0));
  }

  @Property(tries = 60)
  void at_the_same_waits_auto_is_never_dearer_than_a_rule_of_thumb(
      @ForAll("edges") List<List<Integer>> edges, @ForAll int done) {
    var planner = planner(edges, done);

    for (Strategy strategy : List.of(Strategy.DIRECT, Strategy.HYBRID, Strategy.GRAPH)) {
      Plan<Integer> plan = planner.plan(strategy, Limits.NONE);
      Limits sameWaits =
          new Limits(Optional.of(FOREVER), Optional.empty(), Optional.of(plan.waits()));
      Plan<Integer> auto = planner.plan(Strategy.AUTO, sameWaits);

      assertThat(auto.cost()).isLessThanOrEqualTo(plan.cost());
      assertThat(auto.waits()).isLessThanOrEqualTo(plan.waits());
    }
  }

  @Provide
  Arbitrary<List<List<Integer>>> edges() {
    return Arbitraries.integers()
        .between(1, 12)
        .flatMap(size ->
            Arbitraries.integers().between(0, size - 1).list().ofMaxSize(3).list().ofSize(size));
  }

  private static Planner<Integer> planner(List<List<Integer>> edges, int done) {
    return new Planner<>(
        DependencyGraph.of(IntStream.range(0, edges.size()).boxed().toList(), edges::get),
        node -> (done >> node & 1) == 0,
        Needs.of(
            node -> new TokenEstimate(100 + 7 * node, 10 + node),
            Prices.builtIn().model("claude-haiku-5-5")),
        LATENCY);
  }
}
