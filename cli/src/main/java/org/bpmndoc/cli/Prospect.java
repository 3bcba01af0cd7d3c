package org.bpmndoc.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bpmndoc.document.ByKind;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Profile;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Experience;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.ChildrenSeen;
import org.bpmndoc.plan.CostSpread;
import org.bpmndoc.plan.Outlook;
import org.bpmndoc.plan.Planner;
import org.bpmndoc.plan.TokenEstimate;
import org.bpmndoc.prompt.Estimates;
import org.bpmndoc.prompt.RequestRenderer;
import org.bpmndoc.prompt.SubjectNeeds;
import org.bpmndoc.run.Standing;

/// What there is to do: the subjects asked for, what of them is documented already, and what the
/// rest would cost.
record Prospect(
    DependencyGraph<SubjectId> graph,
    RequestRenderer renderer,
    Standing standing,
    Planner<SubjectId> planner) {

  /// `seen` is what runs before show of the model of each kind of document: its tokens, and of the
  /// usual one the times too. `documents` finds what is stored. `only` limits all to one subject
  /// and what it is written from.
  static Prospect of(
      Landscape landscape,
      Models models,
      ByKind<Experience> seen,
      Function<Fingerprint, Optional<Document>> documents,
      Optional<SubjectId> only,
      Predicate<SubjectId> force) {
    DependencyGraph<SubjectId> graph =
        only.map(subject -> below(landscape.dependencies(), subject))
            .orElse(landscape.dependencies());
    Profile profile = Profile.builtIn();
    RequestRenderer renderer = new RequestRenderer(landscape, profile, models.requestSettings());
    Standing standing = Standing.of(graph, renderer::render, documents, force);
    List<SubjectId> pending = graph.nodes().stream().filter(standing::isPending).toList();
    Estimates estimates =
        new Estimates(landscape, profile, models.requestSettings(), seen.map(Experience::tokens));
    Map<SubjectId, TokenEstimate> inFull = estimates.of(pending);
    Map<ChildrenSeen, Map<SubjectId, TokenEstimate>> tokens = new EnumMap<>(ChildrenSeen.class);
    for (ChildrenSeen how : ChildrenSeen.values()) {
      tokens.put(how, inFull);
    }
    Function<SubjectId, ContractId> contract =
        subject -> profile.contractFor(landscape.subject(subject)).id();
    // A guess about one of several models is as bad as a guess about all.
    long answers =
        pending.stream()
            .map(contract)
            .distinct()
            .mapToLong(of -> seen.of(of).tokens().answerCount())
            .min()
            .orElse(0);
    SubjectNeeds needs =
        new SubjectNeeds(
            tokens,
            subject -> models.chosen().of(contract.apply(subject)).price(),
            estimates::prefix,
            CostSpread.after(answers));
    return new Prospect(
        graph,
        renderer,
        standing,
        new Planner<>(graph, standing::isPending, needs, seen.usual().latency()));
  }

  /// What is ahead of a run. What is documented takes no time and no money.
  Outlook<SubjectId> outlook() {
    return new Outlook<>(planner);
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
