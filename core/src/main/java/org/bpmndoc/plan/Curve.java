package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.graph.WaitOptimum;

/// The cheapest draft for each number of waits, in which every parent sees its children's
/// documents.
///
/// The optimum is exact for each price by itself, without primers and with every beginning read
/// from the cache; what the primers cost and what comes when the cache is cold is worked out
/// afterwards. So that neither makes a curve that is dearer than a rule of thumb, leaves alone and
/// everything are looked at too.
final class Curve<N> {

  /// Up to so many waits each number is looked at, beyond only some: nobody waits so often.
  private static final int EACH_WAIT_TO = 12;

  private static final double STEP = 1.5;

  private final Drafting drafting;
  private final Pending<N> nodes;
  private final Map<N, Integer> numbers;
  private final DependencyGraph<N> graph;
  private final Predicate<N> pending;
  private final List<Draft> atPlainPrices;
  private Usd unproven = Usd.ZERO;

  Curve(Drafting drafting, DependencyGraph<N> graph, Pending<N> nodes, Predicate<N> pending) {
    this.drafting = drafting;
    this.graph = graph;
    this.nodes = nodes;
    this.pending = pending;
    this.numbers = HashMap.newHashMap(nodes.size());
    nodes.nodes().forEach(node -> numbers.put(node, numbers.size()));
    this.atPlainPrices = new ArrayList<>(drafting.drafts(new boolean[nodes.size()]));
    atPlainPrices.addAll(drafting.drafts(nodes.leaves()));
    atPlainPrices.addAll(optimal(drafting.bills().plain()));
  }

  /// Without primers, by rising waits and falling cost; never empty.
  List<Draft> plain() {
    return frontier(atPlainPrices.stream().filter(draft -> draft.primed().isEmpty()));
  }

  /// Those with primers that are worth looking at besides, by rising waits and falling cost.
  List<Draft> primed() {
    Bills bills = drafting.bills();
    return bills.prefixes().isEmpty()
        ? List.of()
        : frontier(
            Stream.concat(atPlainPrices.stream(), optimal(bills.read()).stream())
                .filter(draft -> !draft.primed().isEmpty()));
  }

  /// How much cheaper a plan could be at most, for one of the numbers of waits that were looked at;
  /// zero where all are exact, which they are unless a graph asks for more work than there is time.
  Usd unproven() {
    return unproven;
  }

  private static List<Draft> frontier(Stream<Draft> drafts) {
    List<Draft> frontier = new ArrayList<>();
    for (Draft draft : drafts.sorted(BY_WAITS_THEN_COST).toList()) {
      if (frontier.isEmpty() || frontier.getLast().cost().isMoreThan(draft.cost())) {
        frontier.add(draft);
      }
    }
    return frontier;
  }

  private static final Comparator<Draft> BY_WAITS_THEN_COST =
      Comparator.comparingInt(Draft::waits).thenComparing(Draft::cost);

  private List<Draft> optimal(BigDecimal[] byBatch) {
    Bills.Savings savings = drafting.bills().savings(byBatch);
    WaitOptimum<N> optimum =
        WaitOptimum.of(graph, pending, node -> savings.units()[numbers.getOrDefault(node, 0)]);
    List<Draft> drafts = new ArrayList<>();
    for (int waits = 1; waits < optimum.waitsMax(); waits = next(waits)) {
      WaitOptimum.Family<N> family = optimum.atMost(waits);
      drafts.addAll(drafting.drafts(batched(family.nodes())));
      Usd gap = savings.dollars(family.bound() - family.weight());
      unproven = gap.isMoreThan(unproven) ? gap : unproven;
    }
    drafts.addAll(drafting.drafts(batched(optimum.atMost(optimum.waitsMax()).nodes())));
    return drafts;
  }

  private static int next(int waits) {
    return waits < EACH_WAIT_TO ? waits + 1 : (int) Math.ceil(waits * STEP);
  }

  private boolean[] batched(Set<N> chosen) {
    boolean[] batched = new boolean[nodes.size()];
    chosen.forEach(node -> batched[numbers.getOrDefault(node, 0)] = true);
    return batched;
  }
}
