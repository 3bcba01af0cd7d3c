package org.bpmndoc.plan;

import java.util.ArrayList;
import java.util.List;

/// The nodes of a plan by how many batches come back, one after another, before they are written:
/// wave 0 is direct and waits for nothing; in each later wave a batch comes back, and then its
/// direct nodes are written. Each node is in the earliest wave it can be in.
record Waves(int[] waveOf, int waits) {

  static Waves of(Pending<?> pending, boolean[] batched) {
    return of(pending, batched, new boolean[pending.size()]);
  }

  /// The same where each node that is `held` has to wait for another batch first.
  static Waves of(Pending<?> pending, boolean[] batched, boolean[] held) {
    int[] waveOf = new int[pending.size()];
    int waits = 0;
    for (int node = 0; node < waveOf.length; node++) {
      int wave = 0;
      for (int child : pending.children()[node]) {
        wave = Math.max(wave, waveOf[child]);
      }
      wave += batched[node] ? 1 : 0;
      wave += held[node] ? 1 : 0;
      waveOf[node] = wave;
      waits = Math.max(waits, wave);
    }
    return new Waves(waveOf, waits);
  }

  /// How many nodes go by batch in each wave.
  int[] batches(boolean[] batched) {
    int[] count = new int[waits + 1];
    for (int node = 0; node < waveOf.length; node++) {
      count[waveOf[node]] += batched[node] ? 1 : 0;
    }
    return count;
  }

  /// How long the direct nodes of each wave take at the usual speed, each once its last child of
  /// the same wave is done and a call is free, the longest ready first.
  double[] directSeconds(
      Pending<?> pending, boolean[] batched, LatencyModel latency, long[] outputTokens) {
    List<List<Integer>> direct = new ArrayList<>();
    for (int wave = 0; wave <= waits; wave++) {
      direct.add(new ArrayList<>());
    }
    for (int node = 0; node < waveOf.length; node++) {
      if (!batched[node]) {
        direct.get(waveOf[node]).add(node);
      }
    }
    Calls calls = new Calls(pending, latency, outputTokens);
    return direct.stream().mapToDouble(calls::makespan).toArray();
  }
}
