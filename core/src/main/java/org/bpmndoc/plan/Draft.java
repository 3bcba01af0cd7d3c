package org.bpmndoc.plan;

import java.util.BitSet;
import java.util.List;

/// One way to write what is pending: what goes by batch, which beginnings are primed, and what that
/// costs. `waits` includes `primerWaits`. `waves` is what a run does, in order, primers as waves of
/// their own.
record Draft(
    boolean[] batched, BitSet primed, int waits, int primerWaits, Usd cost, List<Wave> waves) {

  int batchedCount() {
    int count = 0;
    for (boolean one : batched) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
