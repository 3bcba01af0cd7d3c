package org.bpmndoc.testing.simulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;

/// What goes wrong, and when: each kind of fault has odds of its own in each run, most of them
/// none, and after so many faults the weather stays calm, so that a run can end.
final class Weather {

  enum Fault {
    /// The process ends.
    CRASH(0.02),
    /// Another process takes the run over while this one stands still.
    RIVAL(0.01),
    INTERRUPT(0.02),
    /// The batch exists, and nobody hears of it.
    CREATE_REPLY_LOST(0.5),
    CREATE_LOST(0.5),
    CREATE_REFUSED(0.3),
    /// Accepted or listed only some time after the connection was cut, within the list's delay.
    LISTED_LATE(0.7),
    /// Beyond the list's delay, which is more than the provider promises.
    LISTED_TOO_LATE(0.3),
    /// A question about batches gets no answer, a wrong 404, or a refusal.
    QUESTION_FAILED(0.1),
    LINE_ERRORED(0.15),
    LINE_EXPIRED(0.15),
    LINE_CANCELED(0.05),
    LINE_UNUSABLE(0.15),
    LINE_NO_CREDIT(0.1),
    /// A line that never comes, though it is paid for.
    LINE_WITHHELD(0.05),
    /// The download ends with an error after some lines.
    DOWNLOAD_CUT(0.5),
    /// The download ends early as if it were whole.
    DOWNLOAD_SHORT(0.5),
    LINE_TWICE(0.2),
    LINE_OF_OTHERS(0.2),
    BATCH_SLOW(0.2),
    /// Other software with the same key creates a batch.
    BATCH_OF_OTHERS(0.3),
    /// Answered and paid for, and nobody hears of it.
    CALL_REPLY_LOST(0.15),
    CALL_LOST(0.15),
    CALL_REFUSED(0.2),
    CALL_ERRORED(0.15),
    CALL_UNUSABLE(0.15),
    COUNT_FAILED(0.3);

    private final double worst;

    Fault(double worst) {
      this.worst = worst;
    }
  }

  private final SplittableRandom random;
  private final Map<Fault, Double> odds = new EnumMap<>(Fault.class);
  private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
  private int left;

  private Weather(SplittableRandom random) {
    this.random = random;
  }

  static Weather calm() {
    return new Weather(new SplittableRandom(0));
  }

  /// The fault strikes the first time it can, and nothing else ever does.
  static Weather once(Fault fault) {
    Weather weather = calm();
    weather.left = 1;
    weather.odds.put(fault, 1.0);
    return weather;
  }

  static Weather random(SplittableRandom random) {
    Weather weather = new Weather(random);
    weather.left = random.nextInt(40);
    for (Fault fault : Fault.values()) {
      if (random.nextInt(3) == 0) {
        weather.odds.put(fault, fault.worst * random.nextDouble());
      }
    }
    return weather;
  }

  boolean strikes(Fault fault) {
    Double odd = odds.get(fault);
    boolean strikes = odd != null && left > 0 && random.nextDouble() < odd;
    if (strikes) {
      left--;
      struck.merge(fault, 1, Integer::sum);
    }
    return strikes;
  }

  /// How often each kind of fault has struck.
  Map<String, Integer> struck() {
    Map<String, Integer> byName = new TreeMap<>();
    struck.forEach((fault, times) -> byName.put(fault.name(), times));
    return byName;
  }

  /// From 0 to below `bound`.
  int draw(int bound) {
    return random.nextInt(bound);
  }

  Duration between(Duration least, Duration most) {
    return Duration.ofSeconds(random.nextLong(least.toSeconds(), most.toSeconds() + 1));
  }

  ProviderException failure(List<Kind> kinds) {
    Kind kind = kinds.get(draw(kinds.size()));
    Optional<Duration> retryAfter =
        kind == Kind.BUSY && random.nextBoolean()
            ? Optional.of(between(Duration.ZERO, Duration.ofMinutes(10)))
            : Optional.empty();
    return new ProviderException(kind, "simulated", retryAfter, null);
  }
}
