package org.bpmndoc.plan;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The plans of one graph: one for each strategy, and the curve to choose from.
///
/// `frontier` holds the points that no other beats, by rising waits and falling cost, without
/// primers; `primed` those with primers that beat them. `unproven` is how much cheaper one of them
/// could be at most, zero where the curve is exact. `fits` says whether the plan of [Strategy#AUTO]
/// keeps the limits; if so it is the one that is recommended, and `why` says why in a sentence.
public record Plans<N>(
    List<Plan<N>> strategies,
    List<Point> frontier,
    List<Point> primed,
    Usd unproven,
    boolean fits,
    String why) {

  public Plans {
    strategies = List.copyOf(strategies);
    frontier = List.copyOf(frontier);
    primed = List.copyOf(primed);
  }

  /// What can be had for so many waits. `waits` includes `primerWaits`.
  public record Point(
      int waits, int primerWaits, int batched, int direct, Usd cost, Duration p50, Duration p95) {}

  public Plan<N> of(Strategy strategy) {
    return strategies.stream()
        .filter(plan -> plan.strategy() == strategy)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no plan was made for " + strategy));
  }

  /// Of the plans in which a parent sees its children's documents, the one that is done first.
  public Point fastest() {
    return frontier.stream().min(Comparator.comparing(Point::p95)).orElseThrow();
  }

  /// Of the plans in which a parent sees its children's documents, the cheapest.
  public Point cheapest() {
    return Stream.concat(frontier.stream(), primed.stream())
        .min(Comparator.comparing(Point::cost))
        .orElseThrow();
  }
}
