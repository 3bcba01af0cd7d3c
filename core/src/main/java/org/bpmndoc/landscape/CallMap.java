package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.graph.DependencyGraph;

/// Who calls whom, as nodes and edges to be drawn: [CallMapDot], [CallMapMermaid].
///
/// A process is drawn once, however often it is called; several calls of one process from one other
/// are one edge. What calls lead to outside the landscape is drawn too, once for each target.
public record CallMap(List<Node> nodes, List<Edge> edges) {

  public CallMap {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /// `id` is made for the map and harmless anywhere; `name` and `detail` quote the files and are
  /// not. `detail` is the file of a process, or why a call leads to no process; `process` is absent
  /// there.
  public record Node(
      String id, Kind kind, String name, String detail, Optional<SubjectId> process) {}

  /// SHARED: a process with several callers, itself among them where it calls itself. OUTSIDE: no
  /// process of the landscape.
  public enum Kind {
    PROCESS,
    SHARED,
    OUTSIDE
  }

  /// `recursion` marks an edge that leads back and is not followed.
  public record Edge(String from, String to, int calls, boolean recursion) {
    /// What is written beside it; empty for one plain call.
    String label() {
      String count = calls > 1 ? calls + " calls" : "";
      String separator = calls > 1 && recursion ? ", " : "";
      return count + separator + (recursion ? "recursion" : "");
    }
  }

  public static CallMap of(Landscape landscape, LandscapeReport report) {
    Drawing drawing = new Drawing(landscape);
    landscape.callGraph().nodes().forEach(drawing::process);
    for (int i = 0; i < landscape.calls().size(); i++) {
      drawing.call(landscape.calls().get(i), report.calls().list().get(i).status());
    }
    return new CallMap(List.copyOf(drawing.nodes.values()), drawing.edges());
  }

  private static final class Drawing {
    private final Landscape landscape;
    private final Set<DependencyGraph.Cut<SubjectId>> cuts;
    private final Map<Object, Node> nodes = new LinkedHashMap<>();
    private final Map<Edge, Integer> calls = new LinkedHashMap<>();

    /// A target as the files name it and what became of it.
    private record Outside(String target, String status) {}

    Drawing(Landscape landscape) {
      this.landscape = landscape;
      this.cuts = new HashSet<>(landscape.callGraph().cuts());
    }

    void process(SubjectId process) {
      Kind kind = landscape.callGraph().allParents(process).size() > 1 ? Kind.SHARED : Kind.PROCESS;
      nodes.put(
          process,
          new Node(
              "p" + (nodes.size() + 1),
              kind,
              landscape.subject(process).element().label(),
              process.file(),
              Optional.of(process)));
    }

    void call(Call call, String status) {
      Node to =
          call.resolvedTo().map(process -> node(process)).orElseGet(() -> outside(call, status));
      boolean recursion =
          call.resolvedTo()
              .filter(process -> cuts.contains(new DependencyGraph.Cut<>(call.caller(), process)))
              .isPresent();
      calls.merge(new Edge(node(call.caller()).id(), to.id(), 0, recursion), 1, Integer::sum);
    }

    /// A call that names nothing stands for itself.
    private Node outside(Call call, String status) {
      boolean named = !call.target().isEmpty();
      Object key = named ? new Outside(call.target(), status) : call.id();
      String name = named ? call.target() : call.node().element().label();
      return nodes.computeIfAbsent(
          key,
          _ ->
              new Node(
                  "o" + (nodes.size() + 1), Kind.OUTSIDE, name, words(status), Optional.empty()));
    }

    private static String words(String status) {
      return switch (status) {
        case "unresolved" -> "in no file";
        case "expression" -> "decided at run time";
        case "missingTarget" -> "no target";
        case "globalTask" -> "global task";
        default -> status;
      };
    }

    private Node node(SubjectId process) {
      Node found = nodes.get(process);
      if (found == null) {
        throw new IllegalStateException(process + " is not drawn; this is a bug in CallMap");
      }
      return found;
    }

    List<Edge> edges() {
      List<Edge> edges = new ArrayList<>();
      calls.forEach(
          (edge, count) -> edges.add(new Edge(edge.from(), edge.to(), count, edge.recursion())));
      return edges;
    }
  }
}
