package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How many times the expected cost 95 runs in 100 cost at most: what is expected rests on a guess
/// until answers of the same model and contracts were seen, and counts no answer that has to be
/// asked for again.
///
/// The guess may be 30 % short, and as much less as more was seen; 3 % are left for repairs.
public final class CostSpread {

  private static final double GUESS = 0.30;
  private static final double REPAIRS = 0.03;
  private static final double GUESS_COUNTS_FOR = 5;

  private CostSpread() {}

  public static BigDecimal after(long answers) {
    double guess = GUESS * Math.sqrt(GUESS_COUNTS_FOR / (GUESS_COUNTS_FOR + answers));
    return BigDecimal.valueOf(1 + REPAIRS + guess).setScale(3, RoundingMode.HALF_UP);
  }
}
