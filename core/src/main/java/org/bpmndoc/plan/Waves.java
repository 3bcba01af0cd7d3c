package org.bpmndoc.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import org.bpmndoc.graph.DependencyGraph;

/// The nodes of a plan by how many waits are over when they are written: wave 0 is direct and waits
/// for nothing; in each later wave one batch comes back, and then its direct nodes are written.
///
/// There is a barrier after each wave.
record Waves<N>(Map<N, Integer> waveOf, Map<N, Channel> channels, int waits) {

  static <N> Waves<N> of(DependencyGraph<N> graph, Map<N, Channel> channels) {
    Map<N, Integer> waveOf = HashMap.newHashMap(channels.size());
    int waits = 0;
    for (N node : graph.childrenFirst()) {
      Channel channel = channels.get(node);
      if (channel != null) {
        int wave = 0;
        for (N child : graph.children(node)) {
          wave = Math.max(wave, waveOf.getOrDefault(child, 0));
        }
        wave += channel == Channel.BATCH ? 1 : 0;
        waveOf.put(node, wave);
        waits = Math.max(waits, wave);
      }
    }
    return new Waves<>(waveOf, channels, waits);
  }

  /// What a run does in each wave, wave 0 first: one batch, and then its direct nodes. Of these one
  /// starts when its last child of the same wave is done and a call is free, the longest ready
  /// first.
  List<Wave> simulated(
      DependencyGraph<N> graph, LatencyModel latency, ToLongFunction<N> outputTokens) {
    int[] batched = new int[waits + 1];
    List<List<N>> direct = new ArrayList<>();
    for (int wave = 0; wave <= waits; wave++) {
      direct.add(new ArrayList<>());
    }
    channels.forEach((node, channel) -> {
      int wave = waveOf.getOrDefault(node, 0);
      switch (channel) {
        case BATCH -> batched[wave]++;
        case DIRECT -> direct.get(wave).add(node);
      }
    });
    List<Wave> waves = new ArrayList<>();
    for (int wave = 0; wave <= waits; wave++) {
      double seconds = makespan(direct.get(wave), graph, latency, outputTokens);
      waves.add(batched[wave] == 0 ? Wave.direct(seconds) : Wave.of(batched[wave], seconds));
    }
    return waves;
  }

  private static <N> double makespan(
      List<N> nodes,
      DependencyGraph<N> graph,
      LatencyModel latency,
      ToLongFunction<N> outputTokens) {
    Map<N, Start<N>> starts = new LinkedHashMap<>();
    for (N node : nodes) {
      starts.put(node, new Start<>(node, starts.size()));
    }
    PriorityQueue<Start<N>> ready = new PriorityQueue<>();
    for (Start<N> start : starts.values()) {
      for (N child : graph.children(start.node)) {
        start.missing += starts.containsKey(child) ? 1 : 0;
      }
      if (start.missing == 0) {
        ready.add(start);
      }
    }
    PriorityQueue<Double> freeAt =
        new PriorityQueue<>(Collections.nCopies(latency.concurrency(), 0.0));
    double end = 0;
    while (!ready.isEmpty()) {
      Start<N> next = ready.remove();
      double done =
          Math.max(next.seconds, freeAt.remove())
              + latency.directSeconds(outputTokens.applyAsLong(next.node));
      freeAt.add(done);
      end = Math.max(end, done);
      for (N parent : graph.parents(next.node)) {
        Start<N> waiting = starts.get(parent);
        if (waiting != null) {
          waiting.seconds = Math.max(waiting.seconds, done);
          if (--waiting.missing == 0) {
            ready.add(waiting);
          }
        }
      }
    }
    return end;
  }

  /// When one node may start, and for how many children it still waits.
  private static final class Start<N> implements Comparable<Start<N>> {
    private static final Comparator<Start<?>> EARLIEST_FIRST =
        Comparator.<Start<?>>comparingDouble(start -> start.seconds)
            .thenComparingInt(start -> start.order);

    private final N node;
    private final int order;
    private double seconds;
    private int missing;

    Start(N node, int order) {
      this.node = node;
      this.order = order;
    }

    @Override
    public int compareTo(Start<N> other) {
      return EARLIEST_FIRST.compare(this, other);
    }
  }
}
