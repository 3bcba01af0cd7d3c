package org.bpmndoc.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.xml.Diagnostic;
import tools.jackson.databind.node.ObjectNode;

/// What `bpmndoc plan` says: every strategy's plan, side by side.
///
/// `subjects` and `dependencies` count the whole graph; `heights` count, from the leaves up, the
/// subjects still to be written. `subjectList` is empty unless it was asked for.
public record PlanReport<N>(
    int subjects,
    int dependencies,
    List<Integer> heights,
    ModelPrice price,
    Optional<Duration> deadline,
    List<Plan<N>> plans,
    Strategy recommended,
    long largestRequestTokens,
    Optional<List<SubjectLine>> subjectList,
    List<Diagnostic> diagnostics) {

  public PlanReport {
    heights = List.copyOf(heights);
    plans = List.copyOf(plans);
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

  /// The report on all plans of a planner.
  public static <N> PlanReport<N> of(
      Planner<N> planner,
      Strategy recommended,
      Optional<Duration> deadline,
      List<Diagnostic> diagnostics) {
    return new PlanReport<>(
        planner.graph().nodes().size(),
        planner.graph().edgeCount(),
        planner.graph().heightCounts(planner.pending()),
        planner.price(),
        deadline,
        planner.plans(),
        recommended,
        planner.largestRequestTokens(),
        Optional.empty(),
        diagnostics);
  }

  /// The same with a line for each subject to be written. Subjects are named by their `toString`.
  public PlanReport<N> withSubjects(
      Planner<N> planner, Function<N, String> kind, Function<N, String> file) {
    var channels = recommendedPlan().channels();
    var heights = planner.graph().heights(planner.pending());
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
                  heights.getOrDefault(node, 0),
                  planner.estimates().apply(node),
                  planner.cost(node, Channel.BATCH),
                  planner.cost(node, Channel.DIRECT),
                  entry.getValue());
            })
            .toList();
    return new PlanReport<>(
        subjects,
        dependencies,
        this.heights,
        price,
        deadline,
        plans,
        recommended,
        largestRequestTokens,
        Optional.of(lines),
        diagnostics);
  }

  public Plan<N> recommendedPlan() {
    return plans.stream()
        .filter(plan -> plan.strategy() == recommended)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no plan was made for " + recommended.label()));
  }

  /// The plans that no other beats: none has fewer waits at no greater cost, none costs less at no
  /// more waits. In the order of their waits; of several that are alike, the first.
  public List<Plan<N>> frontier() {
    return Frontier.of(plans);
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
}
