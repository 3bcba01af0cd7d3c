package org.bpmndoc.graph;

import java.util.Arrays;

/// Where a flow from the leaves to the roots can still go, and back. Each node of the order has a
/// way in and a way out, and two arcs between them: one with the node's weight as its capacity and
/// a reward of 1, and one without limit and reward. All else is without limit and reward: from the
/// source into the leaves, from each child out into its parents, from the roots to the sink.
///
/// The arcs that leave vertex u are `from[u]` up to `from[u + 1]`. `twin` is the same arc in the
/// other direction.
///
/// `longest` has the greatest reward of a way from the source to each vertex, and makes of rewards
/// what is lost against it: never negative where there is capacity left.
final class ResidualNetwork {

  private static final long UNLIMITED = Long.MAX_VALUE;

  final int source;
  final int sink;
  final int[] from;
  final int[] to;
  final int[] twin;
  final long[] left;
  final byte[] reward;
  final int[] longest;

  /// How many arcs were looked at, for a limit that is the same on every machine.
  long visits;

  ResidualNetwork(PendingNodes nodes) {
    Arcs arcs = new Arcs(nodes);
    this.source = 2 * nodes.size();
    this.sink = source + 1;
    this.from = new int[sink + 2];
    this.to = new int[2 * arcs.count];
    this.twin = new int[to.length];
    this.left = new long[to.length];
    this.reward = new byte[to.length];
    place(arcs);
    this.longest = longestWithoutFlow(nodes);
  }

  static int in(int node) {
    return 2 * node;
  }

  static int out(int node) {
    return 2 * node + 1;
  }

  int vertices() {
    return sink + 1;
  }

  /// What is lost by taking this arc away from `vertex`, against the longest way to where it leads.
  int loss(int vertex, int arc) {
    return longest[to[arc]] - longest[vertex] - reward[arc];
  }

  void push(int arc, long amount) {
    left[arc] -= amount;
    left[twin[arc]] += amount;
  }

  private void place(Arcs arcs) {
    for (int i = 0; i < arcs.count; i++) {
      from[arcs.tail[i] + 1]++;
      from[arcs.head[i] + 1]++;
    }
    for (int v = 0; v < vertices(); v++) {
      from[v + 1] += from[v];
    }
    int[] next = Arrays.copyOf(from, vertices());
    for (int i = 0; i < arcs.count; i++) {
      int forth = next[arcs.tail[i]]++;
      int back = next[arcs.head[i]]++;
      to[forth] = arcs.head[i];
      to[back] = arcs.tail[i];
      twin[forth] = back;
      twin[back] = forth;
      left[forth] = arcs.capacity[i];
      reward[forth] = arcs.reward[i];
      reward[back] = (byte) -arcs.reward[i];
    }
  }

  private int[] longestWithoutFlow(PendingNodes nodes) {
    int[] waits = nodes.waits(nodes.weighty());
    int[] longest = new int[vertices()];
    for (int v = 0; v < nodes.size(); v++) {
      longest[out(v)] = waits[v];
      longest[in(v)] = waits[v] - (nodes.weights()[v] > 0 ? 1 : 0);
      longest[sink] = Math.max(longest[sink], waits[v]);
    }
    return longest;
  }

  /// The arcs in the order in which they come up.
  private static final class Arcs {
    final int[] tail;
    final int[] head;
    final long[] capacity;
    final byte[] reward;
    int count;

    Arcs(PendingNodes nodes) {
      int most = 4 * nodes.size() + nodes.parents().length;
      this.tail = new int[most];
      this.head = new int[most];
      this.capacity = new long[most];
      this.reward = new byte[most];
      int source = 2 * nodes.size();
      int sink = source + 1;
      boolean[] hasChild = new boolean[nodes.size()];
      for (int v = 0; v < nodes.size(); v++) {
        if (!hasChild[v]) {
          add(source, in(v), UNLIMITED, 0);
        }
        if (nodes.weights()[v] > 0) {
          add(in(v), out(v), nodes.weights()[v], 1);
        }
        add(in(v), out(v), UNLIMITED, 0);
        int end = nodes.parentsFrom()[v + 1];
        for (int i = nodes.parentsFrom()[v]; i < end; i++) {
          add(out(v), in(nodes.parents()[i]), UNLIMITED, 0);
          hasChild[nodes.parents()[i]] = true;
        }
        if (nodes.parentsFrom()[v] == end) {
          add(out(v), sink, UNLIMITED, 0);
        }
      }
    }

    private void add(int tail, int head, long capacity, int reward) {
      this.tail[count] = tail;
      this.head[count] = head;
      this.capacity[count] = capacity;
      this.reward[count] = (byte) reward;
      count++;
    }
  }
}
