package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which of several candidates is taken, whether it keeps all limits, and why in a sentence.
///
/// With a deadline the cheapest that keeps the limits. Without, of those that cost at most 5 % more
/// than the cheapest that does, the one with the fewest waits: a wait is an hour of somebody's
/// patience, and often more. One that costs more and takes longer than another is not looked at:
/// many direct calls can take longer than a batch. That is decided at prices without primers, for
/// which the candidates are exact; primers, each a wait too, are added where they save more than 5
/// % again, and ten cents. Where none keeps the limits, the one that comes nearest: the fastest of
/// those that keep the others, else the cheapest.
record Choice(Candidate taken, boolean fits, String why) {

  private static final BigDecimal NEARLY_CHEAPEST = new BigDecimal("1.05");
  private static final Usd SAVED_AT_LEAST = Usd.of("0.10");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Comparator<Candidate> CHEAPEST_FIRST =
      Comparator.comparing(Candidate::cost).thenComparing(Candidate::waits);
  private static final Comparator<Candidate> FEWEST_WAITS_FIRST =
      Comparator.comparing(Candidate::waits).thenComparing(Candidate::cost);
  private static final Comparator<Candidate> FASTEST_FIRST =
      Comparator.<Candidate, Duration>comparing(candidate -> candidate.time().p95())
          .thenComparing(Candidate::cost);

  /// `plain` are the candidates without primers, `primed` those with.
  static Choice of(List<Candidate> plain, List<Candidate> primed, Limits limits) {
    List<Candidate> all = Stream.concat(plain.stream(), primed.stream()).toList();
    if (all.stream().noneMatch(limits::areKeptBy)) {
      return nearest(all, limits);
    }
    List<Candidate> fitting = plain.stream().filter(limits::areKeptBy).toList();
    if (fitting.isEmpty()) {
      List<Candidate> onlyPrimed = primed.stream().filter(limits::areKeptBy).toList();
      return new Choice(
          fewestWaits(onlyPrimed), true, "no plan without primers keeps what was asked for");
    }
    if (limits.deadline().isEmpty()) {
      Candidate taken = fewestWaits(fitting);
      return withPrimers(taken, why(taken, fitting), primed, limits);
    }
    return withPrimers(
        fitting.stream().min(CHEAPEST_FIRST).orElseThrow(),
        "the cheapest of which 95 runs in 100 end within %s"
            .formatted(DurationText.of(limits.deadline().get())),
        primed,
        limits);
  }

  private static Candidate fewestWaits(List<Candidate> candidates) {
    Usd nearlyCheapest =
        candidates.stream().min(CHEAPEST_FIRST).orElseThrow().cost().times(NEARLY_CHEAPEST);
    return candidates.stream()
        .filter(one -> !one.cost().isMoreThan(nearlyCheapest))
        .filter(one -> candidates.stream().noneMatch(one::isDearerAndSlowerThan))
        .min(FEWEST_WAITS_FIRST)
        .orElseThrow();
  }

  private static Choice withPrimers(
      Candidate taken, String why, List<Candidate> primed, Limits limits) {
    List<Candidate> worthIt =
        primed.stream()
            .filter(one -> one.waits() - one.draft().primerWaits() <= taken.waits())
            .filter(one -> taken.cost().isMoreThan(one.cost().times(NEARLY_CHEAPEST)))
            .filter(one -> !SAVED_AT_LEAST.isMoreThan(taken.cost().minus(one.cost())))
            .filter(limits::areKeptBy)
            .toList();
    if (worthIt.isEmpty()) {
      return new Choice(taken, true, why);
    }
    Candidate better = fewestWaits(worthIt);
    return new Choice(
        better,
        true,
        "without primers %s; with them %s %% less"
            .formatted(why, percent(taken.cost().minus(better.cost()), taken.cost())));
  }

  private static String why(Candidate taken, List<Candidate> plain) {
    if (taken.draft().batched().length == 0) {
      return "nothing is to be written";
    }
    Candidate cheapest = plain.stream().min(CHEAPEST_FIRST).orElseThrow();
    if (taken.waits() < cheapest.waits()) {
      return "%s less than the cheapest has, for %s %% more"
          .formatted(
              Candidate.inWords(cheapest.waits() - taken.waits()),
              percent(taken.cost().minus(cheapest.cost()), cheapest.cost()));
    }
    return plain.stream()
        .filter(one -> one.waits() < taken.waits())
        .min(CHEAPEST_FIRST)
        .map(one ->
            "the cheapest; with %s it would cost %s %% more"
                .formatted(
                    Candidate.inWords(one.waits()),
                    percent(one.cost().minus(taken.cost()), taken.cost())))
        .orElse("the cheapest, with the fewest waits there are");
  }

  private static String percent(Usd part, Usd of) {
    return of.amount().signum() == 0
        ? "0.0"
        : part.amount()
            .multiply(HUNDRED)
            .divide(of.amount(), 1, RoundingMode.HALF_UP)
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
