package org.bpmndoc.plan;

import java.util.Collection;

/// How long direct calls take: `callSeconds`, and `secondsPerOutputToken` for each token of the
/// answer, at most `concurrency` of them at once. All calls of a run are slower or faster by one
/// lognormal factor with median 1 and p90 `slownessP90`.
public record CallTimes(
    double callSeconds, double secondsPerOutputToken, int concurrency, double slownessP90) {

  public static final CallTimes DEFAULT = new CallTimes(2, 0.02, 8, 1.5);

  /// The default counts for as much as five calls.
  private static final Shrinkage SHRINKAGE = new Shrinkage(5);

  private static final double SHORTEST_SECONDS = 0.001;

  public CallTimes {
    if (callSeconds < 0 || secondsPerOutputToken < 0 || concurrency < 1 || slownessP90 < 1) {
      throw new IllegalArgumentException(
          "times are not negative, a p90 is no less than its median, at least one call at once");
    }
  }

  /// How long one direct call took, and how many tokens its answer had.
  public record Call(long outputTokens, double seconds) {

    public Call {
      if (outputTokens < 0 || seconds < 0) {
        throw new IllegalArgumentException(
            "no call of %d tokens takes %s s".formatted(outputTokens, seconds));
      }
    }
  }

  double seconds(long outputTokens) {
    return callSeconds + secondsPerOutputToken * outputTokens;
  }

  /// How much slower a run's calls are with that luck, which is standard normal.
  double slowness(double luck) {
    return StrictMath.exp(StrictMath.log(slownessP90) / Normal.Z90 * luck);
  }

  /// The default, moved towards as many times slower as the calls that were seen were, all
  /// together.
  static CallTimes learnt(Collection<Call> seen) {
    double taken = 0;
    double expected = 0;
    for (Call call : seen) {
      taken += Math.max(SHORTEST_SECONDS, call.seconds());
      expected += DEFAULT.seconds(call.outputTokens());
    }
    double slower = SHRINKAGE.estimate(1, taken / expected, seen.size());
    return new CallTimes(
        DEFAULT.callSeconds * slower,
        DEFAULT.secondsPerOutputToken * slower,
        DEFAULT.concurrency,
        DEFAULT.slownessP90);
  }
}
