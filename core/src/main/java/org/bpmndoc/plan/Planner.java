package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bpmndoc.graph.DependencyGraph;

/// Everything a plan is made from. The same planner always makes the same plans.
///
/// `pending` are the nodes still to be written. The others are documented: they cost nothing and
/// nobody waits for them.
public record Planner<N>(
    DependencyGraph<N> graph, Predicate<N> pending, Needs<N> needs, LatencyModel latency) {

  /// A plan for each strategy there is, in the order of [Strategy], and the curve to choose from.
  public Plans<N> plans(Limits limits) {
    Making making = new Making();
    Curve<N> curve = making.curve();
    List<Candidate> plain = making.candidates(curve.plain());
    List<Candidate> primed = making.candidates(curve.primed());
    Choice choice = Choice.of(plain, primed, limits);
    List<Plan<N>> plans =
        Arrays.stream(Strategy.values())
            .map(strategy ->
                strategy == Strategy.AUTO
                    ? making.plan(strategy, choice.taken(), making.waiting)
                    : making.plan(strategy, limits))
            .toList();
    return new Plans<>(
        plans,
        plain.stream().map(Candidate::point).toList(),
        primed.stream()
            .filter(one -> plain.stream().noneMatch(one::isBeatenBy))
            .map(Candidate::point)
            .toList(),
        curve.unproven(),
        choice.fits(),
        choice.why());
  }

  /// The plan of one strategy, the nearest there is where none keeps the limits.
  public Plan<N> plan(Strategy strategy, Limits limits) {
    return new Making().plan(strategy, limits);
  }

  /// The same where only these of the pending nodes are left to write.
  public Planner<N> among(Predicate<N> left) {
    return new Planner<>(graph, node -> left.test(node) && pending.test(node), needs, latency);
  }

  /// Within this time 95 runs in 100 end that send the pending nodes by these channels, without
  /// primers.
  Duration p95(Map<N, Channel> channels) {
    Making making = new Making();
    boolean[] batched = new boolean[making.nodes.size()];
    for (int node = 0; node < batched.length; node++) {
      batched[node] = channels.get(making.nodes.nodes().get(node)) == Channel.BATCH;
    }
    return latency.simulate(making.waiting.drafts(batched).getFirst().waves()).p95();
  }

  /// What one node is expected to cost by a channel, its children's documents seen.
  public Usd cost(N node, Channel channel) {
    return needs.price(node).cost(tokens(node).asUsage(), channel);
  }

  /// What one node is expected to use, its children's documents seen.
  public TokenEstimate tokens(N node) {
    return needs.tokens(node, ChildrenSeen.DOCUMENTS);
  }

  /// The tokens of the largest request that is to be sent, without its answer.
  public long largestRequestTokens() {
    return graph.nodes().stream()
        .filter(pending)
        .mapToLong(node -> tokens(node).inputTokens())
        .max()
        .orElse(0);
  }

  /// What the plans of one graph have in common.
  private final class Making {
    private final Pending<N> nodes = Pending.of(graph, pending);
    private final Drafting waiting = drafting(nodes, ChildrenSeen.DOCUMENTS);

    private Drafting drafting(Pending<N> of, ChildrenSeen seen) {
      return new Drafting(of, Bills.of(of, needs, seen), latency);
    }

    Curve<N> curve() {
      return new Curve<>(waiting, graph, nodes, pending);
    }

    Plan<N> plan(Strategy strategy, Limits limits) {
      Drafting drafting =
          strategy.sees().waits() ? waiting : drafting(nodes.independent(), strategy.sees());
      Choice choice =
          switch (strategy) {
            case AUTO -> onCurve(curve(), limits);
            case DIRECT -> choice(drafting, new boolean[nodes.size()], limits);
            case HYBRID -> choice(drafting, nodes.leaves(), limits);
            case MULTI_STAGE, GRAPH, STORED, SUMMARIES -> choice(drafting, everything(), limits);
          };
      return plan(strategy, choice.taken(), drafting);
    }

    private Choice onCurve(Curve<N> curve, Limits limits) {
      return Choice.of(candidates(curve.plain()), candidates(curve.primed()), limits);
    }

    private Choice choice(Drafting drafting, boolean[] batched, Limits limits) {
      List<Candidate> candidates = candidates(drafting.drafts(batched));
      return Choice.of(candidates.subList(0, 1), candidates.subList(1, candidates.size()), limits);
    }

    List<Candidate> candidates(List<Draft> drafts) {
      return drafts.stream().map(draft -> candidate(draft)).toList();
    }

    private boolean[] everything() {
      boolean[] all = new boolean[nodes.size()];
      Arrays.fill(all, true);
      return all;
    }

    private Candidate candidate(Draft draft) {
      return new Candidate(
          draft, latency.simulate(draft.waves()), draft.cost().times(needs.costSpread()));
    }

    Plan<N> plan(Strategy strategy, Candidate candidate, Drafting drafting) {
      Draft draft = candidate.draft();
      return new Plan<>(
          strategy,
          nodes.channels(draft.batched()),
          draft.primed().stream()
              .mapToObj(drafting.bills().prefixes()::get)
              .collect(Collectors.toCollection(TreeSet::new)),
          draft.waits(),
          draft.primerWaits(),
          draft.cost(),
          candidate.costP95(),
          drafting.bills().standard(),
          candidate.time().p50(),
          candidate.time().p95(),
          strategy.sees().waits() ? BigDecimal.ONE : currentChildren());
    }

    /// Of all dependencies of pending nodes, the share in which the child is documented already.
    private BigDecimal currentChildren() {
      long all = nodes.nodes().stream().mapToLong(node -> graph.children(node).size()).sum();
      long pendingToo = Arrays.stream(nodes.children()).mapToLong(of -> of.length).sum();
      return all == 0
          ? BigDecimal.ONE
          : BigDecimal.valueOf(all - pendingToo)
              .divide(BigDecimal.valueOf(all), 4, RoundingMode.DOWN)
              .stripTrailingZeros();
    }
  }
}
