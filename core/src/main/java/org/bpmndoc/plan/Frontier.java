package org.bpmndoc.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the plans worth choosing between: each buys a lower cost with more waits.
final class Frontier {

  private Frontier() {}

  static <N> List<Plan<N>> of(List<Plan<N>> plans) {
    List<Plan<N>> frontier = new ArrayList<>();
    for (Plan<N> plan : plans.stream().sorted(BY_WAITS_THEN_COST).toList()) {
      if (frontier.isEmpty() || frontier.getLast().cost().isMoreThan(plan.cost())) {
        frontier.add(plan);
      }
    }
    return List.copyOf(frontier);
  }

  private static final Comparator<Plan<?>> BY_WAITS_THEN_COST =
      Comparator.<Plan<?>>comparingInt(Plan::waits).thenComparing(Plan::cost);
}
