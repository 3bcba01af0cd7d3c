package org.bpmndoc.emulator.cache;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How long the cache keeps what is not used.
public enum Lifetime {
  FIVE_MINUTES("5m", Duration.ofMinutes(5)),
  ONE_HOUR("1h", Duration.ofHours(1));

  /// After that nothing is left that was not used.
  public static final Duration LONGEST = ONE_HOUR.duration;

  private final String word;
  private final Duration duration;

  Lifetime(String word, Duration duration) {
    this.word = word;
    this.duration = duration;
  }

  Duration duration() {
    return duration;
  }

  /// The `ttl` of a breakpoint.
  static Optional<Lifetime> named(String word) {
    return Arrays.stream(values()).filter(lifetime -> lifetime.word.equals(word)).findFirst();
  }
}
