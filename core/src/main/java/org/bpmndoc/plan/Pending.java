package org.bpmndoc.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bpmndoc.graph.DependencyGraph;

/// The nodes still to be written, numbered so that each comes after its children, and of each the
/// children that it waits for. `inOrder` are the numbers in the order of the graph.
record Pending<N>(List<N> nodes, int[][] children, int[] inOrder) {

  private static final int[] NONE = {};

  static <N> Pending<N> of(DependencyGraph<N> graph, Predicate<N> pending) {
    List<N> nodes = graph.childrenFirst().stream().filter(pending).toList();
    Map<N, Integer> number = HashMap.newHashMap(nodes.size());
    int[][] children = new int[nodes.size()][];
    for (N node : nodes) {
      children[number.size()] =
          graph.children(node).stream()
              .map(number::get)
              .filter(child -> child != null)
              .mapToInt(Integer::intValue)
              .toArray();
      number.put(node, number.size());
    }
    int[] inOrder =
        graph.nodes().stream()
            .map(number::get)
            .filter(one -> one != null)
            .mapToInt(Integer::intValue)
            .toArray();
    return new Pending<>(nodes, children, inOrder);
  }

  int size() {
    return nodes.size();
  }

  /// The same nodes where nobody waits for anybody.
  Pending<N> independent() {
    int[][] none = new int[size()][];
    Arrays.fill(none, NONE);
    return new Pending<>(nodes, none, inOrder);
  }

  /// Who waits for each of them.
  int[][] parents() {
    int[] counts = new int[size()];
    for (int[] of : children) {
      for (int child : of) {
        counts[child]++;
      }
    }
    int[][] parents = new int[size()][];
    Arrays.setAll(parents, node -> new int[counts[node]]);
    for (int node = size() - 1; node >= 0; node--) {
      for (int child : children[node]) {
        parents[child][--counts[child]] = node;
      }
    }
    return parents;
  }

  /// Which of them wait for nothing.
  boolean[] leaves() {
    boolean[] leaves = new boolean[size()];
    for (int node = 0; node < leaves.length; node++) {
      leaves[node] = children[node].length == 0;
    }
    return leaves;
  }

  /// The channel of each, in the order of the graph.
  Map<N, Channel> channels(boolean[] batched) {
    Map<N, Channel> channels = LinkedHashMap.newLinkedHashMap(size());
    for (int node : inOrder) {
      channels.put(nodes.get(node), batched[node] ? Channel.BATCH : Channel.DIRECT);
    }
    return channels;
  }
}
