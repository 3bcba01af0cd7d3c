package org.bpmndoc.landscape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.landscape.CallMap.Edge;
import org.bpmndoc.landscape.CallMap.Node;

/// Cuts pieces out of a call map, for where the whole would be too large to be read.
public final class CallMapCuts {

  private final CallMap map;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<SubjectId, String> processes = new HashMap<>();
  private final Map<String, List<Edge>> from = new HashMap<>();
  private final Map<String, List<Edge>> to = new HashMap<>();

  public CallMapCuts(CallMap map) {
    this.map = map;
    for (Node node : map.nodes()) {
      places.put(node.id(), places.size());
      node.process().ifPresent(process -> processes.put(process, node.id()));
    }
    for (Edge edge : map.edges()) {
      from.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
      to.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge);
    }
  }

  /// A process with those that it calls and those that call it: of each the first `neighboursMax`.
  /// Empty where there are none.
  public CallMap around(SubjectId process, int neighboursMax) {
    String center = processes.getOrDefault(process, "");
    List<Edge> edges =
        Stream.of(to, from)
            .flatMap(side -> side.getOrDefault(center, List.of()).stream().limit(neighboursMax))
            .distinct()
            .toList();
    Set<String> kept =
        edges.stream()
            .flatMap(edge -> Stream.of(edge.from(), edge.to()))
            .collect(Collectors.toSet());
    return new CallMap(nodes(kept), edges);
  }

  /// Those that call or are called, until there are `nodesMax`: from whom nobody calls down, so
  /// that what is drawn hangs together.
  public CallMap fromTheTop(int nodesMax) {
    Set<String> kept = new LinkedHashSet<>();
    callers().filter(node -> !to.containsKey(node)).forEach(top -> walk(top, kept, nodesMax));
    callers().forEach(within -> walk(within, kept, nodesMax));
    return new CallMap(
        nodes(kept),
        map.edges().stream()
            .filter(edge -> kept.contains(edge.from()) && kept.contains(edge.to()))
            .toList());
  }

  /// How many call or are called.
  public int connected() {
    return (int) Stream.of(from, to).flatMap(side -> side.keySet().stream()).distinct().count();
  }

  private Stream<String> callers() {
    return map.nodes().stream().map(Node::id).filter(from::containsKey);
  }

  private void walk(String start, Set<String> kept, int nodesMax) {
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty() && kept.size() < nodesMax) {
      String at = open.pop();
      if (kept.add(at)) {
        from.getOrDefault(at, List.of()).reversed().forEach(edge -> open.push(edge.to()));
      }
    }
  }

  /// In the order of the whole map.
  private List<Node> nodes(Set<String> kept) {
    return kept.stream().map(places::get).sorted().map(map.nodes()::get).toList();
  }
}
