package org.bpmndoc.graph;

import static org.bpmndoc.graph.ResidualNetwork.in;
import static org.bpmndoc.graph.ResidualNetwork.out;

import java.util.BitSet;

/// The heaviest families for each number of waits, from the greatest down, out of a flow that is
/// pushed along the longest ways that are left.
///
/// Whatever flows from the leaves to the roots bounds all families of K waits: an amount F takes at
/// most K · F of their weight, and of each node the weight that is not flowed through comes on top.
/// Once no way is longer than K the bound is reached, by the nodes between whose in and out the
/// longest way grows (complementary slackness). Each family is checked against its bound, so that
/// an answer is its own proof.
final class LongestFlow {

  /// What no family of that many waits or fewer weighs more than, as long as it is not for more
  /// waits than have been reached.
  record Bound(long amount, long rest) {
    long at(int waits) {
      return waits * amount + rest;
    }
  }

  private final PendingNodes nodes;
  private final ResidualNetwork network;
  private final BlockingFlow blocking;
  private final LeastLosses losses;
  private final long visitsMax;

  private Bound bound;
  private int longest;

  /// How much shorter the longest way has become by the last push.
  private int lost;

  LongestFlow(PendingNodes nodes, long visitsMax) {
    this.nodes = nodes;
    this.network = new ResidualNetwork(nodes);
    this.blocking = new BlockingFlow(network, visitsMax);
    this.losses = new LeastLosses(network);
    this.visitsMax = visitsMax;
    this.bound = new Bound(0, nodes.total());
    this.longest = network.longest[network.sink];
  }

  /// The fewest waits for which the family can be given.
  int reached() {
    return longest - lost;
  }

  Bound bound() {
    return bound;
  }

  /// Goes on to fewer waits, one at least; false where there are none, or where the limit of visits
  /// is reached before.
  boolean descend() {
    longest = reached();
    for (int vertex = 0; vertex < network.vertices(); vertex++) {
      network.longest[vertex] -= losses.loss(vertex, lost);
    }
    lost = 0;
    if (longest <= 1) {
      return false;
    }
    long pushed = blocking.push();
    bound = new Bound(bound.amount + pushed, bound.rest - pushed * longest);
    if (network.visits > visitsMax) {
      return false;
    }
    lost = losses.measure(longest - 1);
    return true;
  }

  /// The heaviest family, for a number of waits that the last step went through.
  BitSet family(int waits) {
    int less = longest - waits;
    BitSet family = new BitSet(nodes.size());
    for (int v = 0; v < nodes.size(); v++) {
      int before = network.longest[in(v)] - losses.loss(in(v), less);
      int after = network.longest[out(v)] - losses.loss(out(v), less);
      family.set(v, after > before && nodes.weights()[v] > 0);
    }
    if (less < 0 || less > lost || nodes.weight(family) != bound.at(waits)) {
      throw new IllegalStateException(
          "expected a family of the weight %d for %d waits, got %d; this is a bug in WaitOptimum"
              .formatted(bound.at(waits), waits, nodes.weight(family)));
    }
    return family;
  }
}
