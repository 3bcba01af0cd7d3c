package org.bpmndoc.run;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Outlook;

/// Decides how a request travels when it is to be sent: as the newest plan says of its first
/// subject. What has to be asked for again goes direct where another batch would be one wait too
/// many, or would hardly be back in time for the deadline, if the budget reaches for it.
final class Routes {

  private final RunState state;
  private final DependencyGraph<SubjectId> graph;
  private final Outlook<SubjectId> outlook;
  private final Budget budget;
  private final InstantSource clock;
  private final Map<SubjectId, Integer> above = new HashMap<>();
  private int plans;

  Routes(
      RunState state,
      DependencyGraph<SubjectId> graph,
      Outlook<SubjectId> outlook,
      Budget budget,
      InstantSource clock) {
    this.state = state;
    this.graph = graph;
    this.outlook = outlook;
    this.budget = budget;
    this.clock = clock;
  }

  Channel of(Prepared work) {
    Channel planned = state.channel(work.subjects().getFirst());
    boolean again = state.attempts().failures(work.fingerprint()) > 0;
    return planned == Channel.BATCH && again && isTooSlow(work) && isAffordable(work)
        ? Channel.DIRECT
        : planned;
  }

  private boolean isTooSlow(Prepared work) {
    int batches = 1 + work.subjects().stream().mapToInt(this::above).max().orElse(0);
    boolean tooMany =
        state
            .planned()
            .flatMap(Entry.Planned::waitsMax)
            .filter(most -> work.waitsBefore(state) + batches > most)
            .isPresent();
    Duration needed = outlook.slowBatch().multipliedBy(batches);
    boolean tooLate =
        state
            .deadline()
            .filter(clock.instant()::isBefore)
            .filter(deadline -> clock.instant().plus(needed).isAfter(deadline))
            .isPresent();
    return tooMany || tooLate;
  }

  private boolean isAffordable(Prepared work) {
    return budget.allows(
        budget.reservation(work, Channel.DIRECT, state.attempts()), state.attempts());
  }

  /// The most batches on a way from a subject up to a root, its own not counted.
  private int above(SubjectId subject) {
    if (plans != state.plans()) {
      plans = state.plans();
      above.clear();
      for (SubjectId parent : graph.childrenFirst().reversed()) {
        int with = above.getOrDefault(parent, 0) + (state.channel(parent) == Channel.BATCH ? 1 : 0);
        graph.children(parent).forEach(child -> above.merge(child, with, Math::max));
      }
    }
    return above.getOrDefault(subject, 0);
  }
}
