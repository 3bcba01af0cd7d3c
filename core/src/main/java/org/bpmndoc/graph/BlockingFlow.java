package org.bpmndoc.graph;

import java.util.Arrays;

/// Fills the longest ways of a [ResidualNetwork], those on which nothing is lost, by Dinic's
/// method: the vertices get their distance to the sink, counted in arcs, and whatever can go closer
/// with each arc is pushed, until there is no way left. No recursion, so that a long chain is no
/// problem.
final class BlockingFlow {

  private static final int NONE = -1;

  private final ResidualNetwork network;
  private final long visitsMax;
  private final int[] distance;
  private final int[] next;

  /// First the vertices in the order of their distance, then the arcs of the way taken.
  private final int[] line;

  BlockingFlow(ResidualNetwork network, long visitsMax) {
    this.network = network;
    this.visitsMax = visitsMax;
    this.distance = new int[network.vertices()];
    this.next = new int[network.vertices()];
    this.line = new int[network.vertices()];
  }

  /// Pushes all that fits, or less where the limit of visits is reached, and gives the amount.
  long push() {
    long pushed = 0;
    while (network.visits <= visitsMax && measure()) {
      pushed += fill();
    }
    return pushed;
  }

  /// From the sink back to the source; false where there is no way.
  private boolean measure() {
    Arrays.fill(distance, NONE);
    distance[network.sink] = 0;
    line[0] = network.sink;
    int end = 1;
    for (int i = 0; i < end && distance[network.source] == NONE; i++) {
      int vertex = line[i];
      network.visits += network.from[vertex + 1] - network.from[vertex];
      for (int arc = network.from[vertex]; arc < network.from[vertex + 1]; arc++) {
        int before = network.to[arc];
        int towards = network.twin[arc];
        if (distance[before] == NONE
            && network.left[towards] > 0
            && network.loss(before, towards) == 0) {
          distance[before] = distance[vertex] + 1;
          line[end++] = before;
        }
      }
    }
    return distance[network.source] != NONE;
  }

  private long fill() {
    System.arraycopy(network.from, 0, next, 0, next.length);
    long pushed = 0;
    int length = 0;
    int vertex = network.source;
    while (network.visits <= visitsMax) {
      if (vertex == network.sink) {
        long amount = least(length);
        pushed += amount;
        length = take(length, amount);
        vertex = network.to[network.twin[line[length]]];
      } else if (closer(vertex)) {
        line[length++] = next[vertex];
        vertex = network.to[next[vertex]];
      } else if (length > 0) {
        distance[vertex] = NONE;
        vertex = network.to[network.twin[line[--length]]];
        next[vertex]++;
      } else {
        break;
      }
    }
    return pushed;
  }

  /// Moves on to the next arc that leads closer to the sink.
  private boolean closer(int vertex) {
    int start = next[vertex];
    int end = network.from[vertex + 1];
    int arc = start;
    while (arc < end
        && !(distance[network.to[arc]] == distance[vertex] - 1
            && network.left[arc] > 0
            && network.loss(vertex, arc) == 0)) {
      arc++;
    }
    next[vertex] = arc;
    network.visits += arc - start + 1;
    return arc < end;
  }

  private long least(int length) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < length; i++) {
      least = Math.min(least, network.left[line[i]]);
    }
    network.visits += length;
    return least;
  }

  /// Gives the place of the first arc that is full now.
  private int take(int length, long amount) {
    int full = NONE;
    for (int i = length - 1; i >= 0; i--) {
      network.push(line[i], amount);
      if (network.left[line[i]] == 0) {
        full = i;
      }
    }
    return full;
  }
}
