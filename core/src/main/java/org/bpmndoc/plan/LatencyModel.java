package org.bpmndoc.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// How long batches and direct calls take. docs/decisions/0003-prices-and-latency.md says where the
/// defaults come from.
///
/// A batch's turnaround is lognormal with that median and that p90, and never over 24 hours, when a
/// batch expires. A direct call takes `callSeconds` and `secondsPerOutputToken` for each token of
/// its answer, at most `concurrency` of them at once, all of a run's slower or faster by one
/// lognormal factor with median 1 and p90 `slownessP90`.
public record LatencyModel(
    double batchMedianSeconds,
    double batchP90Seconds,
    double callSeconds,
    double secondsPerOutputToken,
    int concurrency,
    double slownessP90) {

  public static final LatencyModel DEFAULT = new LatencyModel(420, 3600, 2, 0.02, 8, 1.5);

  private static final double EXPIRY_SECONDS = Duration.ofHours(24).toSeconds();

  /// The normal distribution's 90 % point.
  private static final double Z90 = 1.2815515655446004;

  private static final String ALGORITHM = "L64X128MixRandom";
  private static final long SEED = 300;
  private static final int RUNS_MAX = 4_001;
  private static final int RUNS_MIN = 101;
  private static final int DRAWS = 2_000_000;

  public LatencyModel {
    if (batchMedianSeconds <= 0
        || batchP90Seconds < batchMedianSeconds
        || callSeconds < 0
        || secondsPerOutputToken < 0
        || concurrency < 1
        || slownessP90 < 1) {
      throw new IllegalArgumentException(
          "times are positive, a p90 is no less than its median, at least one call at once");
    }
  }

  /// The times within which half, and 95 %, of the runs end.
  record Turnaround(Duration p50, Duration p95) {}

  double directSeconds(long outputTokens) {
    return callSeconds + secondsPerOutputToken * outputTokens;
  }

  /// Plays runs in which a batch comes back before each wave but the first, and the direct calls of
  /// each wave take that many seconds at the usual speed. Always with the same chances, so that two
  /// plans differ by what they do and not by luck. Few runs where there are very many waves: their
  /// sum hardly varies.
  Turnaround simulate(List<Double> directSeconds) {
    int waits = directSeconds.size() - 1;
    double direct = directSeconds.stream().mapToDouble(Double::doubleValue).sum();
    double batchSpread = StrictMath.log(batchP90Seconds / batchMedianSeconds) / Z90;
    double slownessSpread = StrictMath.log(slownessP90) / Z90;
    var chances = RandomGeneratorFactory.of(ALGORITHM);
    double[] seconds = new double[Math.clamp(DRAWS / (waits + 1), RUNS_MIN, RUNS_MAX)];
    for (int run = 0; run < seconds.length; run++) {
      RandomGenerator chance = chances.create(SEED + run);
      seconds[run] = direct * StrictMath.exp(slownessSpread * chance.nextGaussian());
      for (int wait = 0; wait < waits; wait++) {
        double turnaround =
            batchMedianSeconds * StrictMath.exp(batchSpread * chance.nextGaussian());
        seconds[run] += Math.min(turnaround, EXPIRY_SECONDS);
      }
    }
    Arrays.sort(seconds);
    return new Turnaround(quantile(seconds, 0.50), quantile(seconds, 0.95));
  }

  private static Duration quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return Duration.ofSeconds(Math.round(sorted[rank - 1]));
  }
}
