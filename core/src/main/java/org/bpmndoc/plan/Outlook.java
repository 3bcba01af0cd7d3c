package org.bpmndoc.plan;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.bpmndoc.graph.DependencyGraph;

/// How long what is left of a run takes and what it costs, as far as can be told beforehand.
public record Outlook<N>(
    DependencyGraph<N> graph,
    ToLongFunction<N> outputTokens,
    BiFunction<N, Channel, Usd> price,
    LatencyModel latency) {

  /// Within this time half of the batches of that many requests are back.
  public Duration usualBatch(int requests) {
    return latency.batchQuantile(0.5, requests);
  }

  /// Within this time 95 of 100 runs write these with everything direct, children first.
  public Duration allDirect(Set<N> left) {
    Map<N, Channel> channels = new LinkedHashMap<>();
    for (N node : graph.nodes()) {
      if (left.contains(node)) {
        channels.put(node, Channel.DIRECT);
      }
    }
    var waves = Waves.of(graph, channels);
    return latency.simulate(waves.simulated(graph, latency, outputTokens)).p95();
  }

  /// What these are expected to cost by their channels.
  public Usd cost(Map<N, Channel> channels) {
    Usd sum = Usd.ZERO;
    for (Map.Entry<N, Channel> one : channels.entrySet()) {
      sum = sum.plus(price.apply(one.getKey(), one.getValue()));
    }
    return sum;
  }
}
