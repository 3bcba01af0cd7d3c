package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a strategy makes of a graph: how each subject still to be written travels, and what that
/// costs and takes. What is documented already is no part of it.
///
/// `channels` are in the order of the graph. `primed` names the beginnings of requests for which
/// one goes ahead as primer. `waits` is the largest number of batch turnarounds on a path from a
/// leaf to a root and includes `primerWaits`. `cost` is what is expected, `costP95` what 95 runs in
/// 100 cost at most. `standardCost` is the cost with everything direct. `p50` and `p95` are the
/// times within which half, and 95 %, of such runs end. `childDocuments` is the share, 0 to 1, of
/// the dependencies of subjects to be written in which the parent sees a current document of the
/// child; 1 where there is no dependency.
public record Plan<N>(
    Strategy strategy,
    Map<N, Channel> channels,
    SortedSet<String> primed,
    int waits,
    int primerWaits,
    Usd cost,
    Usd costP95,
    Usd standardCost,
    Duration p50,
    Duration p95,
    BigDecimal childDocuments) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Plan {
    channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
    primed = Collections.unmodifiableSortedSet(new TreeSet<>(primed));
    if (primerWaits < 0 || waits < primerWaits) {
      throw new IllegalArgumentException(
          waits + " waits cannot include " + primerWaits + " of primers");
    }
  }

  /// How many subjects go by batch.
  public int batched() {
    return Collections.frequency(channels.values(), Channel.BATCH);
  }

  /// How many subjects go direct.
  public int direct() {
    return Collections.frequency(channels.values(), Channel.DIRECT);
  }

  /// What is saved of the standard cost, in percent, rounded half up to two places; zero where
  /// nothing costs anything.
  public BigDecimal savingPercent() {
    BigDecimal standard = standardCost.amount();
    return standard.signum() == 0
        ? BigDecimal.ZERO
        : standardCost
            .minus(cost)
            .amount()
            .multiply(HUNDRED)
            .divide(standard, 2, RoundingMode.HALF_UP);
  }
}
