package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What one model charges. `batchFactor` applies to every kind of token that travels by batch.
/// `asOf` is the date on which the prices were looked up, where it is known. `source` says where
/// they come from, for people.
///
/// A beginning of at least `cacheTokensMin` tokens can be kept in the provider's cache; a shorter
/// one is not, and nobody is told.
///
/// Of the tiers, in rising order, the first that takes the prompt holds for the whole request; the
/// last takes any.
public record ModelPrice(
    String model,
    BigDecimal batchFactor,
    List<Tier> tiers,
    int cacheTokensMin,
    Optional<LocalDate> asOf,
    String source) {

  /// Rates are per 10 to the power of this many tokens.
  private static final int RATE_POWER = 6;

  public ModelPrice {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || tiers.getLast().promptTokensMax().isPresent()) {
      throw new IllegalArgumentException("the last tier of " + model + " must take any prompt");
    }
    long below = 0;
    for (Tier tier : tiers.subList(0, tiers.size() - 1)) {
      long max = tier.promptTokensMax().orElseThrow();
      if (max <= below) {
        throw new IllegalArgumentException("the tiers of " + model + " do not rise at " + max);
      }
      below = max;
    }
  }

  /// Rates in US dollars per million tokens, for prompts of at most `promptTokensMax` tokens.
  public record Tier(
      OptionalLong promptTokensMax,
      BigDecimal input,
      BigDecimal output,
      BigDecimal cacheWrite5m,
      BigDecimal cacheWrite1h,
      BigDecimal cacheRead) {

    boolean takes(long promptTokens) {
      return promptTokensMax.isEmpty() || promptTokens <= promptTokensMax.getAsLong();
    }
  }

  /// Exactly what an answer costs that used these tokens. What is written to the cache is written
  /// for an hour: five minutes do not outlast a batch.
  public Usd cost(Usage usage, Channel channel) {
    Tier tier = tierFor(usage.promptTokens());
    BigDecimal millionths =
        times(tier.input(), usage.inputTokens())
            .add(times(tier.output(), usage.outputTokens()))
            .add(times(tier.cacheRead(), usage.cacheReadTokens()))
            .add(times(tier.cacheWrite1h(), usage.cacheWriteTokens()));
    Usd standard = new Usd(millionths.movePointLeft(RATE_POWER));
    return switch (channel) {
      case DIRECT -> standard;
      case BATCH -> standard.times(batchFactor);
    };
  }

  private Tier tierFor(long promptTokens) {
    return tiers.stream().filter(tier -> tier.takes(promptTokens)).findFirst().orElseThrow();
  }

  private static BigDecimal times(BigDecimal rate, long tokens) {
    return rate.multiply(BigDecimal.valueOf(tokens));
  }
}
