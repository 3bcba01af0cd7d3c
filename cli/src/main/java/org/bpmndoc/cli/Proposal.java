package org.bpmndoc.cli;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Limits;
import org.bpmndoc.plan.Plan;
import org.bpmndoc.plan.PlanReport;
import org.bpmndoc.plan.Strategy;

/// What there is to do, and the plan for it that was asked for, beside all others.
record Proposal(Prospect prospect, PlanReport<SubjectId> report, Plan<SubjectId> plan) {

  static Proposal of(Prospect prospect, Models models, Limits limits, Strategy chosen) {
    PlanReport<SubjectId> report =
        PlanReport.of(prospect.planner(), limits, models.price(), List.of())
            .withModels(models.pricedByKind());
    return new Proposal(prospect, report, report.plans().of(chosen));
  }

  /// What of what was asked for the plan does not keep, in words. The budget pauses a run, which
  /// can go on with more; it keeps none from beginning.
  Optional<String> broken() {
    List<String> broken = report.limits().withoutBudget().broken(plan);
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "strategy %s does not keep %s"
                .formatted(plan.strategy(), String.join(" and ", broken)));
  }

  /// Refuses a plan that does not keep what was asked for.
  void refuseBroken() throws Problem {
    if (broken().isPresent()) {
      throw new Problem(
          "%s; nothing was sent%n  hint: %s".formatted(broken().get(), report.nearest()));
    }
  }

  Limits limits() {
    return report.limits();
  }

  /// Whether there is anything to send.
  boolean sends() {
    return !plan.channels().isEmpty();
  }
}
