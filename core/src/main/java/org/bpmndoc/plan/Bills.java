package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each pending node is expected to cost, by its number: `direct`, and by batch with its
/// beginning sent like the rest (`plain`), read from the provider's cache (`read`) or written to it
/// (`written`). `prefixOf` numbers its beginning in `prefixes`, -1 where it has none that could be
/// cached.
record Bills(
    BigDecimal[] direct,
    BigDecimal[] plain,
    BigDecimal[] read,
    BigDecimal[] written,
    long[] outputTokens,
    int[] prefixOf,
    List<String> prefixes) {

  private static final int NO_PREFIX = -1;

  static <N> Bills of(Pending<N> pending, Needs<N> needs, ChildrenSeen seen) {
    int size = pending.size();
    Bills bills =
        new Bills(
            new BigDecimal[size],
            new BigDecimal[size],
            new BigDecimal[size],
            new BigDecimal[size],
            new long[size],
            new int[size],
            new ArrayList<>());
    Map<String, Integer> numbers = new HashMap<>();
    for (int node = 0; node < size; node++) {
      N subject = pending.nodes().get(node);
      bills.put(
          node,
          needs.tokens(subject, seen),
          needs.price(subject),
          needs.prefix(subject).filter(prefix -> isCacheable(prefix, needs.price(subject))),
          numbers);
    }
    bills.prefixes.addAll(numbers.keySet());
    numbers.forEach((name, number) -> bills.prefixes.set(number, name));
    return bills;
  }

  private static boolean isCacheable(Needs.SharedPrefix prefix, ModelPrice price) {
    return prefix.tokens() > 0 && prefix.tokens() >= price.cacheTokensMin();
  }

  private void put(
      int node,
      TokenEstimate tokens,
      ModelPrice price,
      Optional<Needs.SharedPrefix> prefix,
      Map<String, Integer> numbers) {
    Usage plainUse = tokens.asUsage();
    direct[node] = price.cost(plainUse, Channel.DIRECT).amount();
    plain[node] = price.cost(plainUse, Channel.BATCH).amount();
    outputTokens[node] = tokens.outputTokens();
    long shared = Math.min(prefix.map(Needs.SharedPrefix::tokens).orElse(0L), tokens.inputTokens());
    long rest = tokens.inputTokens() - shared;
    Usage readUse = new Usage(rest, tokens.outputTokens(), shared, 0);
    Usage writtenUse = new Usage(rest, tokens.outputTokens(), 0, shared);
    read[node] = price.cost(readUse, Channel.BATCH).amount();
    written[node] = price.cost(writtenUse, Channel.BATCH).amount();
    prefixOf[node] =
        prefix
            .map(one -> numbers.computeIfAbsent(one.name(), _ -> numbers.size()))
            .orElse(NO_PREFIX);
  }

  int size() {
    return direct.length;
  }

  /// Everything direct.
  Usd standard() {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal one : direct) {
      sum = sum.add(one);
    }
    return new Usd(sum);
  }

  /// What each node saves by batch, in whole units of 10 to the power of minus `scale` dollars.
  record Savings(long[] units, int scale) {
    Usd dollars(long count) {
      return new Usd(BigDecimal.valueOf(count, scale));
    }
  }

  /// Never negative, in the largest unit in which all are whole numbers; in a larger one, cut off,
  /// only where their sum would not fit.
  Savings savings(BigDecimal[] byBatch) {
    BigDecimal[] savings = new BigDecimal[size()];
    BigDecimal sum = BigDecimal.ZERO;
    int scale = 0;
    for (int node = 0; node < size(); node++) {
      savings[node] =
          direct[node].subtract(byBatch[node]).max(BigDecimal.ZERO).stripTrailingZeros();
      sum = sum.add(savings[node]);
      scale = Math.max(scale, savings[node].scale());
    }
    while (sum.movePointRight(scale).compareTo(LARGEST) > 0) {
      scale--;
    }
    long[] whole = new long[size()];
    for (int node = 0; node < size(); node++) {
      whole[node] = savings[node].movePointRight(scale).longValue();
    }
    return new Savings(whole, scale);
  }

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE / 4);
}
