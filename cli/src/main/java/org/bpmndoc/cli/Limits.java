package org.bpmndoc.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.plan.DurationText;
import org.bpmndoc.plan.Plan;
import org.bpmndoc.plan.PlanReport;
import org.bpmndoc.plan.Usd;

/// What a plan has to keep: the deadline with 95 runs in 100, the budget by its expected cost, and
/// the number of waits.
record Limits(Optional<Duration> deadline, Optional<Usd> budget, Optional<Integer> maxWaits) {

  boolean areKeptBy(Plan<?> plan) {
    return broken(plan).isEmpty();
  }

  /// What of it a plan does not keep, in words.
  List<String> broken(Plan<?> plan) {
    List<String> broken = new ArrayList<>();
    deadline
        .filter(limit -> plan.p95().compareTo(limit) > 0)
        .ifPresent(limit ->
            broken.add(
                "its deadline of %s (95 runs in 100 take up to %s)"
                    .formatted(DurationText.of(limit), DurationText.of(plan.p95()))));
    budget
        .filter(plan.cost()::isMoreThan)
        .ifPresent(limit ->
            broken.add(
                "its budget of %s (expected: %s)".formatted(limit.toText(), plan.cost().toText())));
    maxWaits
        .filter(limit -> plan.waits() > limit)
        .ifPresent(
            limit -> broken.add("at most %d waits (it has %d)".formatted(limit, plan.waits())));
    return broken;
  }

  /// The plans nearest to limits that none keeps, in words.
  static String nearest(PlanReport<?> report) {
    Plan<?> fastest = report.plans().stream().min(Comparator.comparing(Plan::p95)).orElseThrow();
    Plan<?> cheapest = report.plans().stream().min(Comparator.comparing(Plan::cost)).orElseThrow();
    return "the fastest is %s (%s, 95 in 100 within %s), the cheapest %s (%s, within %s)"
        .formatted(
            fastest.strategy(),
            fastest.cost().toText(),
            DurationText.of(fastest.p95()),
            cheapest.strategy(),
            cheapest.cost().toText(),
            DurationText.of(cheapest.p95()));
  }
}
