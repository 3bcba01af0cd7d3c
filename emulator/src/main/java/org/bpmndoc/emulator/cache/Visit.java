package org.bpmndoc.emulator.cache;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// What one prompt found in a cache, and what it leaves there once it is answered.
///
/// From each breakpoint, the last first, at most [#LOOKBACK] blocks are looked at backwards, for
/// one up to which an earlier prompt was cached. Up to there the prompt is read; from there to the
/// last breakpoint it is written, for an hour as far as the last one for an hour. What was read is
/// kept for its lifetime again.
public record Visit(CacheUse use, Map<String, Kept> left) {

  /// The block of the breakpoint itself among them.
  private static final int LOOKBACK = 20;

  /// Where nothing was to be cached.
  static final Visit NONE = new Visit(CacheUse.NONE, Map.of());

  public Visit {
    left = Map.copyOf(left);
  }

  /// `cached` finds what is kept under a hash at that moment.
  static Visit of(
      Prompt prompt, String workspace, Instant moment, Function<String, Optional<Kept>> cached) {
    return prompt.hasBreakpoints()
        ? of(prompt.prefixes(workspace), CacheMinimum.of(prompt.model()), moment, cached)
        : NONE;
  }

  /// Breakpoints after fewer than `minimum` tokens are as if they were not there.
  private static Visit of(
      List<Prefix> prefixes,
      long minimum,
      Instant moment,
      Function<String, Optional<Kept>> cached) {
    List<Integer> breakpoints = new ArrayList<>();
    for (int i = 0; i < prefixes.size(); i++) {
      if (prefixes.get(i).breakpoint().isPresent() && prefixes.get(i).tokens() >= minimum) {
        breakpoints.add(i);
      }
    }
    int hit = hit(prefixes, breakpoints, cached);
    Map<String, Kept> left = new TreeMap<>();
    long read = hit < 0 ? 0 : prefixes.get(hit).tokens();
    long hour = read;
    long end = read;
    for (int place : breakpoints) {
      Prefix prefix = prefixes.get(place);
      if (place > hit) {
        Lifetime lifetime = prefix.breakpoint().orElseThrow();
        left.put(prefix.hash(), Kept.from(lifetime, moment));
        end = prefix.tokens();
        hour = lifetime == Lifetime.ONE_HOUR ? end : hour;
      } else {
        refresh(prefix, left, moment, cached);
      }
    }
    if (hit >= 0) {
      refresh(prefixes.get(hit), left, moment, cached);
    }
    return new Visit(new CacheUse(read, end - hour, hour - read), left);
  }

  /// The block up to which the prompt is read; -1 if there is none.
  private static int hit(
      List<Prefix> prefixes, List<Integer> breakpoints, Function<String, Optional<Kept>> cached) {
    for (int breakpoint : breakpoints.reversed()) {
      for (int place = breakpoint; place >= 0 && place > breakpoint - LOOKBACK; place--) {
        if (cached.apply(prefixes.get(place).hash()).isPresent()) {
          return place;
        }
      }
    }
    return -1;
  }

  private static void refresh(
      Prefix prefix,
      Map<String, Kept> left,
      Instant moment,
      Function<String, Optional<Kept>> cached) {
    cached
        .apply(prefix.hash())
        .ifPresent(kept -> left.put(prefix.hash(), Kept.from(kept.lifetime(), moment)));
  }
}
