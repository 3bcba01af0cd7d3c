package org.bpmndoc.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.builder.GraphTypeBuilder;

/// Edges over `0..n-1` with those that close a cycle taken out. Each cycle is walked depth first,
/// by itself, from the lowest node at which something outside it leads in, else from its lowest
/// node; what leads back to the path walked is cut. Lowest is what has the lowest rank; the order
/// of a node's edges does not matter.
///
/// `children` are the edges kept, in the order given. `childrenFirst` has each node after all of
/// its children.
record CycleCut(int[][] children, int[] childrenFirst, List<int[]> cuts, List<int[]> cycles) {

  /// `byRank` has every node once, the lowest first; it is asked for only where there is a cycle.
  static CycleCut of(int[][] edges, Supplier<int[]> byRank) {
    Walk walk = new Walk(edges, natural(edges.length));
    return walk.cuts.isEmpty()
        ? new CycleCut(edges, walk.left, List.of(), List.of())
        : of(edges, byRank.get());
  }

  private static CycleCut of(int[][] edges, int[] byRank) {
    int[][] ranked = renumbered(edges, byRank);
    List<int[]> cycles = cycles(ranked);
    List<int[]> cuts = renamed(cuts(ranked, cycles), byRank).stream().sorted(BY_ENDS).toList();
    int[][] kept = without(edges, cuts);
    return new CycleCut(
        kept,
        new Walk(kept, natural(kept.length)).left,
        cuts,
        renamed(cycles, byRank).stream()
            .map(cycle -> Arrays.stream(cycle).sorted().toArray())
            .sorted(Comparator.comparingInt(cycle -> cycle[0]))
            .toList());
  }

  /// The same edges between nodes that are numbered by their rank.
  private static int[][] renumbered(int[][] edges, int[] byRank) {
    int[] rank = new int[byRank.length];
    for (int i = 0; i < byRank.length; i++) {
      rank[byRank[i]] = i;
    }
    return Arrays.stream(byRank)
        .mapToObj(node -> Arrays.stream(edges[node]).map(target -> rank[target]).toArray())
        .toArray(int[][]::new);
  }

  private static List<int[]> renamed(List<int[]> lists, int[] byRank) {
    return lists.stream()
        .map(ranks -> Arrays.stream(ranks).map(rank -> byRank[rank]).toArray())
        .toList();
  }

  private static List<int[]> cuts(int[][] edges, List<int[]> cycles) {
    int[] cycleOf = new int[edges.length];
    Arrays.fill(cycleOf, -1);
    for (int c = 0; c < cycles.size(); c++) {
      for (int node : cycles.get(c)) {
        cycleOf[node] = c;
      }
    }
    return new Walk(inside(edges, cycleOf), entries(edges, cycles, cycleOf)).cuts;
  }

  private static final Comparator<int[]> BY_ENDS =
      Comparator.<int[]>comparingInt(cut -> cut[0]).thenComparingInt(cut -> cut[1]);

  /// The components with a cycle, each sorted, in the order of their lowest node.
  private static List<int[]> cycles(int[][] edges) {
    Graph<Integer, DefaultEdge> graph =
        GraphTypeBuilder.<Integer, DefaultEdge>directed()
            .allowingSelfLoops(true)
            .edgeClass(DefaultEdge.class)
            .buildGraph();
    for (int node = 0; node < edges.length; node++) {
      graph.addVertex(node);
    }
    for (int source = 0; source < edges.length; source++) {
      for (int target : edges[source]) {
        graph.addEdge(source, target);
      }
    }
    return new KosarajuStrongConnectivityInspector<>(graph)
        .stronglyConnectedSets().stream()
            .map(set -> set.stream().mapToInt(Integer::intValue).sorted().toArray())
            .filter(set -> set.length > 1 || dependsOnItself(edges, set[0]))
            .sorted(Comparator.comparingInt(set -> set[0]))
            .toList();
  }

  private static boolean dependsOnItself(int[][] edges, int node) {
    return Arrays.stream(edges[node]).anyMatch(target -> target == node);
  }

  /// Only the edges between two nodes of the same cycle.
  private static int[][] inside(int[][] edges, int[] cycleOf) {
    int[][] inside = new int[edges.length][];
    for (int node = 0; node < edges.length; node++) {
      int cycle = cycleOf[node];
      inside[node] =
          cycle < 0
              ? new int[0]
              : Arrays.stream(edges[node]).filter(target -> cycleOf[target] == cycle).toArray();
    }
    return inside;
  }

  /// Where each cycle is entered.
  private static int[] entries(int[][] edges, List<int[]> cycles, int[] cycleOf) {
    int[] entry = new int[cycles.size()];
    Arrays.fill(entry, Integer.MAX_VALUE);
    for (int source = 0; source < edges.length; source++) {
      for (int target : edges[source]) {
        int cycle = cycleOf[target];
        if (cycle >= 0 && cycle != cycleOf[source]) {
          entry[cycle] = Math.min(entry[cycle], target);
        }
      }
    }
    Arrays.setAll(
        entry, cycle -> entry[cycle] == Integer.MAX_VALUE ? cycles.get(cycle)[0] : entry[cycle]);
    return entry;
  }

  /// `cuts` come sorted, so that each source is filtered once, however many of its edges go.
  private static int[][] without(int[][] edges, List<int[]> cuts) {
    int[][] kept = edges.clone();
    for (int from = 0, to; from < cuts.size(); from = to) {
      int source = cuts.get(from)[0];
      to = from;
      while (to < cuts.size() && cuts.get(to)[0] == source) {
        to++;
      }
      int[] gone = cuts.subList(from, to).stream().mapToInt(cut -> cut[1]).toArray();
      kept[source] =
          Arrays.stream(edges[source])
              .filter(target -> Arrays.binarySearch(gone, target) < 0)
              .toArray();
    }
    return kept;
  }

  private static int[] natural(int size) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /// A depth-first walk without recursion, so that a chain of a million nodes is no problem. It
  /// visits a node's targets from the lowest to the highest.
  private static final class Walk {
    private static final byte NEW = 0;
    private static final byte ON_PATH = 1;
    private static final byte LEFT = 2;

    private final int[][] edges;
    private final byte[] state;
    private final int[] next;

    /// The nodes in the order in which the walk left them.
    private final int[] left;

    private int leftCount;

    /// The edges that led back to the path.
    private final List<int[]> cuts = new ArrayList<>();

    Walk(int[][] edges, int[] starts) {
      this.edges = sorted(edges);
      this.state = new byte[edges.length];
      this.next = new int[edges.length];
      this.left = new int[edges.length];
      for (int start : starts) {
        if (state[start] == NEW) {
          walk(start);
        }
      }
    }

    private static int[][] sorted(int[][] edges) {
      return Arrays.stream(edges)
          .map(targets -> Arrays.stream(targets).sorted().toArray())
          .toArray(int[][]::new);
    }

    private void walk(int start) {
      Deque<Integer> path = new ArrayDeque<>();
      path.push(start);
      state[start] = ON_PATH;
      while (!path.isEmpty()) {
        int node = path.peek();
        if (next[node] == edges[node].length) {
          path.pop();
          state[node] = LEFT;
          left[leftCount++] = node;
          continue;
        }
        int child = edges[node][next[node]++];
        switch (state[child]) {
          case NEW -> {
            state[child] = ON_PATH;
            path.push(child);
          }
          case ON_PATH -> cuts.add(new int[] {node, child});
          default -> {
            // already left: a child with several parents
          }
        }
      }
    }
  }
}
