package org.bpmndoc.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a plan has to keep: the deadline and the budget with 95 runs in 100, and the number of
/// waits.
public record Limits(
    Optional<Duration> deadline, Optional<Usd> budget, Optional<Integer> waitsMax) {

  public static final Limits NONE =
      new Limits(Optional.empty(), Optional.empty(), Optional.empty());

  public static Limits deadline(Duration deadline) {
    return new Limits(Optional.of(deadline), Optional.empty(), Optional.empty());
  }

  public Limits withoutBudget() {
    return new Limits(deadline, Optional.empty(), waitsMax);
  }

  /// What of it a plan does not keep, in words.
  public List<String> broken(Plan<?> plan) {
    return broken(plan.waits(), plan.costP95(), plan.p95());
  }

  boolean areKeptBy(Candidate candidate) {
    return broken(candidate.draft().waits(), candidate.costP95(), candidate.time().p95()).isEmpty();
  }

  private List<String> broken(int waits, Usd costP95, Duration p95) {
    List<String> broken = new ArrayList<>();
    deadline
        .filter(limit -> p95.compareTo(limit) > 0)
        .ifPresent(limit ->
            broken.add(
                "its deadline of %s (95 runs in 100 take up to %s)"
                    .formatted(DurationText.of(limit), DurationText.of(p95))));
    budget
        .filter(costP95::isMoreThan)
        .ifPresent(limit ->
            broken.add(
                "its budget of %s (95 runs in 100 cost up to %s)"
                    .formatted(limit.toText(), costP95.toText())));
    waitsMax
        .filter(limit -> waits > limit)
        .ifPresent(limit ->
            broken.add("at most %s (it has %d)".formatted(Candidate.inWords(limit), waits)));
    return broken;
  }
}
