package org.bpmndoc.graph;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// Which nodes to take so that they weigh the most while no way from a leaf to a root holds more of
/// them than a number of waits, for each such number. What a node weighs is what it saves by batch.
///
/// That is the heaviest union of so many antichains. It is exact: of a forest always, of any other
/// graph unless a limit of work is reached, and then the answer says how far off it may be. The
/// same input always has the same answer.
public final class WaitOptimum<N> {

  /// Arcs looked at in one search: several seconds of work, or tens on a busy machine.
  private static final long VISITS_MAX = 500_000_000L;

  /// The nodes taken, in the order of the graph, and what they weigh. `waits` is how many of them
  /// the way with the most has; no family for the number of waits asked for weighs more than
  /// `bound`.
  public record Family<N>(int waits, Set<N> nodes, long weight, long bound) {
    public Family {
      nodes = Collections.unmodifiableSet(new LinkedHashSet<>(nodes));
    }

    public boolean isExact() {
      return weight == bound;
    }
  }

  private final List<N> names;
  private final PendingNodes nodes;
  private final Families families;
  private final int waitsMax;

  private WaitOptimum(List<N> names, PendingNodes nodes, Families families) {
    this.names = names;
    this.nodes = nodes;
    this.families = families;
    this.waitsMax = nodes.waitsMax(nodes.weighty());
  }

  /// Only the nodes `among` are there to be taken, and nothing is waited for through others. No
  /// weight may be negative.
  public static <N> WaitOptimum<N> of(
      DependencyGraph<N> graph, Predicate<N> among, ToLongFunction<N> weight) {
    PendingNodes nodes = PendingNodes.of(graph, among, weight);
    return new WaitOptimum<>(
        graph.nodes(),
        nodes,
        nodes.isForest() ? ForestFamilies.of(nodes) : new FlowFamilies(nodes, VISITS_MAX));
  }

  /// By the way that is right for any graph, with a limit of its own.
  static <N> WaitOptimum<N> byFlow(
      DependencyGraph<N> graph, Predicate<N> among, ToLongFunction<N> weight, long visitsMax) {
    PendingNodes nodes = PendingNodes.of(graph, among, weight);
    return new WaitOptimum<>(graph.nodes(), nodes, new FlowFamilies(nodes, visitsMax));
  }

  /// The fewest waits with which all nodes that weigh anything are taken.
  public int waitsMax() {
    return waitsMax;
  }

  public Family<N> atMost(int waits) {
    if (waits < 0) {
      throw new IllegalArgumentException("there are no " + waits + " waits");
    }
    if (waits == 0) {
      return new Family<>(0, Set.of(), 0, 0);
    }
    if (waits >= waitsMax) {
      return named(new Families.Bounded(nodes.weighty(), nodes.total()), waits);
    }
    return named(families.atMost(waits), waits);
  }

  private Family<N> named(Families.Bounded family, int waits) {
    int used = nodes.waitsMax(family.nodes());
    long weight = nodes.weight(family.nodes());
    if (used > waits || weight > family.bound()) {
      throw new IllegalStateException(
          "expected at most %d waits and a weight of %d, got %d and %d; this is a bug in WaitOptimum"
              .formatted(waits, family.bound(), used, weight));
    }
    BitSet places = new BitSet(names.size());
    family.nodes().stream().forEach(v -> places.set(nodes.places()[v]));
    Set<N> named = new LinkedHashSet<>();
    places.stream().forEach(place -> named.add(names.get(place)));
    return new Family<>(used, named, weight, family.bound());
  }
}
