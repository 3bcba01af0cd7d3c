package org.bpmndoc.plan;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// What is left of a run, as far as can be told beforehand: how long it takes, what it costs, and
/// how it would best travel from here on.
public record Outlook<N>(Planner<N> planner) {

  /// Within this time half of the batches of that many requests are back.
  public Duration usualBatch(int requests) {
    return planner.latency().batchQuantile(0.5, requests);
  }

  /// Within this time 95 of 100 batches of one request are back.
  public Duration slowBatch() {
    return planner.latency().batchQuantile(0.95, 1);
  }

  /// Within this time 95 of 100 runs write these with everything direct, children first.
  public Duration allDirect(Set<N> left) {
    return planner.among(left::contains).plan(Strategy.DIRECT, Limits.NONE).p95();
  }

  /// The best plan for these, the nearest there is where none keeps the limits.
  public Plan<N> best(Set<N> left, Limits limits) {
    return planner.among(left::contains).plan(Strategy.AUTO, limits);
  }

  /// Within this time 95 of 100 runs write these by these channels.
  public Duration expected(Map<N, Channel> channels) {
    return planner.among(channels::containsKey).p95(channels);
  }

  /// What these are expected to cost by their channels.
  public Usd cost(Map<N, Channel> channels) {
    Usd sum = Usd.ZERO;
    for (Map.Entry<N, Channel> one : channels.entrySet()) {
      if (planner.pending().test(one.getKey())) {
        sum = sum.plus(planner.cost(one.getKey(), one.getValue()));
      }
    }
    return sum;
  }
}
