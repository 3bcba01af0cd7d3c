package org.bpmndoc.plan;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bpmndoc.graph.DependencyGraph;

/// A few nodes to write before all others, to see what comes of them: leaves, and one parent of
/// leaves where there is any.
///
/// `leaves` begins with those that the parent waits for. `leavesAsked` is how many were wanted:
/// there are more where no parent waits for so few, and fewer where there are no more.
public record Sample<N>(List<N> leaves, Optional<N> parent, int leavesAsked) {

  public Sample {
    leaves = List.copyOf(leaves);
    if (leavesAsked < 1) {
      throw new IllegalArgumentException("a sample has at least one leaf, not " + leavesAsked);
    }
  }

  /// The parent is the one that waits for most leaves, but for no more than that many; where each
  /// waits for more, the one that waits for fewest. Leaves that it does not wait for are taken of
  /// the kind that there are fewest of so far. What is equal goes by the order of the graph.
  public static <N> Sample<N> of(
      DependencyGraph<N> graph, Predicate<N> pending, Function<N, ?> kind, int leavesAsked) {
    Map<N, Integer> heights = graph.heights(pending);
    Function<N, List<N>> waitsFor =
        parent -> graph.children(parent).stream().filter(pending).toList();
    Optional<N> parent = parent(at(heights, 1), of -> waitsFor.apply(of).size(), leavesAsked);
    Set<N> leaves = new LinkedHashSet<>(parent.map(waitsFor).orElse(List.of()));
    fill(leaves, at(heights, 0), kind, leavesAsked);
    return new Sample<>(List.copyOf(leaves), parent, leavesAsked);
  }

  private static <N> List<N> at(Map<N, Integer> heights, int height) {
    return heights.entrySet().stream()
        .filter(node -> node.getValue() == height)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static <N> Optional<N> parent(
      List<N> parents, Function<N, Integer> leaves, int leavesMax) {
    // Reversed, since of equals the first is taken only by min.
    return parents.stream()
        .filter(parent -> leaves.apply(parent) <= leavesMax)
        .min(Comparator.comparing(leaves).reversed())
        .or(() -> parents.stream().min(Comparator.comparing(leaves)));
  }

  private static <N> void fill(
      Set<N> leaves, List<N> candidates, Function<N, ?> kind, int leavesAsked) {
    Map<Object, Integer> chosen = new HashMap<>();
    leaves.forEach(leaf -> chosen.merge(kind.apply(leaf), 1, Integer::sum));
    Map<Object, Deque<N>> left = new LinkedHashMap<>();
    for (N leaf : candidates) {
      if (!leaves.contains(leaf)) {
        left.computeIfAbsent(kind.apply(leaf), _ -> new ArrayDeque<>()).add(leaf);
      }
    }
    while (leaves.size() < leavesAsked && !left.isEmpty()) {
      Map.Entry<Object, Deque<N>> rarest =
          left.entrySet().stream()
              .min(Comparator.comparing(of -> chosen.getOrDefault(of.getKey(), 0)))
              .orElseThrow();
      leaves.add(rarest.getValue().remove());
      chosen.merge(rarest.getKey(), 1, Integer::sum);
      left.values().removeIf(Deque::isEmpty);
    }
  }

  /// All of it, the parent last.
  public List<N> nodes() {
    return Stream.concat(leaves.stream(), parent.stream()).toList();
  }

  public boolean isEmpty() {
    return leaves.isEmpty();
  }

  /// Whether there are more leaves than were wanted, since every parent waits for more.
  public boolean isLarger() {
    return leaves.size() > leavesAsked;
  }
}
