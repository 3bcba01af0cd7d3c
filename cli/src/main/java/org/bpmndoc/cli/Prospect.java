package org.bpmndoc.cli;

import java.util.ArrayDeque;
import java.util.Deque;
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
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Experience;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.ChildrenSeen;
import org.bpmndoc.plan.CostSpread;
import org.bpmndoc.plan.Outlook;
import org.bpmndoc.plan.Planner;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.prompt.Earlier;
import org.bpmndoc.prompt.Estimates;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.RequestRenderer;
import org.bpmndoc.prompt.SubjectNeeds;
import org.bpmndoc.run.ChildrenFirst;
import org.bpmndoc.run.FixedChildren;
import org.bpmndoc.run.Renderer;
import org.bpmndoc.run.Sight;
import org.bpmndoc.run.Staleness;
import org.bpmndoc.run.Standing;

/// What there is to do: the subjects asked for, what of them is documented already, what parents
/// see of their children, and what the rest would cost.
record Prospect(
    DependencyGraph<SubjectId> graph,
    Renderer renderer,
    Standing standing,
    Sight sight,
    Predicate<SubjectId> pending,
    Planner<SubjectId> planner) {

  /// `seen` is what runs before show of the model of each kind of document: its tokens, and of the
  /// usual one the times too. `before` is what is stored. `limitedTo` limits all to these subjects
  /// and what they are written from, if there are any. Parents wait for their children.
  static Prospect of(
      Landscape landscape,
      Overrides overrides,
      Models models,
      ByKind<Experience> seen,
      Before before,
      Set<SubjectId> limitedTo,
      Predicate<SubjectId> force) {
    DependencyGraph<SubjectId> graph = graph(landscape, limitedTo);
    RequestRenderer renderer = renderer(landscape, overrides, models);
    Standing standing = Standing.of(graph, renderer::render, before.documents(), force);
    return new Prospect(
        graph,
        new Writing(renderer, ChildrenSeen.DOCUMENTS, new Earlier(models.requestSettings())),
        standing,
        new ChildrenFirst(graph),
        standing::isPending,
        planner(
            landscape,
            models,
            seen,
            graph,
            standing::isPending,
            subject -> !standing.isPending(subject),
            subject -> force.test(subject) ? Optional.empty() : before.document(subject)));
  }

  /// The same where parents see that of what was stored of their children before, and wait for
  /// nobody. `before` is what a run that is taken up was begun with.
  static Prospect ofStored(
      Landscape landscape,
      Overrides overrides,
      Models models,
      ByKind<Experience> seen,
      DocumentStore documents,
      Entry.RunStarted asked,
      ChildrenSeen sees,
      boolean refreshStale,
      Optional<Entry.ChildrenFixed> before) {
    DependencyGraph<SubjectId> graph = graph(landscape, asked.limitedTo());
    RequestRenderer renderer = renderer(landscape, overrides, models);
    Standing standing = Standing.of(graph, renderer::render, documents::find, _ -> false);
    Before stored = Before.of(documents);
    FixedChildren fixed =
        FixedChildren.of(
            standing,
            documents,
            asked::writesAgain,
            refreshStale
                ? Staleness.subjects(
                    graph.nodes(), documents, models.profile().children(), overrides)
                : Set.of(),
            before);
    return new Prospect(
        graph,
        new Writing(renderer, sees, new Earlier(models.requestSettings())),
        standing,
        fixed,
        fixed::isPending,
        planner(
            landscape,
            models,
            seen,
            graph,
            fixed::isPending,
            fixed::isStored,
            subject -> asked.writesAgain(subject) ? Optional.empty() : stored.document(subject)));
  }

  /// Requests as a run sends them.
  private record Writing(RequestRenderer requests, ChildrenSeen sees, Earlier earlier)
      implements Renderer {
    @Override
    public Rendering render(SubjectId subject, Map<SubjectId, Child> children) {
      return requests.render(subject, children, sees);
    }

    @Override
    public Optional<String> earlier(Document document, Lineage then, Rendering now) {
      return earlier.shown(document, then, now);
    }
  }

  private static DependencyGraph<SubjectId> graph(Landscape landscape, Set<SubjectId> limitedTo) {
    return limitedTo.isEmpty()
        ? landscape.dependencies()
        : below(landscape.dependencies(), limitedTo);
  }

  private static RequestRenderer renderer(Landscape landscape, Overrides overrides, Models models) {
    return new RequestRenderer(landscape, models.profile(), models.requestSettings(), overrides);
  }

  private static Planner<SubjectId> planner(
      Landscape landscape,
      Models models,
      ByKind<Experience> seen,
      DependencyGraph<SubjectId> graph,
      Predicate<SubjectId> pending,
      Predicate<SubjectId> stored,
      Function<SubjectId, Optional<Document>> earlier) {
    Estimates estimates =
        new Estimates(
            landscape,
            models.profile(),
            models.requestSettings(),
            seen.map(Experience::tokens),
            earlier);
    List<SubjectId> toWrite = graph.nodes().stream().filter(pending).toList();
    Function<SubjectId, ContractId> contract =
        subject -> models.profile().contractFor(landscape.subject(subject)).id();
    // A guess about one of several models is as bad as a guess about all.
    long answers =
        toWrite.stream()
            .map(contract)
            .distinct()
            .mapToLong(of -> seen.of(of).tokens().answerCount())
            .min()
            .orElse(0);
    SubjectNeeds needs =
        SubjectNeeds.of(
            sees -> estimates.of(toWrite, sees, stored),
            subject -> models.chosen().of(contract.apply(subject)).price(),
            subject ->
                Optional.of(estimates.prefix(subject))
                    .filter(_ -> !models.chosen().of(contract.apply(subject)).isOffline()),
            CostSpread.after(answers));
    return new Planner<>(graph, pending, needs, seen.usual().latency());
  }

  /// What is ahead of a run. What is documented takes no time and no money.
  Outlook<SubjectId> outlook() {
    return new Outlook<>(new Planner<>(sight.order(), pending, planner.needs(), planner.latency()));
  }

  /// Whether a plan has a channel for everything that is still to be written.
  boolean isCoveredBy(Entry.Planned plan) {
    return graph.nodes().stream().filter(pending).allMatch(plan.channels()::containsKey);
  }

  /// Subjects and all they are written from, directly or not.
  private static DependencyGraph<SubjectId> below(
      DependencyGraph<SubjectId> graph, Set<SubjectId> subjects) {
    Set<SubjectId> wanted = new LinkedHashSet<>();
    Deque<SubjectId> open = new ArrayDeque<>(subjects);
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
