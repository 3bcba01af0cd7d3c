package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Works out drafts: for what goes by batch, what happens when, with primers and without, and what
/// it costs.
record Drafting(Pending<?> pending, Bills bills, LatencyModel latency) {

  /// Without primers, and where these save money, with those of the first wave that has any, and
  /// with all. In that order.
  List<Draft> drafts(boolean[] batched) {
    Waves waves = Waves.of(pending, batched);
    int[] requests = waves.batches(batched);
    double[] direct = waves.directSeconds(pending, batched, latency, bills.outputTokens());
    double[] usual = new double[requests.length];
    for (int wave = 0; wave < usual.length; wave++) {
      usual[wave] =
          (requests[wave] == 0 ? 0 : latency.batches().seconds(requests[wave], 0)) + direct[wave];
    }
    Primers primers = Primers.of(bills, batched, waves, usual);
    BitSet none = new BitSet();
    BitSet ofFirstWave = primers.paying(true);
    BitSet all = primers.paying(false);
    List<Draft> drafts = new ArrayList<>();
    drafts.add(draft(batched, waves, requests, direct, primers, none));
    if (!ofFirstWave.equals(none)) {
      drafts.add(draft(batched, waves, requests, direct, primers, ofFirstWave));
    }
    if (!all.equals(ofFirstWave)) {
      drafts.add(draft(batched, waves, requests, direct, primers, all));
    }
    return drafts;
  }

  private Draft draft(
      boolean[] batched,
      Waves waves,
      int[] requests,
      double[] direct,
      Primers primers,
      BitSet primed) {
    int waits =
        primed.isEmpty()
            ? waves.waits()
            : Waves.of(pending, batched, primers.held(bills, primed)).waits();
    return new Draft(
        batched,
        primed,
        waits,
        waits - waves.waits(),
        cost(batched, primers, primed),
        played(requests, direct, primers.perWave(primed)));
  }

  private static List<Wave> played(int[] requests, double[] direct, int[] primers) {
    List<Wave> played = new ArrayList<>();
    for (int wave = 0; wave < requests.length; wave++) {
      int rest = requests[wave] - primers[wave];
      if (primers[wave] > 0) {
        played.add(Wave.of(primers[wave], rest == 0 ? direct[wave] : 0));
      }
      if (rest > 0) {
        played.add(Wave.of(rest, direct[wave]));
      } else if (primers[wave] == 0) {
        played.add(Wave.direct(direct[wave]));
      }
    }
    return played;
  }

  private Usd cost(boolean[] batched, Primers primers, BitSet primed) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int node = 0; node < batched.length; node++) {
      sum = sum.add(batched[node] ? bills.plain()[node] : bills.direct()[node]);
    }
    for (int prefix = primed.nextSetBit(0); prefix >= 0; prefix = primed.nextSetBit(prefix + 1)) {
      sum = sum.subtract(primers.saved()[prefix]);
    }
    return new Usd(sum);
  }
}
