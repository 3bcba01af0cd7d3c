package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.landscape.Call;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;

/// Who calls whom in a landscape, and which decisions are asked: what the map draws.
///
/// `nodes` are the processes and decisions that call, ask, are called or are asked, `alone` the
/// processes and decisions that do nothing of it; both in the landscape's order. `heights` and
/// `callers` have every node: the longest way down along the edges that are followed, and how many
/// distinct nodes lead to it. `outside` counts the calls of a process that lead to no process of
/// the landscape; who has none is not in it.
record MapGraph(
    List<SubjectId> nodes,
    List<Edge> edges,
    List<SubjectId> alone,
    Map<SubjectId, Integer> heights,
    Map<SubjectId, Integer> callers,
    Map<SubjectId, Integer> outside) {

  /// All that leads from one node to another, or to itself. `calls` counts the places; `followed`
  /// is false where it closes a recursion.
  record Edge(SubjectId from, SubjectId to, int calls, boolean followed) {}

  private record Ends(SubjectId from, SubjectId to) {}

  static MapGraph of(SiteMap map) {
    List<Edge> edges = edges(map);
    Set<SubjectId> led = new HashSet<>();
    edges.forEach(edge -> led.addAll(List.of(edge.from(), edge.to())));
    List<SubjectId> nodes = new ArrayList<>();
    List<SubjectId> alone = new ArrayList<>();
    for (Subject subject : map.landscape().subjects().values()) {
      if (SiteMap.isShared(subject)) {
        (led.contains(subject.id()) ? nodes : alone).add(subject.id());
      }
    }
    Map<SubjectId, List<SubjectId>> followed = new HashMap<>();
    Map<SubjectId, Integer> callers = new HashMap<>();
    nodes.forEach(node -> callers.put(node, 0));
    for (Edge edge : edges) {
      callers.merge(edge.to(), 1, Integer::sum);
      if (edge.followed()) {
        followed.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to());
      }
    }
    Map<SubjectId, Integer> heights =
        DependencyGraph.of(nodes, node -> followed.getOrDefault(node, List.of()))
            .heights(_ -> true);
    return new MapGraph(nodes, edges, alone, heights, callers, outside(map.landscape()));
  }

  private static List<Edge> edges(SiteMap map) {
    Landscape landscape = map.landscape();
    Map<Ends, Integer> calls = new LinkedHashMap<>();
    for (Call call : landscape.calls()) {
      call.resolvedTo().ifPresent(to -> calls.merge(new Ends(call.caller(), to), 1, Integer::sum));
    }
    Set<Ends> cuts =
        landscape.callGraph().cuts().stream()
            .map(cut -> new Ends(cut.parent(), cut.child()))
            .collect(Collectors.toCollection(HashSet::new));
    for (Subject subject : landscape.subjects().values()) {
      if (subject instanceof Subject.DecisionSubject) {
        for (SiteMap.Caller caller : map.callers(subject.id())) {
          Ends ends = new Ends(map.containers(caller.container()).getFirst(), subject.id());
          calls.merge(ends, 1, Integer::sum);
          if (!caller.followed()) {
            cuts.add(ends);
          }
        }
      }
    }
    return calls.entrySet().stream()
        .map(entry -> edge(entry.getKey(), entry.getValue(), !cuts.contains(entry.getKey())))
        .toList();
  }

  private static Edge edge(Ends ends, int calls, boolean followed) {
    return new Edge(ends.from(), ends.to(), calls, followed);
  }

  private static Map<SubjectId, Integer> outside(Landscape landscape) {
    Map<SubjectId, Integer> outside = new HashMap<>();
    landscape.calls().stream()
        .filter(call -> call.resolvedTo().isEmpty())
        .forEach(call -> outside.merge(call.caller(), 1, Integer::sum));
    return outside;
  }
}
