package org.bpmndoc.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Plan;
import org.bpmndoc.plan.Planner;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.run.Changes;
import tools.jackson.databind.node.ObjectNode;

/// What the next run has to do, and what that costs at least and at most by a plan.
record ChangesText(Changes changes, Usd least, Usd most) {

  static ChangesText of(Changes changes, Planner<SubjectId> planner, Plan<SubjectId> plan) {
    Usd least =
        cost(
            Stream.concat(changes.added().stream(), changes.changed().stream()).toList(),
            planner,
            plan);
    return new ChangesText(
        changes, least, Usd.sum(List.of(least, cost(changes.doubtful(), planner, plan))));
  }

  private static Usd cost(
      Collection<SubjectId> subjects, Planner<SubjectId> planner, Plan<SubjectId> plan) {
    Map<SubjectId, Channel> channels = plan.channels();
    return Usd.sum(
        subjects.stream()
            .map(subject -> planner.cost(subject, channels.getOrDefault(subject, Channel.BATCH)))
            .toList());
  }

  void putInto(ObjectNode json) {
    json.putObject("changes")
        .put("upToDate", changes.upToDate().size())
        .put("new", changes.added().size())
        .put("certain", changes.changed().size())
        .put("possible", changes.doubtful().size())
        .put("gone", changes.gone().size())
        .put("leastUsd", least.amount())
        .put("mostUsd", most.amount());
  }

  String toText() {
    return "%,d up to date, %,d new, %,d certainly and %,d possibly to be written again, %,d gone: %s to %s%n"
        .formatted(
            changes.upToDate().size(),
            changes.added().size(),
            changes.changed().size(),
            changes.doubtful().size(),
            changes.gone().size(),
            least.toText(),
            most.toText());
  }
}
