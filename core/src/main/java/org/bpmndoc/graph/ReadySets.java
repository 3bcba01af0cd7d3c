package org.bpmndoc.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells which nodes become ready as others are finished: the ready sets of a [DependencyGraph],
/// one step at a time, so that a whole walk touches every edge once.
public final class ReadySets<N> {

  private final DependencyGraph<N> graph;
  private final Map<N, Integer> unfinishedChildren = new HashMap<>();

  public ReadySets(DependencyGraph<N> graph) {
    this.graph = graph;
    for (N node : graph.nodes()) {
      unfinishedChildren.put(node, graph.children(node).size());
    }
  }

  /// The nodes that wait for nobody.
  public List<N> leaves() {
    return graph.nodes().stream().filter(node -> remaining(node) == 0).toList();
  }

  /// Marks a node as finished, once, and gives the parents that waited for it alone.
  public List<N> finish(N node) {
    if (remaining(node) != 0) {
      throw new IllegalStateException(
          node + " is finished twice, or before " + remaining(node) + " of its children");
    }
    unfinishedChildren.put(node, -1);
    List<N> ready = new ArrayList<>();
    for (N parent : graph.parents(node)) {
      if (unfinishedChildren.merge(parent, -1, Integer::sum) == 0) {
        ready.add(parent);
      }
    }
    return ready;
  }

  private int remaining(N node) {
    Integer remaining = unfinishedChildren.get(node);
    if (remaining == null) {
      throw new IllegalArgumentException(node + " is not a node of this graph");
    }
    return remaining;
  }
}
