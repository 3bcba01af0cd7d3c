package org.bpmndoc.graph;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Families for fewer waits out of families for more: those that wait equally long are an
/// antichain, and the heaviest of these antichains are kept.
final class ThinnedFamilies {

  private ThinnedFamilies() {}

  /// The heaviest that can be made of one of them; of equals the first.
  static BitSet heaviest(PendingNodes nodes, Collection<BitSet> families, int waits) {
    BitSet heaviest = new BitSet();
    for (BitSet family : families) {
      BitSet thinned = thinned(nodes, family, waits);
      if (nodes.weight(thinned) > nodes.weight(heaviest)) {
        heaviest = thinned;
      }
    }
    return heaviest;
  }

  private static BitSet thinned(PendingNodes nodes, BitSet family, int waits) {
    int[] waitOf = nodes.waits(family);
    long[] weights = new long[nodes.size() + 1];
    family.stream().forEach(v -> weights[waitOf[v]] += nodes.weights()[v]);
    BitSet kept = new BitSet();
    IntStream.range(1, weights.length)
        .boxed()
        .sorted(Comparator.comparingLong((Integer wait) -> weights[wait]).reversed())
        .limit(waits)
        .forEach(kept::set);
    BitSet thinned = new BitSet(nodes.size());
    family.stream().filter(v -> kept.get(waitOf[v])).forEach(thinned::set);
    return thinned;
  }
}
