package org.bpmndoc.emulator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// How much a model thinks before it answers, in tokens: a lognormal distribution, by the number
/// that half of the answers stay below and the number that nine of ten do.
public record Thinking(long medianTokens, long p90Tokens) {

  public static final Thinking NONE = new Thinking(0, 0);

  /// Assumed, for an answer that is mostly written from what was given.
  public static final Thinking USUAL = ofMedian(1_000);

  /// Nine of ten stay below so many times the median.
  private static final long P90_MEDIANS = 2;

  /// Where nine of ten lie below in a standard normal distribution.
  private static final double P90 = 1.2815515655446004;

  private static final double FRACTIONS = 0x1p53;

  public Thinking {
    if (medianTokens < 0 || p90Tokens < medianTokens) {
      throw new IllegalArgumentException(
          "of thinking tokens, 0 <= median <= p90, found %d and %d"
              .formatted(medianTokens, p90Tokens));
    }
  }

  public static Thinking ofMedian(long tokens) {
    return new Thinking(tokens, P90_MEDIANS * tokens);
  }

  /// Drawn by the seed alone: always the same from the same.
  long tokens(String seed) {
    if (medianTokens == 0) {
      return 0;
    }
    byte[] hash = Sha256.hash(seed.getBytes(StandardCharsets.UTF_8));
    double spread = StrictMath.log(p90Tokens / (double) medianTokens) / P90;
    return StrictMath.round(medianTokens * StrictMath.exp(spread * normal(hash)));
  }

  /// By Box and Muller, from two numbers between 0 and 1, neither of them 0.
  private static double normal(byte[] hash) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(fraction(hash, 0)));
    return radius * StrictMath.cos(2 * StrictMath.PI * fraction(hash, Long.BYTES));
  }

  private static double fraction(byte[] hash, int from) {
    long bits = new BigInteger(1, hash, from, Long.BYTES).longValue() >>> 11;
    return (bits + 1) / FRACTIONS;
  }
}
