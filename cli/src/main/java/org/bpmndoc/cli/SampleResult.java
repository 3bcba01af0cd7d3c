package org.bpmndoc.cli;

import java.time.Duration;
import java.util.List;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Plan;
import org.bpmndoc.plan.Usd;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a sample came to, and what it says of the rest: the plan for what is still to be written,
/// as it would have been without the sample's answers (`before`) and with them (`now`).
record SampleResult(
    List<SubjectId> subjects,
    Usd cost,
    Duration duration,
    Plan<SubjectId> before,
    Plan<SubjectId> now) {

  SampleResult {
    subjects = List.copyOf(subjects);
  }

  /// Of the sample, `costUsd` and `seconds`. Of the rest, what is `estimated…` without the sample's
  /// answers and what is `extrapolated…` from them.
  void write(ObjectNode json) {
    ArrayNode names = json.putArray("subjects");
    subjects.forEach(subject -> names.add(subject.value()));
    json.put("costUsd", cost.amount())
        .put("seconds", duration.toMillis() / 1000.0)
        .put("rest", now.channels().size())
        .put("estimatedCostUsd", before.cost().amount())
        .put("estimatedP50Seconds", before.p50().toSeconds())
        .put("estimatedP95Seconds", before.p95().toSeconds())
        .put("extrapolatedCostUsd", now.cost().amount())
        .put("extrapolatedP50Seconds", now.p50().toSeconds())
        .put("extrapolatedP95Seconds", now.p95().toSeconds());
  }
}
