package org.bpmndoc.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// How long batches take, from their creation to their end.
///
/// A turnaround is lognormal, with that median and that p90 for a batch of up to `smallRequests`
/// requests. It takes `tenfold` times as long for each ten times as many requests, and never longer
/// than 24 hours, when a batch expires. Of what makes one slower than another, the share
/// `correlation` is the day's, common to all batches of a run, and the rest is its own:
///
/// ```text
/// ln seconds = ln median + ln tenfold * log10(requests / smallRequests)
///     + spread * (sqrt(correlation) * luck of the run + sqrt(1 - correlation) * luck of the batch)
/// ```
///
/// docs/decisions/0020-times-and-tokens-from-history.md says where the defaults come from.
public record BatchTimes(
    double medianSeconds,
    double p90Seconds,
    int smallRequests,
    double tenfold,
    double correlation) {

  public static final BatchTimes DEFAULT = new BatchTimes(420, 3600, 100, 1.5, 0.5);

  private static final double EXPIRY_SECONDS = Duration.ofHours(24).toSeconds();

  /// What the default counts for beside what was seen: as much as this many batches, each of a run
  /// of its own.
  private static final double PRIOR_BATCHES = 4;

  public BatchTimes {
    if (medianSeconds <= 0
        || p90Seconds < medianSeconds
        || smallRequests < 1
        || tenfold < 1
        || correlation < 0
        || correlation > 1) {
      throw new IllegalArgumentException(
          "times are positive, a p90 is no less than its median, no batch is faster for being"
              + " larger, and a correlation is from 0 to 1");
    }
  }

  /// The time within which that share of all batches of so many requests end.
  Duration quantile(double share, int requests) {
    double seconds = seconds(requests, spread() * Normal.quantile(share));
    return Duration.ofMillis(Math.round(1_000 * seconds));
  }

  /// How long a batch of so many requests takes whose luck is worth so much: 0 is the median.
  double seconds(int requests, double logFactor) {
    double seconds = medianSeconds * growth(requests) * StrictMath.exp(logFactor);
    return Math.min(seconds, EXPIRY_SECONDS);
  }

  /// What one unit of a run's luck is worth, which is standard normal: more is slower.
  double spreadOfRuns() {
    return spread() * StrictMath.sqrt(correlation);
  }

  /// What one unit of a batch's own luck is worth, which is standard normal: more is slower.
  double spreadWithinRun() {
    return spread() * StrictMath.sqrt(1 - correlation);
  }

  private double spread() {
    return StrictMath.log(p90Seconds / medianSeconds) / Normal.Z90;
  }

  /// How many times as long as a small batch one of so many requests takes.
  private double growth(int requests) {
    double tenfolds =
        requests <= smallRequests ? 0 : StrictMath.log10((double) requests / smallRequests);
    return StrictMath.pow(tenfold, tenfolds);
  }

  /// The default, moved towards what was seen, the more the more was seen. Batches of one run share
  /// their luck and so count for less than as many of different runs. Growth and correlation stay:
  /// to tell them takes more batches than a state has.
  static BatchTimes learnt(Collection<Turnaround> seen) {
    return DEFAULT.movedTowards(seen);
  }

  private BatchTimes movedTowards(Collection<Turnaround> seen) {
    Map<String, Integer> ofRun = new HashMap<>();
    seen.forEach(one -> ofRun.merge(one.run(), 1, Integer::sum));
    double count = 0;
    double sum = 0;
    double squares = 0;
    for (Turnaround one : seen) {
      double weight = 1 / (1 + correlation * (ofRun.getOrDefault(one.run(), 1) - 1));
      double logSeconds = StrictMath.log(Math.max(1, one.seconds()) / growth(one.requests()));
      count += weight;
      sum += weight * logSeconds;
      squares += weight * logSeconds * logSeconds;
    }
    double within = count == 0 ? 0 : Math.max(0, squares - sum * sum / count);
    double all = PRIOR_BATCHES + count;
    double location = (PRIOR_BATCHES * StrictMath.log(medianSeconds) + sum) / all;
    // How far the default's median was off says nothing about how far batches are apart.
    double spread = StrictMath.sqrt((PRIOR_BATCHES * spread() * spread() + within) / all);
    return new BatchTimes(
        StrictMath.exp(location),
        StrictMath.exp(location + Normal.Z90 * spread),
        smallRequests,
        tenfold,
        correlation);
  }
}
