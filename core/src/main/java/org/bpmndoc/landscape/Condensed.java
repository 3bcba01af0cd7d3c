package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bpmndoc.graph.DependencyGraph;

/// The call graph with each circle of processes taken as one node, named by its first member.
record Condensed(DependencyGraph<SubjectId> graph, Map<SubjectId, List<SubjectId>> circles) {

  static Condensed of(DependencyGraph<SubjectId> callGraph) {
    Map<SubjectId, SubjectId> first = new HashMap<>();
    Map<SubjectId, List<SubjectId>> circles = new HashMap<>();
    for (List<SubjectId> cycle : callGraph.cycles()) {
      circles.put(cycle.getFirst(), cycle);
      cycle.forEach(member -> first.put(member, cycle.getFirst()));
    }
    Map<SubjectId, List<SubjectId>> children = new HashMap<>();
    List<SubjectId> nodes = new ArrayList<>();
    for (SubjectId process : callGraph.nodes()) {
      SubjectId node = first.getOrDefault(process, process);
      nodes.add(node);
      for (SubjectId called : callGraph.children(process)) {
        SubjectId child = first.getOrDefault(called, called);
        if (!child.equals(node)) {
          children.computeIfAbsent(node, id -> new ArrayList<>()).add(child);
        }
      }
    }
    return new Condensed(
        DependencyGraph.of(nodes, id -> children.getOrDefault(id, List.of())), circles);
  }

  /// The processes that a node stands for.
  List<SubjectId> members(SubjectId node) {
    return circles.getOrDefault(node, List.of(node));
  }

  /// How many processes there are at each level, a bottom-up wave: 0 calls nothing that is
  /// followed, else one above the highest that is called. The members of a circle share a level.
  List<Integer> processesPerLevel() {
    List<Integer> levels = new ArrayList<>();
    graph
        .heights(node -> true)
        .forEach((node, level) -> {
          while (levels.size() <= level) {
            levels.add(0);
          }
          levels.set(level, levels.get(level) + members(node).size());
        });
    return levels;
  }
}
