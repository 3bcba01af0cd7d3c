package org.bpmndoc.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Plan;
import org.bpmndoc.plan.Planner;
import org.bpmndoc.plan.TokenEstimate;
import org.bpmndoc.plan.Usd;

/// Adds up what the subjects of a plan are expected to use, by contract.
final class EstimatesByContract {

  private static final Comparator<ContractId> IN_ORDER =
      Comparator.comparing(ContractId::kind).thenComparing(ContractId::version);

  private EstimatesByContract() {}

  static List<Entry.Estimate> of(
      Plan<SubjectId> plan, Planner<SubjectId> planner, Function<SubjectId, ContractId> contracts) {
    Map<ContractId, Entry.Estimate> sums = new TreeMap<>(IN_ORDER);
    plan.channels()
        .forEach((subject, channel) -> {
          ContractId contract = contracts.apply(subject);
          TokenEstimate tokens = planner.needs().tokens(subject, plan.strategy().sees());
          Usd cost = planner.needs().price(subject).cost(tokens.asUsage(), channel);
          sums.merge(
              contract,
              new Entry.Estimate(contract, 1, tokens.inputTokens(), tokens.outputTokens(), cost),
              EstimatesByContract::sum);
        });
    return List.copyOf(sums.values());
  }

  private static Entry.Estimate sum(Entry.Estimate one, Entry.Estimate other) {
    return new Entry.Estimate(
        one.contract(),
        one.subjects() + other.subjects(),
        one.inputTokens() + other.inputTokens(),
        one.outputTokens() + other.outputTokens(),
        one.cost().plus(other.cost()));
  }
}
