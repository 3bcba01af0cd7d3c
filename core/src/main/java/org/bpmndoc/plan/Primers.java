package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;

/// What primers do to a plan. For each beginning that is primed, in the first wave that has it, one
/// request goes ahead and writes it to the provider's cache for an hour (the primer); the others of
/// that wave are held until it is back, and read it. Later waves read it too as far as they come
/// while it is warm. What comes when it is cold is sent without a mark.
///
/// `first` is by beginning the wave it is primed in, 0 where it is not sent by batch. `saved` is
/// what priming it saves, which may be negative.
record Primers(Waves waves, int[] first, boolean[] reads, int[] primer, BigDecimal[] saved) {

  private static final double WARM_SECONDS = 3_600;
  private static final int NONE = -1;

  /// `waveSeconds` is how long each wave takes as a rule: its batch, and its direct calls.
  static Primers of(Bills bills, boolean[] batched, Waves waves, double[] waveSeconds) {
    int prefixes = bills.prefixes().size();
    int[] first = new int[prefixes];
    int[] primer = new int[prefixes];
    Arrays.fill(primer, NONE);
    boolean[][] used = new boolean[prefixes][waves.waits() + 1];
    for (int node = 0; node < batched.length; node++) {
      int prefix = bills.prefixOf()[node];
      if (batched[node] && prefix >= 0) {
        int wave = waves.waveOf()[node];
        used[prefix][wave] = true;
        if (primer[prefix] == NONE || wave < first[prefix]) {
          first[prefix] = wave;
          primer[prefix] = node;
        }
      }
    }
    boolean[][] warm = new boolean[prefixes][];
    for (int prefix = 0; prefix < prefixes; prefix++) {
      warm[prefix] = warm(used[prefix], first[prefix], waveSeconds);
    }
    return sum(bills, batched, waves, first, primer, warm);
  }

  /// In which waves a beginning that is primed in the first of those that use it is still warm: the
  /// last use, and each refreshes it, is no longer ago than it is kept.
  private static boolean[] warm(boolean[] used, int first, double[] waveSeconds) {
    boolean[] warm = new boolean[used.length];
    double sinceUsed = 0;
    for (int wave = first; wave < used.length && first > 0; wave++) {
      sinceUsed += wave == first ? 0 : waveSeconds[wave];
      if (sinceUsed > WARM_SECONDS) {
        return warm;
      }
      warm[wave] = used[wave];
      sinceUsed = used[wave] ? 0 : sinceUsed;
    }
    return warm;
  }

  private static Primers sum(
      Bills bills, boolean[] batched, Waves waves, int[] first, int[] primer, boolean[][] warm) {
    boolean[] reads = new boolean[batched.length];
    BigDecimal[] saved = new BigDecimal[first.length];
    Arrays.fill(saved, BigDecimal.ZERO);
    for (int node = 0; node < batched.length; node++) {
      int prefix = bills.prefixOf()[node];
      if (batched[node] && prefix >= 0) {
        boolean writes = primer[prefix] == node;
        reads[node] = !writes && warm[prefix][waves.waveOf()[node]];
        BigDecimal primed =
            writes ? bills.written()[node] : reads[node] ? bills.read()[node] : bills.plain()[node];
        saved[prefix] = saved[prefix].add(bills.plain()[node]).subtract(primed);
      }
    }
    return new Primers(waves, first, reads, primer, saved);
  }

  /// The beginnings that are worth priming at all, in the first wave that has any, or in all.
  BitSet paying(boolean firstWaveOnly) {
    int earliest = Integer.MAX_VALUE;
    for (int prefix = 0; prefix < first.length; prefix++) {
      earliest = saved[prefix].signum() > 0 ? Math.min(earliest, first[prefix]) : earliest;
    }
    BitSet paying = new BitSet();
    for (int prefix = 0; prefix < first.length; prefix++) {
      if (saved[prefix].signum() > 0 && (!firstWaveOnly || first[prefix] == earliest)) {
        paying.set(prefix);
      }
    }
    return paying;
  }

  /// The nodes that wait for a primer.
  boolean[] held(Bills bills, BitSet primed) {
    boolean[] held = new boolean[reads.length];
    for (int node = 0; node < held.length; node++) {
      int prefix = bills.prefixOf()[node];
      held[node] = reads[node] && primed.get(prefix) && waves.waveOf()[node] == first[prefix];
    }
    return held;
  }

  /// How many primers go ahead in each wave.
  int[] perWave(BitSet primed) {
    int[] count = new int[waves.waits() + 1];
    primed.stream().forEach(prefix -> count[first[prefix]]++);
    return count;
  }
}
