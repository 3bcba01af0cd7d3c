package org.bpmndoc.emulator;

import java.math.BigDecimal;
import org.bpmndoc.emulator.cache.CacheUse;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.ModelPrice;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;

/// The tokens that one answer is billed for. `prompt` is all of the prompt, cached or not;
/// `thinking` is part of `output`.
record Spent(long prompt, CacheUse cached, long output, long thinking) {

  /// Rates are per 10 to the power of this many tokens.
  private static final int RATE_POWER = 6;

  long input() {
    return prompt - cached.read() - cached.written();
  }

  Usage usage() {
    return new Usage(input(), output, cached.read(), cached.written());
  }

  /// A price takes all that is written to the cache as written for an hour; what is written for
  /// five minutes costs less.
  Usd cost(ModelPrice price, Channel channel) {
    ModelPrice.Tier tier = price.tiers().stream().filter(this::isTakenBy).findFirst().orElseThrow();
    Usd less =
        new Usd(
            tier.cacheWrite1h()
                .subtract(tier.cacheWrite5m())
                .multiply(BigDecimal.valueOf(cached.writtenFor5m()))
                .movePointLeft(RATE_POWER));
    return price
        .cost(usage(), channel)
        .minus(
            switch (channel) {
              case DIRECT -> less;
              case BATCH -> less.times(price.batchFactor());
            });
  }

  private boolean isTakenBy(ModelPrice.Tier tier) {
    return tier.promptTokensMax().isEmpty() || prompt <= tier.promptTokensMax().getAsLong();
  }
}
