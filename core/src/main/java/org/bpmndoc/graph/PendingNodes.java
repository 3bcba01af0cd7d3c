package org.bpmndoc.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// The nodes that are still to be written, numbered children first, with what each one weighs. The
/// parents of node v are `parents[parentsFrom[v]]` up to `parents[parentsFrom[v + 1]]`; `places`
/// says which node of the graph it is. Sets of nodes are sets of these numbers.
record PendingNodes(int[] places, int[] parentsFrom, int[] parents, long[] weights, long total) {

  /// A negative weight is an error of the caller, and so are weights whose sum is no long.
  static <N> PendingNodes of(
      DependencyGraph<N> graph, Predicate<N> pending, ToLongFunction<N> weight) {
    int[] places =
        Arrays.stream(graph.placesChildrenFirst())
            .filter(place -> pending.test(graph.nodes().get(place)))
            .toArray();
    int[] numbers = new int[graph.nodes().size()];
    Arrays.fill(numbers, -1);
    long[] weights = new long[places.length];
    long total = 0;
    for (int v = 0; v < places.length; v++) {
      numbers[places[v]] = v;
      weights[v] = checked(graph.nodes().get(places[v]), weight);
      total = sum(total, weights[v]);
    }
    int[] parentsFrom = new int[places.length + 1];
    int[][] parents = new int[places.length][];
    for (int v = 0; v < places.length; v++) {
      parents[v] =
          Arrays.stream(graph.placesOfParents()[places[v]])
              .map(place -> numbers[place])
              .filter(parent -> parent >= 0)
              .toArray();
      parentsFrom[v + 1] = parentsFrom[v] + parents[v].length;
    }
    int[] flat = Arrays.stream(parents).flatMapToInt(Arrays::stream).toArray();
    return new PendingNodes(places, parentsFrom, flat, weights, total);
  }

  private static <N> long checked(N node, ToLongFunction<N> weight) {
    long value = weight.applyAsLong(node);
    if (value < 0) {
      throw new IllegalArgumentException(node + " has the negative weight " + value);
    }
    return value;
  }

  private static long sum(long total, long weight) {
    try {
      return Math.addExact(total, weight);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "the weights of the nodes add up to more than " + Long.MAX_VALUE, e);
    }
  }

  int size() {
    return weights.length;
  }

  /// Whether nothing has more than one parent.
  boolean isForest() {
    for (int v = 0; v < size(); v++) {
      if (parentsFrom[v + 1] - parentsFrom[v] > 1) {
        return false;
      }
    }
    return true;
  }

  /// The nodes that weigh anything.
  BitSet weighty() {
    BitSet weighty = new BitSet(size());
    for (int v = 0; v < size(); v++) {
      weighty.set(v, weights[v] > 0);
    }
    return weighty;
  }

  long weight(BitSet chosen) {
    return chosen.stream().mapToLong(v -> weights[v]).sum();
  }

  /// For each node, how many chosen ones the longest path up to it holds, itself included.
  int[] waits(BitSet chosen) {
    int[] waits = new int[size()];
    for (int v = 0; v < waits.length; v++) {
      waits[v] += chosen.get(v) ? 1 : 0;
      for (int i = parentsFrom[v]; i < parentsFrom[v + 1]; i++) {
        waits[parents[i]] = Math.max(waits[parents[i]], waits[v]);
      }
    }
    return waits;
  }

  int waitsMax(BitSet chosen) {
    return Arrays.stream(waits(chosen)).max().orElse(0);
  }
}
