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
import org.bpmndoc.run.Outstanding;
import tools.jackson.databind.node.ObjectNode;

/// What the next run has to do, and what that costs at least and at most by a plan.
record OutstandingText(Outstanding outstanding, Usd least, Usd most) {

  static OutstandingText of(
      Outstanding outstanding, Planner<SubjectId> planner, Plan<SubjectId> plan) {
    Usd least =
        cost(
            Stream.concat(outstanding.added().stream(), outstanding.changed().stream()).toList(),
            planner,
            plan);
    return new OutstandingText(
        outstanding, least, Usd.sum(List.of(least, cost(outstanding.doubtful(), planner, plan))));
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
        .put("upToDate", outstanding.upToDate().size())
        .put("new", outstanding.added().size())
        .put("certain", outstanding.changed().size())
        .put("possible", outstanding.doubtful().size())
        .put("gone", outstanding.gone().size())
        .put("leastUsd", least.amount())
        .put("mostUsd", most.amount());
  }

  String toText() {
    return "%,d up to date, %,d new, %,d certainly and %,d possibly to be written again, %,d gone: %s to %s%n"
        .formatted(
            outstanding.upToDate().size(),
            outstanding.added().size(),
            outstanding.changed().size(),
            outstanding.doubtful().size(),
            outstanding.gone().size(),
            least.toText(),
            most.toText());
  }
}
