package org.bpmndoc.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Profile;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Experience;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Outlook;
import org.bpmndoc.plan.Planner;
import org.bpmndoc.plan.TokenEstimate;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Estimates;
import org.bpmndoc.prompt.RequestRenderer;
import org.bpmndoc.run.Standing;

/// What there is to do: the subjects asked for, what of them is documented already, and what the
/// rest would cost.
record Prospect(
    DependencyGraph<SubjectId> graph,
    RequestRenderer renderer,
    Standing standing,
    Planner<SubjectId> planner) {

  /// `seen` is what runs before show, `documents` finds what is stored. `only` limits all to one
  /// subject and what it is written from.
  static Prospect of(
      Landscape landscape,
      Models models,
      Experience seen,
      Function<Fingerprint, Optional<Document>> documents,
      Optional<SubjectId> only,
      Predicate<SubjectId> force) {
    DependencyGraph<SubjectId> graph =
        only.map(subject -> below(landscape.dependencies(), subject))
            .orElse(landscape.dependencies());
    Profile profile = Profile.builtIn();
    RequestRenderer renderer = new RequestRenderer(landscape, profile, models.requestSettings());
    Standing standing = Standing.of(graph, renderer::render, documents, force);
    Map<SubjectId, TokenEstimate> estimates =
        new Estimates(landscape, profile, models.requestSettings(), seen.tokens())
            .of(graph.nodes().stream().filter(standing::isPending).toList());
    Planner<SubjectId> planner =
        new Planner<>(
            graph,
            standing::isPending,
            subject -> Optional.ofNullable(estimates.get(subject)).orElseThrow(),
            models.price(),
            seen.latency());
    return new Prospect(graph, renderer, standing, planner);
  }

  /// What is ahead of a run. What is documented takes no time and no money.
  Outlook<SubjectId> outlook() {
    return new Outlook<>(
        graph,
        subject ->
            standing.isPending(subject) ? planner.estimates().apply(subject).outputTokens() : 0,
        (subject, channel) ->
            standing.isPending(subject) ? planner.cost(subject, channel) : Usd.ZERO,
        planner.latency());
  }

  /// Whether a plan has a channel for everything that is still to be written.
  boolean isCoveredBy(Entry.Planned plan) {
    return graph.nodes().stream()
        .filter(standing::isPending)
        .allMatch(plan.channels()::containsKey);
  }

  /// A subject and all it is written from, directly or not.
  private static DependencyGraph<SubjectId> below(
      DependencyGraph<SubjectId> graph, SubjectId subject) {
    Set<SubjectId> wanted = new LinkedHashSet<>();
    Deque<SubjectId> open = new ArrayDeque<>();
    open.add(subject);
    while (!open.isEmpty()) {
      SubjectId next = open.poll();
      if (wanted.add(next)) {
        open.addAll(graph.children(next));
      }
    }
    return DependencyGraph.of(
        graph.nodes().stream().filter(wanted::contains).toList(), graph::children);
  }
}
