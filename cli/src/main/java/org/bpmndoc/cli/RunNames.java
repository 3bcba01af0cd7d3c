package org.bpmndoc.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/// Names runs so that they sort by time and never meet: `r261125213000-k3x9q`, 19 characters of
/// those that a custom id may have.
final class RunNames {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int RANDOM_LENGTH = 5;

  private RunNames() {}

  static String fresh(Instant now, RandomGenerator random) {
    StringBuilder name = new StringBuilder("r").append(TIME.format(now)).append('-');
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return name.toString();
  }
}
