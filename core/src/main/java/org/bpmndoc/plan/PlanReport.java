package org.bpmndoc.plan;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bpmndoc.xml.Diagnostic;
import tools.jackson.databind.node.ObjectNode;

/// What `bpmndoc plan` says: every strategy's plan, side by side, and which one to take.
///
/// `subjects` and `dependencies` count the whole graph; `heights` count, from the leaves up, the
/// subjects still to be written. `prices` are those of the models that write them, each once, the
/// model of the run first. `models` names the model of each kind of document where there are
/// several. `subjectList` is empty unless it was asked for.
public record PlanReport<N>(
    int subjects,
    int dependencies,
    List<Integer> heights,
    List<ModelPrice> prices,
    SequencedMap<String, String> models,
    Limits limits,
    Plans<N> plans,
    long largestRequestTokens,
    Optional<List<SubjectLine>> subjectList,
    List<Diagnostic> diagnostics) {

  public PlanReport {
    heights = List.copyOf(heights);
    prices = List.copyOf(prices);
    models = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(models));
    subjectList = subjectList.map(List::copyOf);
    diagnostics = List.copyOf(diagnostics);
  }

  /// One subject of the recommended plan, and what it would cost by either channel. `dependsOn` are
  /// the children it waits for: those that are documented already are left out.
  public record SubjectLine(
      String subject,
      String kind,
      String file,
      List<String> dependsOn,
      int height,
      TokenEstimate tokens,
      Usd batch,
      Usd direct,
      Channel channel) {

    public SubjectLine {
      dependsOn = List.copyOf(dependsOn);
    }
  }

  /// The report on all plans of a planner. `price` is that of the model of the run.
  public static <N> PlanReport<N> of(
      Planner<N> planner, Limits limits, ModelPrice price, List<Diagnostic> diagnostics) {
    List<ModelPrice> others =
        planner.graph().nodes().stream()
            .filter(planner.pending())
            .map(planner.needs()::price)
            .filter(other -> !other.model().equals(price.model()))
            .distinct()
            .toList();
    return new PlanReport<>(
        planner.graph().nodes().size(),
        planner.graph().edgeCount(),
        planner.graph().heightCounts(planner.pending()),
        Stream.concat(Stream.of(price), others.stream()).toList(),
        new LinkedHashMap<>(),
        limits,
        planner.plans(limits),
        planner.largestRequestTokens(),
        Optional.empty(),
        diagnostics);
  }

  /// The same with the model of each kind of document, where there are several.
  public PlanReport<N> withModels(SequencedMap<String, String> byKind) {
    return new PlanReport<>(
        subjects,
        dependencies,
        heights,
        prices,
        byKind,
        limits,
        plans,
        largestRequestTokens,
        subjectList,
        diagnostics);
  }

  /// The same with a line for each subject to be written. Subjects are named by their `toString`.
  public PlanReport<N> withSubjects(
      Planner<N> planner, Function<N, String> kind, Function<N, String> file) {
    var channels = recommendedPlan().channels();
    var heightOf = planner.graph().heights(planner.pending());
    List<SubjectLine> lines =
        channels.entrySet().stream()
            .map(entry -> {
              N node = entry.getKey();
              return new SubjectLine(
                  node.toString(),
                  kind.apply(node),
                  file.apply(node),
                  planner.graph().children(node).stream()
                      .filter(channels::containsKey)
                      .map(Object::toString)
                      .toList(),
                  heightOf.getOrDefault(node, 0),
                  planner.tokens(node),
                  planner.cost(node, Channel.BATCH),
                  planner.cost(node, Channel.DIRECT),
                  entry.getValue());
            })
            .toList();
    return new PlanReport<>(
        subjects,
        dependencies,
        heights,
        prices,
        models,
        limits,
        plans,
        largestRequestTokens,
        Optional.of(lines),
        diagnostics);
  }

  /// The plan to take; where none keeps the limits, the one that comes nearest.
  public Plan<N> recommendedPlan() {
    return plans.of(Strategy.AUTO);
  }

  boolean isRecommended(Plan<N> plan) {
    return plans.fits() && plan.strategy() == Strategy.AUTO;
  }

  /// The price of the model of the run.
  ModelPrice price() {
    return prices.getFirst();
  }

  Optional<Duration> deadline() {
    return limits.deadline();
  }

  /// The nearest plans, where none keeps the limits, in words.
  public String nearest() {
    Plans.Point fastest = plans.fastest();
    Plans.Point cheapest = plans.cheapest();
    return "the fastest has %s (%s, 95 runs in 100 within %s), the cheapest %s (%s, within %s)"
        .formatted(
            Candidate.inWords(fastest.waits()),
            fastest.cost().toText(),
            DurationText.of(fastest.p95()),
            Candidate.inWords(cheapest.waits()),
            cheapest.cost().toText(),
            DurationText.of(cheapest.p95()));
  }

  /// The one JSON object of `bpmndoc plan --json`. Money is an exact number, time whole seconds;
  /// `deadlineSeconds` is null where there is none.
  public ObjectNode toJson() {
    return PlanJson.of(this);
  }

  /// The table for people, each line ended.
  public String toText() {
    return PlanTable.of(this);
  }

  /// Cost against time, as an SVG picture: the curve, and each strategy on it or beside it.
  public String toSvg() {
    return PlanPlot.of(this);
  }
}
