package org.bpmndoc.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Plays direct calls at the usual speed: how long a set of nodes takes, of which each is written
/// once its last child in the set is done and a call is free.
final class Calls {

  private static final int NOT_IN_SET = -1;

  private final Pending<?> pending;
  private final int[][] parents;
  private final LatencyModel latency;
  private final long[] outputTokens;

  /// Of the nodes of the set under way: how many children each still waits for.
  private final int[] missing;

  /// When each may start, in seconds.
  private final double[] readyAt;

  Calls(Pending<?> pending, LatencyModel latency, long[] outputTokens) {
    this.pending = pending;
    this.parents = pending.parents();
    this.latency = latency;
    this.outputTokens = outputTokens;
    this.missing = new int[pending.size()];
    this.readyAt = new double[pending.size()];
    Arrays.fill(missing, NOT_IN_SET);
  }

  /// `nodes` in rising order.
  double makespan(List<Integer> nodes) {
    PriorityQueue<Integer> ready = new PriorityQueue<>(earliestFirst());
    for (int node : nodes) {
      missing[node] = 0;
      readyAt[node] = 0;
      for (int child : pending.children()[node]) {
        missing[node] += missing[child] == NOT_IN_SET ? 0 : 1;
      }
      if (missing[node] == 0) {
        ready.add(node);
      }
    }
    double end = play(ready);
    nodes.forEach(node -> missing[node] = NOT_IN_SET);
    return end;
  }

  private double play(PriorityQueue<Integer> ready) {
    PriorityQueue<Double> freeAt =
        new PriorityQueue<>(Collections.nCopies(latency.concurrency(), 0.0));
    double end = 0;
    while (!ready.isEmpty()) {
      int next = ready.remove();
      double done =
          Math.max(readyAt[next], freeAt.remove()) + latency.directSeconds(outputTokens[next]);
      freeAt.add(done);
      end = Math.max(end, done);
      for (int parent : parents[next]) {
        if (missing[parent] != NOT_IN_SET) {
          readyAt[parent] = Math.max(readyAt[parent], done);
          if (--missing[parent] == 0) {
            ready.add(parent);
          }
        }
      }
    }
    return end;
  }

  private Comparator<Integer> earliestFirst() {
    return Comparator.<Integer>comparingDouble(node -> readyAt[node])
        .thenComparing(Comparator.naturalOrder());
  }
}
