package org.bpmndoc.graph;

import java.util.Arrays;

/// The least that is lost on any way from the source of a [ResidualNetwork] to each vertex, against
/// the longest ways there were: Dijkstra's method with a bucket for each loss.
final class LeastLosses {

  private static final int NONE = -1;

  private final ResidualNetwork network;
  private final int[] loss;

  /// The first vertex in each bucket, and its neighbours there of each vertex.
  private final int[] first;

  private final int[] after;
  private final int[] before;

  LeastLosses(ResidualNetwork network) {
    this.network = network;
    this.loss = new int[network.vertices()];
    this.first = new int[network.longest[network.sink] + 1];
    this.after = new int[network.vertices()];
    this.before = new int[network.vertices()];
  }

  /// The loss up to `most`, which also stands for all that is more.
  int loss(int vertex, int most) {
    return Math.min(loss[vertex], most);
  }

  /// Finds the losses up to that at the sink, or up to `most` where this is less, and gives it.
  int measure(int most) {
    Arrays.fill(loss, Integer.MAX_VALUE);
    Arrays.fill(first, 0, most + 1, NONE);
    put(network.source, 0);
    for (int bucket = 0; bucket < most; bucket++) {
      while (first[bucket] != NONE) {
        int vertex = first[bucket];
        if (vertex == network.sink) {
          return bucket;
        }
        remove(vertex);
        leave(vertex, bucket, most);
      }
    }
    return most;
  }

  private void leave(int vertex, int sofar, int most) {
    network.visits += network.from[vertex + 1] - network.from[vertex];
    for (int arc = network.from[vertex]; arc < network.from[vertex + 1]; arc++) {
      if (network.left[arc] > 0) {
        int target = network.to[arc];
        int there = sofar + network.loss(vertex, arc);
        if (there < loss[target] && there <= most) {
          if (loss[target] != Integer.MAX_VALUE) {
            remove(target);
          }
          put(target, there);
        }
      }
    }
  }

  private void put(int vertex, int bucket) {
    loss[vertex] = bucket;
    before[vertex] = NONE;
    after[vertex] = first[bucket];
    if (first[bucket] != NONE) {
      before[first[bucket]] = vertex;
    }
    first[bucket] = vertex;
  }

  private void remove(int vertex) {
    if (before[vertex] == NONE) {
      first[loss[vertex]] = after[vertex];
    } else {
      after[before[vertex]] = after[vertex];
    }
    if (after[vertex] != NONE) {
      before[after[vertex]] = before[vertex];
    }
  }
}
