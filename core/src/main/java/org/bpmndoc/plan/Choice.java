package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of several candidates is taken, whether it keeps all limits, and why in a sentence.
///
/// With a deadline the cheapest that keeps the limits; without, of those that cost at most 5 % more
/// than the cheapest that does, the one with the fewest waits: a wait is an hour of somebody's
/// patience, and often more. Where none keeps the limits, the one that comes nearest: the fastest
/// of those that keep the others, else the cheapest.
record Choice(Candidate taken, boolean fits, String why) {

  private static final BigDecimal NEARLY_CHEAPEST = new BigDecimal("1.05");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Comparator<Candidate> CHEAPEST_FIRST =
      Comparator.comparing(Candidate::cost).thenComparing(Candidate::waits);
  private static final Comparator<Candidate> FEWEST_WAITS_FIRST =
      Comparator.comparing(Candidate::waits).thenComparing(Candidate::cost);
  private static final Comparator<Candidate> FASTEST_FIRST =
      Comparator.<Candidate, Duration>comparing(candidate -> candidate.time().p95())
          .thenComparing(Candidate::cost);

  static Choice of(List<Candidate> candidates, Limits limits) {
    List<Candidate> fitting = candidates.stream().filter(limits::areKeptBy).toList();
    if (fitting.isEmpty()) {
      return nearest(candidates, limits);
    }
    Candidate cheapest = fitting.stream().min(CHEAPEST_FIRST).orElseThrow();
    if (limits.deadline().isPresent()) {
      return new Choice(
          cheapest,
          true,
          "the cheapest of which 95 runs in 100 end within %s"
              .formatted(DurationText.of(limits.deadline().get())));
    }
    Candidate fewest =
        fitting.stream()
            .filter(one -> !one.cost().isMoreThan(cheapest.cost().times(NEARLY_CHEAPEST)))
            .min(FEWEST_WAITS_FIRST)
            .orElseThrow();
    return new Choice(fewest, true, why(fewest, cheapest, candidates));
  }

  private static String why(Candidate taken, Candidate cheapest, List<Candidate> all) {
    if (taken.draft().batched().length == 0) {
      return "nothing is to be written";
    }
    if (taken.waits() < cheapest.waits()) {
      return "%s less than the cheapest has, for %s %% more"
          .formatted(
              Candidate.inWords(cheapest.waits() - taken.waits()),
              percentMore(taken.cost(), cheapest.cost()));
    }
    return all.stream()
        .filter(one -> one.waits() < taken.waits())
        .min(CHEAPEST_FIRST)
        .map(one ->
            "the cheapest; with %s it would cost %s %% more"
                .formatted(Candidate.inWords(one.waits()), percentMore(one.cost(), taken.cost())))
        .orElse("the cheapest, and nothing is waited for longer than has to be");
  }

  private static String percentMore(Usd cost, Usd than) {
    return than.amount().signum() == 0
        ? "0.0"
        : cost.minus(than)
            .amount()
            .multiply(HUNDRED)
            .divide(than.amount(), 1, RoundingMode.HALF_UP)
            .toPlainString();
  }

  private static Choice nearest(List<Candidate> candidates, Limits limits) {
    Limits others = new Limits(Optional.empty(), limits.budget(), limits.waitsMax());
    Candidate taken =
        candidates.stream()
            .filter(others::areKeptBy)
            .min(FASTEST_FIRST)
            .orElseGet(() -> candidates.stream().min(CHEAPEST_FIRST).orElseThrow());
    return new Choice(taken, false, "no plan keeps what was asked for");
  }
}
