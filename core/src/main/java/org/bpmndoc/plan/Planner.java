package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bpmndoc.graph.DependencyGraph;

/// Everything a plan is made from. The same planner always makes the same plans.
///
/// `pending` are the nodes still to be written. The others are documented: they cost nothing and
/// nobody waits for them.
public record Planner<N>(
    DependencyGraph<N> graph,
    Predicate<N> pending,
    Function<N, TokenEstimate> estimates,
    ModelPrice price,
    LatencyModel latency) {

  /// A plan for each strategy there is, in the order of [Strategy].
  public List<Plan<N>> plans() {
    Map<N, Integer> heights = graph.heights(pending);
    return Arrays.stream(Strategy.values()).map(strategy -> plan(strategy, heights)).toList();
  }

  public Plan<N> plan(Strategy strategy) {
    return plan(strategy, graph.heights(pending));
  }

  private Plan<N> plan(Strategy strategy, Map<N, Integer> heights) {
    Map<N, Channel> channels = new LinkedHashMap<>();
    heights.forEach((node, height) -> channels.put(node, channel(strategy, height)));
    var waves = Waves.of(graph, channels);
    var forecast = latency.simulate(waves.simulated(graph, latency, this::outputTokens));
    return new Plan<>(
        strategy,
        channels,
        waves.waits(),
        0,
        cost(channels),
        cost(channels.keySet()),
        forecast.p50(),
        forecast.p95(),
        // Each of these strategies writes a parent only after the last of its children.
        BigDecimal.ONE);
  }

  private static Channel channel(Strategy strategy, int height) {
    return switch (strategy) {
      case DIRECT -> Channel.DIRECT;
      case STORED, SUMMARIES, GRAPH, AUTO -> Channel.BATCH;
      case HYBRID -> height == 0 ? Channel.BATCH : Channel.DIRECT;
      case MULTI_STAGE -> Channel.BATCH;
    };
  }

  private Usd cost(Map<N, Channel> channels) {
    Usd sum = Usd.ZERO;
    for (Map.Entry<N, Channel> entry : channels.entrySet()) {
      sum = sum.plus(cost(entry.getKey(), entry.getValue()));
    }
    return sum;
  }

  private Usd cost(Iterable<N> nodes) {
    Usd sum = Usd.ZERO;
    for (N node : nodes) {
      sum = sum.plus(cost(node, Channel.DIRECT));
    }
    return sum;
  }

  /// What one node is expected to cost by a channel.
  public Usd cost(N node, Channel channel) {
    return price.cost(estimates.apply(node).asUsage(), channel);
  }

  /// The tokens of the largest request that is to be sent, without its answer.
  public long largestRequestTokens() {
    return graph.nodes().stream()
        .filter(pending)
        .mapToLong(node -> estimates.apply(node).inputTokens())
        .max()
        .orElse(0);
  }

  private long outputTokens(N node) {
    return estimates.apply(node).outputTokens();
  }
}
