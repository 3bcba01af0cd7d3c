package org.bpmndoc.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A directed acyclic graph of nodes and the children they depend on.
///
/// Cycles in the input are condensed: of each, the edges that lead back are cut, chosen by an order
/// of the nodes alone, and kept in [#cuts]. Every list this class gives is in the order in which
/// the nodes came in, so that the same input always has the same output.
public final class DependencyGraph<N> {

  /// An edge that is not followed, because it would close a cycle.
  public record Cut<N>(N parent, N child) {}

  private final List<N> nodes;
  private final Map<N, Integer> index;
  private final int[][] children;
  private final int[][] parents;
  private final int[][] allParents;
  private final int[] childrenFirst;
  private final List<Cut<N>> cuts;
  private final List<List<N>> cycles;

  private DependencyGraph(List<N> nodes, Map<N, Integer> index, int[][] edges, CycleCut acyclic) {
    this.nodes = nodes;
    this.index = index;
    this.children = acyclic.children();
    this.parents = reversed(children);
    this.allParents = acyclic.cuts().isEmpty() ? parents : reversed(edges);
    this.childrenFirst = acyclic.childrenFirst();
    this.cuts =
        acyclic.cuts().stream()
            .map(cut -> new Cut<>(nodes.get(cut[0]), nodes.get(cut[1])))
            .toList();
    this.cycles =
        acyclic.cycles().stream()
            .map(cycle -> Arrays.stream(cycle).mapToObj(nodes::get).toList())
            .toList();
  }

  /// The graph over `nodes`, in their order, which also chooses what is cut. Children of a node
  /// come in the order given, each once; a child that is not among the nodes is an error of the
  /// caller.
  public static <N> DependencyGraph<N> of(
      Collection<N> nodes, Function<N, ? extends Collection<N>> childrenOf) {
    return of(nodes, childrenOf, (_, _) -> 0);
  }

  /// The same, but what is cut is chosen by `rank`, and by the order of the nodes only where that
  /// finds no difference.
  public static <N> DependencyGraph<N> of(
      Collection<N> nodes,
      Function<N, ? extends Collection<N>> childrenOf,
      Comparator<? super N> rank) {
    List<N> ordered = List.copyOf(new LinkedHashSet<>(nodes));
    Map<N, Integer> index = HashMap.newHashMap(ordered.size());
    for (N node : ordered) {
      index.put(node, index.size());
    }
    int[][] edges = new int[ordered.size()][];
    for (int i = 0; i < edges.length; i++) {
      edges[i] =
          childrenOf.apply(ordered.get(i)).stream()
              .mapToInt(child -> indexOf(index, child))
              .distinct()
              .toArray();
    }
    return new DependencyGraph<>(
        ordered, index, edges, CycleCut.of(edges, () -> ranked(ordered, rank)));
  }

  private static <N> int[] ranked(List<N> nodes, Comparator<? super N> rank) {
    return IntStream.range(0, nodes.size())
        .boxed()
        .sorted(Comparator.comparing(nodes::get, rank))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  public List<N> nodes() {
    return nodes;
  }

  /// The children that are followed.
  public List<N> children(N node) {
    return named(children[indexOf(index, node)]);
  }

  public List<N> parents(N node) {
    return named(parents[indexOf(index, node)]);
  }

  /// Also those whose edge to it was cut; itself where it depends on itself.
  public List<N> allParents(N node) {
    return named(allParents[indexOf(index, node)]);
  }

  public int edgeCount() {
    return Arrays.stream(children).mapToInt(edges -> edges.length).sum();
  }

  public List<Cut<N>> cuts() {
    return cuts;
  }

  /// The strongly connected components with a cycle in them: several nodes, or one that depends on
  /// itself.
  public List<List<N>> cycles() {
    return cycles;
  }

  /// Nodes that nothing depends on; where all nodes of a cycle depend on each other, the one at
  /// which its cut leads in.
  public List<N> roots() {
    return nodes.stream().filter(node -> parents[indexOf(index, node)].length == 0).toList();
  }

  /// Every node after all of its children.
  public List<N> childrenFirst() {
    return named(childrenFirst);
  }

  /// The longest path from each pending node down to a pending leaf, leaf = 0. Nodes that are not
  /// pending count as done: they have no height and nobody waits for them.
  public Map<N, Integer> heights(Predicate<N> pending) {
    int[] height = new int[nodes.size()];
    Arrays.fill(height, -1);
    for (int node : childrenFirst) {
      if (pending.test(nodes.get(node))) {
        int highest = -1;
        for (int child : children[node]) {
          highest = Math.max(highest, height[child]);
        }
        height[node] = highest + 1;
      }
    }
    Map<N, Integer> named = new LinkedHashMap<>();
    for (int i = 0; i < height.length; i++) {
      if (height[i] >= 0) {
        named.put(nodes.get(i), height[i]);
      }
    }
    return named;
  }

  /// How many nodes stand at each height, all nodes pending.
  public List<Integer> heightCounts() {
    return heightCounts(node -> true);
  }

  /// How many of the pending nodes stand at each height.
  public List<Integer> heightCounts(Predicate<N> pending) {
    List<Integer> counts = new ArrayList<>();
    for (int height : heights(pending).values()) {
      while (counts.size() <= height) {
        counts.add(0);
      }
      counts.set(height, counts.get(height) + 1);
    }
    return counts;
  }

  /// The places of [#childrenFirst] in [#nodes].
  int[] placesChildrenFirst() {
    return childrenFirst;
  }

  /// The places of [#parents], for each node by its own place.
  int[][] placesOfParents() {
    return parents;
  }

  private List<N> named(int[] indexes) {
    return Arrays.stream(indexes).mapToObj(nodes::get).toList();
  }

  private static <N> int indexOf(Map<N, Integer> index, N node) {
    Integer found = index.get(node);
    if (found == null) {
      throw new IllegalArgumentException(node + " is not a node of this graph");
    }
    return found;
  }

  private static int[][] reversed(int[][] edges) {
    int[] counts = new int[edges.length];
    for (int[] targets : edges) {
      for (int target : targets) {
        counts[target]++;
      }
    }
    int[][] reversed = new int[edges.length][];
    Arrays.setAll(reversed, i -> new int[counts[i]]);
    int[] filled = new int[edges.length];
    for (int source = 0; source < edges.length; source++) {
      for (int target : edges[source]) {
        reversed[target][filled[target]++] = source;
      }
    }
    return reversed;
  }
}
