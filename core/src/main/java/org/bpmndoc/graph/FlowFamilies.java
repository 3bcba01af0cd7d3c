package org.bpmndoc.graph;

import java.util.BitSet;
import java.util.List;

/// The heaviest families of any graph, found by one [LongestFlow] for as many waits as there is
/// room for, more than a plan can mean, and by one of its own for each greater number. For the
/// numbers of waits that it does not reach within the limit of visits there are [ThinnedFamilies],
/// bounded by how far it came and by the forest that is left without some of the arcs.
final class FlowFamilies implements Families {

  private static final int KEPT_AT_LEAST = 64;

  /// Each family kept takes a bit for each node; those of a long chain would be too many.
  private static final int KEPT_BITS = 1 << 28;

  private final PendingNodes nodes;
  private final long visitsMax;
  private final BitSet[] kept;

  private final int reached;
  private final BitSet lowest;
  private final LongestFlow.Bound bound;

  FlowFamilies(PendingNodes nodes, long visitsMax) {
    this.nodes = nodes;
    this.visitsMax = visitsMax;
    LongestFlow flow = new LongestFlow(nodes, visitsMax);
    int room = Math.max(KEPT_AT_LEAST, KEPT_BITS / Math.max(1, nodes.size()));
    this.kept = new BitSet[Math.min(room, flow.reached()) + 1];
    int next = kept.length - 1;
    while (flow.descend()) {
      while (next >= flow.reached()) {
        kept[next] = flow.family(next);
        next--;
      }
    }
    this.reached = flow.reached();
    this.lowest = flow.family(reached);
    this.bound = flow.bound();
  }

  @Override
  public Bounded atMost(int waits) {
    if (waits < reached) {
      return thinned(waits);
    }
    BitSet family = waits < kept.length ? kept[waits] : again(waits);
    return new Bounded(family, nodes.weight(family));
  }

  private BitSet again(int waits) {
    LongestFlow flow = new LongestFlow(nodes, visitsMax);
    while (flow.reached() > waits && flow.descend()) {
      // further down
    }
    return flow.family(waits);
  }

  private Bounded thinned(int waits) {
    ForestFamilies forest = ForestFamilies.of(nodes);
    return new Bounded(
        ThinnedFamilies.heaviest(
            nodes, List.of(lowest, forest.family(waits), nodes.weighty()), waits),
        Math.min(bound.at(waits), forest.weight(waits)));
  }
}
