package org.bpmndoc.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How long batches and direct calls take, and so how long a run takes.
public record LatencyModel(BatchTimes batches, CallTimes calls) {

  /// What is assumed where nothing was seen yet.
  public static final LatencyModel DEFAULT =
      new LatencyModel(BatchTimes.DEFAULT, CallTimes.DEFAULT);

  private static final int RUNS_MAX = 20_001;
  private static final int RUNS_MIN = 101;
  private static final int DRAWS = 2_000_000;

  /// The default, moved towards what was seen of one provider and model, the more the more was
  /// seen.
  public static LatencyModel learnt(
      Collection<Turnaround> batches, Collection<CallTimes.Call> calls) {
    return new LatencyModel(BatchTimes.learnt(batches), CallTimes.learnt(calls));
  }

  /// The times within which half, and 95 %, of the runs end.
  record Forecast(Duration p50, Duration p95) {}

  /// The time within which that share, between 0 and 1, of all batches of so many requests end.
  public Duration batchQuantile(double share, int requests) {
    return batches.quantile(share, requests);
  }

  double directSeconds(long outputTokens) {
    return calls.seconds(outputTokens);
  }

  int concurrency() {
    return calls.concurrency();
  }

  /// Plays runs of these waves, one after another.
  Forecast simulate(List<Wave> waves) {
    int batches = waves.stream().mapToInt(wave -> wave.batches().size()).sum();
    return simulate(
        batches,
        luck -> {
          double seconds = 0;
          for (int number = 0; number < waves.size(); number++) {
            seconds += waves.get(number).seconds(number, luck);
          }
          return seconds;
        });
  }

  /// Plays runs of a plan with so many batches. `seconds` says how long it takes with the luck of
  /// one run. Always with the same chances, so that two plans differ by what they do and not by
  /// luck. Few runs, and so a rough p95, where there are very many batches.
  Forecast simulate(int batches, ToDoubleFunction<Luck> seconds) {
    double[] runs = new double[Math.clamp(DRAWS / (batches + 1), RUNS_MIN, RUNS_MAX)];
    Arrays.setAll(runs, run -> seconds.applyAsDouble(new Luck(this, run)));
    Arrays.sort(runs);
    return new Forecast(quantile(runs, 0.50), quantile(runs, 0.95));
  }

  private static Duration quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return Duration.ofSeconds(Math.round(sorted[rank - 1]));
  }
}
