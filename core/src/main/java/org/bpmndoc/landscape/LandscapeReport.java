package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.landscape.Call.Candidate;
import org.bpmndoc.landscape.Call.Link;
import org.bpmndoc.xml.Diagnostic;

/// The numbers of a landscape: what `bpmndoc landscape` says.
///
/// `calls` and `hierarchy` count by exact ids alone, so that they say the same whatever rules there
/// are. What other rules add is apart: `calls.byRule`, the status of each call in the list, and
/// `followed`, the hierarchy by all links, which is the one that documents are written along.
public record LandscapeReport(
    String directory,
    Landscape.FileCounts files,
    Processes processes,
    Nodes nodes,
    Calls calls,
    Hierarchy hierarchy,
    Hierarchy followed,
    DecisionReport decisions,
    int subjects,
    int dependencies,
    List<Integer> heights,
    List<Diagnostic> diagnostics) {

  private static final String SAME_FILE = "sameFile";
  private static final String OTHER_FILE = "otherFile";

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

  /// The counts up to `ambiguous` are by exact ids and sum up to `total`. `sameFile` and
  /// `otherFile` tell where the process of a resolved one is. `byRule` counts the links that are
  /// followed.
  public record Calls(
      int total,
      int resolved,
      int unresolved,
      int expression,
      int missingTarget,
      int globalTask,
      int ambiguous,
      int sameFile,
      int otherFile,
      Map<String, Integer> byRule,
      List<CallLine> list) {
    public Calls {
      byRule = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byRule));
      list = List.copyOf(list);
    }

    /// The links that are followed though exact ids alone would not give them.
    public int linkedByOtherRules() {
      return (int)
          list.stream().filter(line -> line.rule().isPresent() && !line.byExactIds()).count();
    }

    /// How many calls have that status once all rules have been asked.
    public int withStatus(String status) {
      return (int) list.stream().filter(line -> line.status().equals(status)).count();
    }
  }

  /// One call activity. `caller` and `element` are ids as in the file; `target` is absent where the
  /// file names none, `rule`, `confidence` and `resolvedTo` where the call is not resolved.
  /// `exactStatus` is what exact ids alone say. `definedIn` says where the processes are that could
  /// be meant: `sameFile`, `otherFile` or `severalFiles`.
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
      Optional<SubjectId> resolvedTo,
      String exactStatus,
      Optional<String> definedIn,
      List<Candidate> candidates) {
    public CallLine {
      candidates = List.copyOf(candidates);
    }

    boolean byExactIds() {
      return rule.isPresent()
          && (rule.get().equals(Call.Rule.PROCESS_ID.label())
              || rule.get().equals(Call.Rule.QNAME_LOCAL_PART.label()));
    }
  }

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
    return new LandscapeReport(
        landscape.directory(),
        landscape.files(),
        processes(landscape),
        nodes(landscape),
        calls(landscape),
        hierarchy(landscape, Call::exactlyResolvedTo),
        hierarchy(landscape, Call::resolvedTo),
        DecisionReport.of(landscape),
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

  private static Hierarchy hierarchy(
      Landscape landscape, Function<Call, Optional<SubjectId>> followed) {
    DependencyGraph<SubjectId> callGraph =
        Landscape.callGraph(landscape.callGraph().nodes(), landscape.calls(), followed);
    Condensed condensed = Condensed.of(callGraph);
    return new Hierarchy(
        Depth.of(landscape, condensed, followed),
        condensed.processesPerLevel(),
        callGraph.roots(),
        callGraph.cycles());
  }

  private static Calls calls(Landscape landscape) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Integer> places = new HashMap<>();
    Map<Call.Rule, Integer> rules = new EnumMap<>(Call.Rule.class);
    List<CallLine> list = new ArrayList<>();
    for (Call call : landscape.calls()) {
      CallLine line = line(landscape, call);
      list.add(line);
      counts.merge(line.exactStatus(), 1, Integer::sum);
      if (call.exact() instanceof Link.Resolved exact) {
        places.merge(definedIn(call, List.of(exact.process())).orElseThrow(), 1, Integer::sum);
      }
      if (call.link() instanceof Link.Resolved followed) {
        rules.merge(followed.rule(), 1, Integer::sum);
      }
    }
    Map<String, Integer> byRule = new LinkedHashMap<>();
    rules.forEach((rule, count) -> byRule.put(rule.label(), count));
    return new Calls(
        list.size(),
        counts.getOrDefault("resolved", 0),
        counts.getOrDefault("unresolved", 0),
        counts.getOrDefault("expression", 0),
        counts.getOrDefault("missingTarget", 0),
        counts.getOrDefault("globalTask", 0),
        counts.getOrDefault("ambiguous", 0),
        places.getOrDefault(SAME_FILE, 0),
        places.getOrDefault(OTHER_FILE, 0),
        byRule,
        list);
  }

  private static CallLine line(Landscape landscape, Call call) {
    Optional<Link.Resolved> resolved =
        call.link() instanceof Link.Resolved found ? Optional.of(found) : Optional.empty();
    List<Candidate> candidates =
        call.link() instanceof Link.Ambiguous ambiguous ? ambiguous.candidates() : List.of();
    List<SubjectId> meant =
        Stream.concat(call.resolvedTo().stream(), candidates.stream().map(Candidate::process))
            .toList();
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
        call.resolvedTo(),
        status(call.exact()),
        definedIn(call, meant),
        candidates);
  }

  private static Optional<String> definedIn(Call call, List<SubjectId> processes) {
    List<String> files = processes.stream().map(SubjectId::file).distinct().toList();
    return switch (files.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(files.getFirst().equals(call.id().file()) ? SAME_FILE : OTHER_FILE);
      default -> Optional.of("severalFiles");
    };
  }

  private static String status(Link link) {
    return switch (link) {
      case Link.Resolved _ -> "resolved";
      case Link.Unresolved _ -> "unresolved";
      case Link.ByExpression _ -> "expression";
      case Link.MissingTarget _ -> "missingTarget";
      case Link.GlobalTask _ -> "globalTask";
      case Link.Ambiguous _ -> "ambiguous";
      case Link.None _ -> "none";
    };
  }
}
