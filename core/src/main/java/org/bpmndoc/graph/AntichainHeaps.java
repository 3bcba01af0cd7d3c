package org.bpmndoc.graph;

/// Leftist heaps of antichains, the heaviest on top. An antichain is named by one of its nodes, and
/// a heap by the antichain on its top; each node is in one antichain, and each antichain in one
/// heap.
final class AntichainHeaps {

  static final int EMPTY = -1;

  private final long[] weight;
  private final int[] joined;
  private final int[] left;
  private final int[] right;
  private final int[] size;

  /// The number of antichains on the way down to the right, never more than a logarithm.
  private final int[] spine;

  AntichainHeaps(long[] weights) {
    this.weight = weights.clone();
    this.joined = new int[weights.length];
    this.left = new int[weights.length];
    this.right = new int[weights.length];
    this.size = new int[weights.length];
    this.spine = new int[weights.length];
    for (int node = 0; node < weights.length; node++) {
      joined[node] = node;
      alone(node);
    }
  }

  long weight(int antichain) {
    return weight[antichain];
  }

  int size(int heap) {
    return heap == EMPTY ? 0 : size[heap];
  }

  /// The antichain that this node ended up in.
  int antichain(int node) {
    int antichain = node;
    while (joined[antichain] != antichain) {
      joined[antichain] = joined[joined[antichain]];
      antichain = joined[antichain];
    }
    return antichain;
  }

  /// The heap with one more antichain, of this node alone.
  int with(int heap, int node) {
    return merged(heap, node);
  }

  int withoutHeaviest(int heap) {
    int rest = merged(left[heap], right[heap]);
    alone(heap);
    return rest;
  }

  /// One heap out of two, the heaviest of both joined to one antichain, and so on down.
  int beside(int one, int other) {
    int small = size(one) < size(other) ? one : other;
    int large = size(one) < size(other) ? other : one;
    int done = EMPTY;
    while (small != EMPTY) {
      int kept = large;
      int gone = small;
      large = withoutHeaviest(large);
      small = withoutHeaviest(small);
      joined[gone] = kept;
      weight[kept] += weight[gone];
      done = merged(done, kept);
    }
    return merged(large, done);
  }

  private void alone(int antichain) {
    left[antichain] = EMPTY;
    right[antichain] = EMPTY;
    size[antichain] = 1;
    spine[antichain] = 1;
  }

  /// The recursion goes down the right sides only.
  private int merged(int one, int other) {
    if (one == EMPTY || other == EMPTY) {
      return one == EMPTY ? other : one;
    }
    int top = weight[one] >= weight[other] ? one : other;
    int under = top == one ? other : one;
    right[top] = merged(right[top], under);
    if (spine(left[top]) < spine(right[top])) {
      int taller = right[top];
      right[top] = left[top];
      left[top] = taller;
    }
    spine[top] = spine(right[top]) + 1;
    size[top] = size(left[top]) + size(right[top]) + 1;
    return top;
  }

  private int spine(int heap) {
    return heap == EMPTY ? 0 : spine[heap];
  }
}
