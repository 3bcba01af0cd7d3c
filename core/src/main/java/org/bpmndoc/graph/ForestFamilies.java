package org.bpmndoc.graph;

import java.util.Arrays;
import java.util.BitSet;

/// The heaviest families of a forest, for all numbers of waits at once. Where a node has several
/// parents only the one with the longest way up counts, so that these families are too heavy by
/// what the other parents would forbid.
///
/// In a forest each heaviest family holds those with fewer waits: what is below a node is a heap of
/// antichains, and its k heaviest are the heaviest family of k waits. Beside each other, the
/// heaviest of two heaps become one antichain, and so do the second heaviest, and so on; a parent
/// is one more antichain. So the whole takes n log n steps.
final class ForestFamilies implements Families {

  private final int[] waitOf;
  private final long[] weights;

  /// For each node the wait whose antichain it is in, the heaviest first, and what all antichains
  /// up to each wait weigh.
  private ForestFamilies(int[] waitOf, long[] weights) {
    this.waitOf = waitOf;
    this.weights = weights;
  }

  static ForestFamilies of(PendingNodes nodes) {
    AntichainHeaps heaps = new AntichainHeaps(nodes.weights());
    int[] parents = highestParents(nodes);
    int[] below = new int[nodes.size() + 1];
    Arrays.fill(below, AntichainHeaps.EMPTY);
    for (int v = 0; v < nodes.size(); v++) {
      int heap = nodes.weights()[v] > 0 ? heaps.with(below[v], v) : below[v];
      below[parents[v]] = heaps.beside(below[parents[v]], heap);
    }
    return of(heaps, below[nodes.size()], nodes.size());
  }

  private static ForestFamilies of(AntichainHeaps heaps, int all, int size) {
    int[] waitOfAntichain = new int[size];
    long[] weights = new long[heaps.size(all) + 1];
    for (int wait = 1, rest = all; rest != AntichainHeaps.EMPTY; wait++) {
      waitOfAntichain[rest] = wait;
      weights[wait] = weights[wait - 1] + heaps.weight(rest);
      rest = heaps.withoutHeaviest(rest);
    }
    int[] waitOf = new int[size];
    Arrays.setAll(waitOf, node -> waitOfAntichain[heaps.antichain(node)]);
    return new ForestFamilies(waitOf, weights);
  }

  /// For each node the parent with the longest way up; for a root a place after all nodes.
  private static int[] highestParents(PendingNodes nodes) {
    int[] up = new int[nodes.size() + 1];
    int[] highest = new int[nodes.size()];
    for (int v = nodes.size() - 1; v >= 0; v--) {
      highest[v] = nodes.size();
      for (int i = nodes.parentsFrom()[v]; i < nodes.parentsFrom()[v + 1]; i++) {
        int parent = nodes.parents()[i];
        if (up[parent] > up[highest[v]]) {
          highest[v] = parent;
        }
      }
      up[v] = up[highest[v]] + 1;
    }
    return highest;
  }

  @Override
  public Bounded atMost(int waits) {
    return new Bounded(family(waits), weight(waits));
  }

  BitSet family(int waits) {
    BitSet family = new BitSet(waitOf.length);
    for (int v = 0; v < waitOf.length; v++) {
      family.set(v, waitOf[v] > 0 && waitOf[v] <= waits);
    }
    return family;
  }

  long weight(int waits) {
    return weights[Math.min(waits, weights.length - 1)];
  }
}
