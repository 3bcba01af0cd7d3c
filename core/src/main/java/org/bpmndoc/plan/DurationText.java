package org.bpmndoc.plan;

import java.time.Duration;

/// Durations as people read them: `42 s`, `12 min`, `1 h 12 min`, rounded to the smallest unit
/// shown.
public final class DurationText {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;

  private DurationText() {}

  public static String of(Duration duration) {
    long seconds = duration.plusMillis(500).toSeconds();
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    long minutes = (seconds + MINUTE / 2) / MINUTE;
    if (minutes * MINUTE < HOUR) {
      return minutes + " min";
    }
    long rest = minutes % 60;
    return minutes / 60 + " h" + (rest == 0 ? "" : " " + rest + " min");
  }
}
