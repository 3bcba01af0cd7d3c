package org.bpmndoc.cli;

import java.util.List;
import org.bpmndoc.journal.Attempts.Spending;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.plan.DurationText;
import tools.jackson.databind.node.ArrayNode;

/// What the requests of one contract were expected to use when the run began, and what they have
/// used.
record Expectation(Entry.Estimate expected, Spending used) {

  private static final String ROW = "%-16s %8s %15s %11s %16s %11s";
  private static final String MONEY = " %11s %11s";

  /// One for each contract of the first plan.
  static List<Expectation> of(RunState state) {
    return state.firstPlan().map(Entry.Planned::estimates).orElse(List.of()).stream()
        .map(expected -> new Expectation(expected, state.attempts().spent(expected.contract())))
        .toList();
  }

  static void write(List<Expectation> expectations, ArrayNode json) {
    for (Expectation one : expectations) {
      json.addObject()
          .put("contract", one.expected.contract().toString())
          .put("subjects", one.expected.subjects())
          .put("estimatedInputTokens", one.expected.inputTokens())
          .put("inputTokens", one.used.usage().promptTokens())
          .put("estimatedOutputTokens", one.expected.outputTokens())
          .put("outputTokens", one.used.usage().outputTokens())
          .put("estimatedUsd", one.expected.cost().amount())
          .put("costUsd", one.used.cost().amount());
    }
  }

  /// What the plan expected of the run as a whole, in a line.
  static String ofPlan(Entry.Planned plan, String strategy) {
    return "planned (%s): %s; half of such runs end within %s, 95 in 100 within %s%n"
        .formatted(
            strategy,
            RunText.count(plan.waits(), "wait", "waits"),
            DurationText.of(plan.p50()),
            DurationText.of(plan.p95()));
  }

  /// A table, with money where anything costs.
  static String toText(List<Expectation> expectations, boolean money) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        ROW.formatted("", "subjects", "input: expected", "used", "output: expected", "used"),
        money ? MONEY.formatted("expected", "spent") : "");
    for (Expectation one : expectations) {
      line(
          text,
          ROW.formatted(
              one.expected.contract(),
              tokens(one.expected.subjects()),
              tokens(one.expected.inputTokens()),
              tokens(one.used.usage().promptTokens()),
              tokens(one.expected.outputTokens()),
              tokens(one.used.usage().outputTokens())),
          money ? MONEY.formatted(one.expected.cost().toText(), one.used.cost().toText()) : "");
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String tokens, String money) {
    text.append(tokens).append(money).append(System.lineSeparator());
  }

  private static String tokens(long count) {
    return "%,d".formatted(count);
  }
}
