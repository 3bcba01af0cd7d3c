package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.Diagnostic;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.Call.Link;

/// The numbers of a landscape: what `bpmndoc landscape` says.
public record LandscapeReport(
    String directory,
    Landscape.FileCounts files,
    Processes processes,
    Nodes nodes,
    Calls calls,
    Hierarchy hierarchy,
    int subjects,
    int dependencies,
    List<Integer> heights,
    List<Diagnostic> diagnostics) {

  public LandscapeReport {
    heights = List.copyOf(heights);
    diagnostics = List.copyOf(diagnostics);
  }

  /// `duplicateIds` counts the ids that more than one process has; a process without an id is in
  /// `total` only.
  public record Processes(int total, int distinctIds, int duplicateIds) {}

  /// Processes and activities; events and gateways do not count. By BPMN's element names.
  public record Nodes(int total, Map<String, Integer> byType) {
    public Nodes {
      byType = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byType));
    }
  }

  public record Calls(
      int total,
      int resolved,
      int unresolved,
      int expression,
      int missingTarget,
      int globalTask,
      int ambiguous,
      List<CallLine> list) {
    public Calls {
      list = List.copyOf(list);
    }
  }

  /// One call activity. `caller` and `element` are ids as in the file; `target` is absent where the
  /// file names none, the last three where the call is not resolved.
  public record CallLine(
      String caller,
      String file,
      int line,
      String element,
      String name,
      Optional<String> target,
      String status,
      Optional<String> rule,
      Optional<Double> confidence,
      Optional<SubjectId> resolvedTo) {}

  /// `maxDepth` is the number of nodes on the longest path along containment and calls. `levels` is
  /// the number of processes at each level, `roots` the processes that nobody calls (of a cycle
  /// that nobody outside calls, the one where it is entered).
  public record Hierarchy(
      int maxDepth, List<Integer> levels, List<SubjectId> roots, List<List<SubjectId>> cycles) {
    public Hierarchy {
      levels = List.copyOf(levels);
      roots = List.copyOf(roots);
      cycles = List.copyOf(cycles);
    }
  }

  public static LandscapeReport of(Landscape landscape) {
    Condensed condensed = Condensed.of(landscape.callGraph());
    return new LandscapeReport(
        landscape.directory(),
        landscape.files(),
        processes(landscape),
        nodes(landscape),
        calls(landscape),
        new Hierarchy(
            Depth.of(landscape, condensed),
            condensed.processesPerLevel(),
            landscape.callGraph().roots(),
            landscape.callGraph().cycles()),
        landscape.subjects().size(),
        landscape.dependencies().edgeCount(),
        landscape.dependencies().heightCounts(),
        landscape.diagnostics());
  }

  private static Processes processes(Landscape landscape) {
    int total = 0;
    Set<String> ids = new HashSet<>();
    Set<String> duplicates = new HashSet<>();
    for (Definitions file : landscape.definitions()) {
      for (Definitions.Process process : file.processes()) {
        total++;
        if (!process.id().isEmpty() && !ids.add(process.id())) {
          duplicates.add(process.id());
        }
      }
    }
    return new Processes(total, ids.size(), duplicates.size());
  }

  private static Nodes nodes(Landscape landscape) {
    Map<String, Integer> byType = new TreeMap<>();
    for (Definitions file : landscape.definitions()) {
      for (Definitions.Process process : file.processes()) {
        byType.merge(NodeTypes.PROCESS, 1, Integer::sum);
        count(process.content(), byType);
      }
    }
    return new Nodes(byType.values().stream().mapToInt(Integer::intValue).sum(), byType);
  }

  private static void count(FlowContent content, Map<String, Integer> byType) {
    for (FlowNode node : content.nodes()) {
      if (node instanceof FlowNode.Activity activity) {
        byType.merge(NodeTypes.of(activity), 1, Integer::sum);
        if (activity instanceof FlowNode.SubProcess subProcess) {
          count(subProcess.content(), byType);
        }
      }
    }
  }

  private static Calls calls(Landscape landscape) {
    Map<String, Integer> counts = new TreeMap<>();
    List<CallLine> list = new ArrayList<>();
    for (Call call : landscape.calls()) {
      CallLine line = line(landscape, call);
      counts.merge(line.status(), 1, Integer::sum);
      list.add(line);
    }
    return new Calls(
        list.size(),
        counts.getOrDefault("resolved", 0),
        counts.getOrDefault("unresolved", 0),
        counts.getOrDefault("expression", 0),
        counts.getOrDefault("missingTarget", 0),
        counts.getOrDefault("globalTask", 0),
        counts.getOrDefault("ambiguous", 0),
        list);
  }

  private static CallLine line(Landscape landscape, Call call) {
    Optional<Link.Resolved> resolved =
        call.link() instanceof Link.Resolved found ? Optional.of(found) : Optional.empty();
    return new CallLine(
        landscape.subject(call.caller()).element().id(),
        call.id().file(),
        call.node().element().location().line(),
        call.node().id(),
        call.node().element().name(),
        Optional.of(call.target()).filter(target -> !target.isEmpty()),
        status(call.link()),
        resolved.map(link -> link.rule().label()),
        resolved.map(Link.Resolved::confidence),
        call.resolvedTo());
  }

  private static String status(Link link) {
    return switch (link) {
      case Link.Resolved _ -> "resolved";
      case Link.Unresolved _ -> "unresolved";
      case Link.ByExpression _ -> "expression";
      case Link.MissingTarget _ -> "missingTarget";
      case Link.GlobalTask _ -> "globalTask";
      case Link.Ambiguous _ -> "ambiguous";
    };
  }
}
