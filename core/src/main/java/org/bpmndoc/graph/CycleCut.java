package org.bpmndoc.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.builder.GraphTypeBuilder;

/// Edges over `0..n-1` with those that close a cycle taken out, by a depth-first walk that enters
/// each cycle where something outside it leads in, else at its lowest node.
///
/// `childrenFirst` is the order in which that walk left the nodes: each after all of its children.
record CycleCut(int[][] children, int[] childrenFirst, List<int[]> cuts, List<int[]> cycles) {

  static CycleCut of(int[][] edges) {
    List<int[]> cycles = cycles(edges);
    return cycles.isEmpty()
        ? new Walk(edges).from(natural(edges.length), cycles)
        : cutAt(edges, cycles);
  }

  private static CycleCut cutAt(int[][] edges, List<int[]> cycles) {
    int[] cycleOf = new int[edges.length];
    Arrays.fill(cycleOf, -1);
    for (int c = 0; c < cycles.size(); c++) {
      for (int node : cycles.get(c)) {
        cycleOf[node] = c;
      }
    }
    int[] entry = cycles.stream().mapToInt(cycle -> cycle[0]).toArray();
    boolean[] entered = new boolean[cycles.size()];
    for (int source = 0; source < edges.length; source++) {
      for (int target : edges[source]) {
        int cycle = cycleOf[target];
        if (cycle >= 0 && cycle != cycleOf[source] && (!entered[cycle] || target < entry[cycle])) {
          entry[cycle] = target;
          entered[cycle] = true;
        }
      }
    }
    // Starting at the entries makes the walk leave each cycle's way in uncut.
    List<Integer> starts = new ArrayList<>();
    for (int e : entry) {
      starts.add(e);
    }
    for (int node : natural(edges.length)) {
      starts.add(node);
    }
    return new Walk(edges).from(starts.stream().mapToInt(Integer::intValue).toArray(), cycles);
  }

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

  private static int[] natural(int size) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /// A depth-first walk without recursion, so that a chain of a million nodes is no problem.
  private static final class Walk {
    private static final byte NEW = 0;
    private static final byte ON_PATH = 1;
    private static final byte LEFT = 2;

    private final int[][] edges;
    private final byte[] state;
    private final int[] next;
    private final int[] left;
    private int leftCount;
    private final List<int[]> cuts = new ArrayList<>();

    Walk(int[][] edges) {
      this.edges = edges;
      this.state = new byte[edges.length];
      this.next = new int[edges.length];
      this.left = new int[edges.length];
    }

    CycleCut from(int[] starts, List<int[]> cycles) {
      for (int start : starts) {
        if (state[start] == NEW) {
          walk(start);
        }
      }
      cuts.sort(Comparator.<int[]>comparingInt(cut -> cut[0]).thenComparingInt(cut -> cut[1]));
      return new CycleCut(withoutCuts(), left, List.copyOf(cuts), cycles);
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

    private int[][] withoutCuts() {
      int[][] kept = edges.clone();
      for (int[] cut : cuts) {
        kept[cut[0]] = Arrays.stream(kept[cut[0]]).filter(child -> child != cut[1]).toArray();
      }
      return kept;
    }
  }
}
