package org.bpmndoc.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.landscape.SubjectId;
import org.jgrapht.alg.util.UnionFind;

/// How a map is cut into sheets that can be read.
///
/// What hangs together is drawn together, as much on a sheet as fits, the largest first. What hangs
/// together and does not fit is cut by its roots: each stands with all it leads to, so that what
/// several lead to is drawn several times. What even one root leads to may be too much; it is in
/// `undrawn`, unless another sheet has it.
record MapSheets(List<List<SubjectId>> sheets, List<SubjectId> undrawn) {

  /// What fits on a sheet, and how many sheets there are at most: so much is laid out in seconds.
  record Limits(int nodes, int edges, int sheets) {
    static final Limits READABLE = new Limits(200, 600, 100);
  }

  static MapSheets of(MapGraph graph, Limits limits) {
    return new Cutting(graph, limits).sheets();
  }

  /// The sheet that shows a process or a decision first.
  Map<SubjectId, Integer> places() {
    Map<SubjectId, Integer> places = new HashMap<>();
    for (int sheet = 0; sheet < sheets.size(); sheet++) {
      for (SubjectId node : sheets.get(sheet)) {
        places.putIfAbsent(node, sheet);
      }
    }
    return places;
  }

  private static final class Cutting {
    private final MapGraph graph;
    private final Limits limits;
    private final Map<SubjectId, List<SubjectId>> followed = new HashMap<>();
    private final Map<SubjectId, List<SubjectId>> edges = new HashMap<>();
    private final List<List<SubjectId>> sheets = new ArrayList<>();
    private Set<SubjectId> open = new LinkedHashSet<>();

    Cutting(MapGraph graph, Limits limits) {
      this.graph = graph;
      this.limits = limits;
      for (MapGraph.Edge edge : graph.edges()) {
        edges.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to());
        if (edge.followed()) {
          followed.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to());
        }
      }
    }

    MapSheets sheets() {
      for (Set<SubjectId> component : components()) {
        if (fits(component)) {
          add(component);
        } else {
          close();
          roots(component).forEach(root -> reach(root).ifPresent(this::add));
          close();
        }
      }
      close();
      Set<SubjectId> drawn = new HashSet<>();
      sheets.forEach(drawn::addAll);
      return new MapSheets(
          sheets, graph.nodes().stream().filter(node -> !drawn.contains(node)).toList());
    }

    /// What hangs together, the largest first.
    private List<Set<SubjectId>> components() {
      UnionFind<SubjectId> joined = new UnionFind<>(new LinkedHashSet<>(graph.nodes()));
      graph.edges().forEach(edge -> joined.union(edge.from(), edge.to()));
      Map<SubjectId, Set<SubjectId>> components = new LinkedHashMap<>();
      for (SubjectId node : graph.nodes()) {
        components.computeIfAbsent(joined.find(node), _ -> new LinkedHashSet<>()).add(node);
      }
      return components.values().stream()
          .sorted(Comparator.comparingInt((Set<SubjectId> component) -> -component.size()))
          .toList();
    }

    private void add(Set<SubjectId> more) {
      Set<SubjectId> both = new LinkedHashSet<>(open);
      both.addAll(more);
      if (!fits(both)) {
        close();
        both = more;
      }
      open = both;
    }

    private void close() {
      if (!open.isEmpty() && sheets.size() < limits.sheets()) {
        sheets.add(List.copyOf(open));
      }
      open = new LinkedHashSet<>();
    }

    private boolean fits(Set<SubjectId> nodes) {
      return nodes.size() <= limits.nodes()
          && nodes.stream()
                  .flatMap(from -> edges.getOrDefault(from, List.of()).stream())
                  .filter(nodes::contains)
                  .count()
              <= limits.edges();
    }

    private List<SubjectId> roots(Set<SubjectId> component) {
      Set<SubjectId> called = new HashSet<>();
      component.forEach(node -> called.addAll(followed.getOrDefault(node, List.of())));
      return component.stream().filter(node -> !called.contains(node)).toList();
    }

    /// All that a root leads to, and itself; absent where that does not fit.
    private Optional<Set<SubjectId>> reach(SubjectId root) {
      Set<SubjectId> reached = new LinkedHashSet<>(Set.of(root));
      Deque<SubjectId> next = new ArrayDeque<>(reached);
      while (!next.isEmpty() && reached.size() <= limits.nodes()) {
        for (SubjectId child : followed.getOrDefault(next.removeFirst(), List.of())) {
          if (reached.add(child)) {
            next.addLast(child);
          }
        }
      }
      return Optional.of(reached).filter(this::fits);
    }
  }
}
