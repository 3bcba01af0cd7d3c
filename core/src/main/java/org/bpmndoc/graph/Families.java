package org.bpmndoc.graph;

import java.util.BitSet;

/// A family of antichains for each number of waits: a set of [PendingNodes] of which no way from a
/// leaf to a root holds more.
sealed interface Families permits ForestFamilies, FlowFamilies {

  /// A family, and what the heaviest one does not weigh more than.
  record Bounded(BitSet nodes, long bound) {}

  /// One wait at least, and fewer than would take everything that weighs anything.
  Bounded atMost(int waits);
}
