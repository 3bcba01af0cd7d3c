package org.bpmndoc.emulator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/// Makes ids in the API's fashion. Nobody may read anything out of them.
final class Ids {

  private static final int LENGTH = 24;

  private Ids() {}

  /// One that has never been given out.
  static String fresh(String prefix) {
    return derived(prefix, UUID.randomUUID().toString());
  }

  /// Always the same from the same origin.
  static String derived(String prefix, String origin) {
    byte[] hash = Sha256.hash(origin.getBytes(StandardCharsets.UTF_8));
    String digits = new BigInteger(1, hash).toString(Character.MAX_RADIX);
    return prefix + "_01" + digits.substring(0, LENGTH - 2);
  }

  /// Puts things into an order that has nothing to do with what they are.
  static String shuffled(String origin) {
    return HexFormat.of().formatHex(derived("", origin).getBytes(StandardCharsets.US_ASCII));
  }
}
