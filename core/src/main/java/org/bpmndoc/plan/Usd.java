package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/// An exact amount of US dollars. Summed exactly; rounded only for display, once.
public record Usd(BigDecimal amount) implements Comparable<Usd> {

  public static final Usd ZERO = new Usd(BigDecimal.ZERO);

  public Usd {
    amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    // Without an exponent where the amount is whole: 100, not 1E+2.
    amount = amount.scale() < 0 ? amount.setScale(0) : amount;
  }

  public static Usd of(String amount) {
    return new Usd(new BigDecimal(amount));
  }

  public static Usd sum(Collection<Usd> amounts) {
    return amounts.stream().reduce(ZERO, Usd::plus);
  }

  public Usd plus(Usd other) {
    return new Usd(amount.add(other.amount));
  }

  public Usd minus(Usd other) {
    return new Usd(amount.subtract(other.amount));
  }

  public Usd times(BigDecimal factor) {
    return new Usd(amount.multiply(factor));
  }

  public boolean isMoreThan(Usd other) {
    return amount.compareTo(other.amount) > 0;
  }

  @Override
  public int compareTo(Usd other) {
    return amount.compareTo(other.amount);
  }

  /// `$34.73`: rounded half up to cents, for people. An amount that would read $0.00 but is not
  /// nothing is given to the first digit that counts.
  public String toText() {
    BigDecimal cents = amount.setScale(2, RoundingMode.HALF_UP);
    boolean vanishes = cents.signum() == 0 && amount.signum() != 0;
    BigDecimal shown =
        vanishes ? amount.round(new java.math.MathContext(1, RoundingMode.HALF_UP)) : cents;
    return "$" + shown.toPlainString();
  }

  @Override
  public String toString() {
    return amount.toPlainString();
  }
}
