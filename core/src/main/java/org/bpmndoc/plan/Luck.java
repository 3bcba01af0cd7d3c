package org.bpmndoc.plan;

import java.util.SplittableRandom;

/// The chances of one simulated run. They are looked up by wave and batch, not drawn in turn: where
/// two plans do the same thing, the same happens to it.
///
/// The luck that all batches of a run share goes evenly through its distribution from run to run,
/// since much hangs on it; the rest is drawn.
final class Luck {

  private static final long SEED = 300;
  private static final int WAVES_MAX = 1 << 24;
  private static final int BATCHES_MAX = 1 << 20;
  private static final double HALF = 0x1p-32;

  private final LatencyModel model;
  private final long run;
  private final double ofAllBatches;
  private final double spreadWithinRun;
  private final double slowness;

  Luck(LatencyModel model, int run) {
    this.model = model;
    this.run = SEED + run;
    this.ofAllBatches = model.batches().spreadOfRuns() * Normal.quantile(evenly(run + 1));
    this.spreadWithinRun = model.batches().spreadWithinRun();
    this.slowness = model.calls().slowness(draw(-1, 0));
  }

  /// The van der Corput sequence: 1/2, 1/4, 3/4, 1/8, 5/8, …
  private static double evenly(int number) {
    return (Integer.reverse(number) & 0xffff_ffffL) * HALF;
  }

  /// How long a batch of so many requests takes, the batches of each wave counted from 0.
  double batchSeconds(int wave, int batch, int requests) {
    return model.batches().seconds(requests, ofAllBatches + spreadWithinRun * draw(wave, batch));
  }

  /// How long direct calls take in this run that take so long at the usual speed.
  double directSeconds(double atUsualSpeed) {
    return atUsualSpeed * slowness;
  }

  private double draw(int wave, int batch) {
    long place = (run * WAVES_MAX + wave + 1) * BATCHES_MAX + batch;
    return new SplittableRandom(place).nextGaussian();
  }
}
