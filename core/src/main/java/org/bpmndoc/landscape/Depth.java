package org.bpmndoc.landscape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;

/// The number of nodes on the longest path along containment and calls, a root being 1. A process
/// that is already on the path is not entered again.
///
/// Outside of recursion each process is looked at once. Inside a circle of processes the longest
/// path is searched for by trying, in a bounded number of steps: where very many call each other,
/// the depth found is a lower bound.
final class Depth {

  private static final int STEPS_MAX = 100_000;
  private static final int PATH_MAX = 500;

  /// One process by itself: its longest path down without entering a call, and for each process it
  /// calls the number of nodes down to the deepest such call, that call included.
  private record Inside(int own, Map<SubjectId, Integer> calls) {}

  private final Map<SubjectId, FlowContent> processes = new HashMap<>();
  private final Map<FlowNode, SubjectId> called = new IdentityHashMap<>();
  private final Map<SubjectId, Inside> insides = new HashMap<>();
  private final Map<SubjectId, Integer> depths = new HashMap<>();
  private int stepsLeft = STEPS_MAX;

  private Depth(Landscape landscape, Function<Call, Optional<SubjectId>> followed) {
    for (Subject subject : landscape.subjects().values()) {
      if (subject instanceof Subject.ProcessSubject process) {
        processes.put(process.id(), process.home().content());
      }
    }
    landscape
        .calls()
        .forEach(call -> followed.apply(call).ifPresent(to -> called.put(call.node(), to)));
  }

  static int of(
      Landscape landscape, Condensed calls, Function<Call, Optional<SubjectId>> followed) {
    return new Depth(landscape, followed).longest(calls);
  }

  private int longest(Condensed calls) {
    for (SubjectId node : calls.graph().childrenFirst()) {
      List<SubjectId> members = calls.members(node);
      Map<SubjectId, Integer> found = new LinkedHashMap<>();
      members.forEach(
          member -> found.put(member, search(member, Set.copyOf(members), new HashSet<>())));
      depths.putAll(found);
    }
    return depths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private int search(SubjectId process, Set<SubjectId> circle, Set<SubjectId> path) {
    path.add(process);
    stepsLeft--;
    Inside inside = insides.computeIfAbsent(process, this::inside);
    int longest = inside.own();
    for (Map.Entry<SubjectId, Integer> call : inside.calls().entrySet()) {
      SubjectId called = call.getKey();
      if (!circle.contains(called)) {
        longest = Math.max(longest, call.getValue() + depths.getOrDefault(called, 0));
      } else if (!path.contains(called) && path.size() < PATH_MAX && stepsLeft > 0) {
        longest = Math.max(longest, call.getValue() + search(called, circle, path));
      }
    }
    path.remove(process);
    return longest;
  }

  private Inside inside(SubjectId process) {
    Map<SubjectId, Integer> calls = new LinkedHashMap<>();
    FlowContent content = processes.get(process);
    return new Inside(content == null ? 1 : down(content, 1, calls), calls);
  }

  private int down(FlowContent content, int depth, Map<SubjectId, Integer> calls) {
    int longest = depth;
    for (FlowNode node : content.nodes()) {
      if (node instanceof FlowNode.Activity) {
        SubjectId process = called.get(node);
        if (process != null) {
          calls.merge(process, depth + 1, Math::max);
        }
        longest =
            Math.max(
                longest,
                node instanceof FlowNode.SubProcess inner
                    ? down(inner.content(), depth + 1, calls)
                    : depth + 1);
      }
    }
    return longest;
  }
}
