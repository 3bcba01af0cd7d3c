package org.bpmndoc.emulator.offline;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the plainest of ISO 8601's durations, those with one unit, such as `P2D` and `PT15M`.
final class Durations {

  private static final Pattern ONE_UNIT =
      Pattern.compile("P(?:(\\d{1,4})([WD])|T(\\d{1,4})([HMS]))");

  private Durations() {}

  static Optional<String> spoken(String text, Phrases phrases) {
    Matcher matcher = ONE_UNIT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int group = matcher.group(1) == null ? 3 : 1;
    return Optional.of(
        phrases.duration(
            Integer.parseInt(matcher.group(group)), matcher.group(group + 1).charAt(0)));
  }
}
