package org.bpmndoc.emulator.offline;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the plainest of ISO 8601's durations, those with one unit, such as `P2D` and `PT15M`.
final class Durations {

  private static final Pattern ONE_UNIT =
      Pattern.compile("P(?:(\\d{1,4})([YMWD])|T(\\d{1,4})([HMS]))");

  /// How many of which unit; `M` is a month, and a minute where `time` is true.
  record Duration(int count, String unit, boolean time) {

    String spoken(Language language) {
      return language.say(
          Language.counted("duration." + (time ? "T" : "") + unit, count), String.valueOf(count));
    }

    /// Whether a name says nothing but this: "5 minutes", in whatever language.
    boolean isSaidBy(String name) {
      return name.matches(count + "\\s*\\p{L}+");
    }
  }

  private Durations() {}

  static Optional<Duration> read(String text) {
    Matcher matcher = ONE_UNIT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean time = matcher.group(1) == null;
    int group = time ? 3 : 1;
    return Optional.of(
        new Duration(Integer.parseInt(matcher.group(group)), matcher.group(group + 1), time));
  }
}
