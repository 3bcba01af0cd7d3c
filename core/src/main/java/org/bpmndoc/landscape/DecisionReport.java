package org.bpmndoc.landscape;

import java.util.Map;
import java.util.TreeMap;
import org.bpmndoc.dmn.DecisionLogic;
import org.bpmndoc.dmn.DecisionModel;

/// The numbers of a landscape's decisions. `byLogic` counts them by how they are made (`table`,
/// `expression`, `context`, …, `unspecified`); `rules` are those of all tables.
public record DecisionReport(
    Landscape.FileCounts files, int total, Map<String, Integer> byLogic, int rules, Calls calls) {

  public DecisionReport {
    byLogic = java.util.Collections.unmodifiableMap(new TreeMap<>(byLogic));
  }

  /// The tasks that name a decision, by what became of it.
  public record Calls(int total, int resolved, int unresolved, int expression, int ambiguous) {}

  static DecisionReport of(Landscape landscape) {
    int total = 0;
    int rules = 0;
    Map<String, Integer> byLogic = new TreeMap<>();
    for (DecisionModel model : landscape.decisionModels()) {
      for (DecisionModel.Decision decision : model.decisions()) {
        total++;
        byLogic.merge(form(decision.logic()), 1, Integer::sum);
        rules += decision.logic() instanceof DecisionLogic.Table table ? table.rules().size() : 0;
      }
    }
    return new DecisionReport(landscape.decisionFiles(), total, byLogic, rules, calls(landscape));
  }

  private static String form(DecisionLogic logic) {
    return switch (logic) {
      case DecisionLogic.Table _ -> "table";
      case DecisionLogic.Expression _ -> "expression";
      case DecisionLogic.Boxed boxed -> boxed.form();
      case DecisionLogic.Unspecified _ -> "unspecified";
    };
  }

  private static Calls calls(Landscape landscape) {
    int resolved = 0;
    int unresolved = 0;
    int expression = 0;
    int ambiguous = 0;
    for (DecisionCall call : landscape.decisionCalls()) {
      switch (call.link()) {
        case DecisionLink.Resolved _ -> resolved++;
        case DecisionLink.Unresolved _ -> unresolved++;
        case DecisionLink.ByExpression _ -> expression++;
        case DecisionLink.Ambiguous _ -> ambiguous++;
        case DecisionLink.NoTarget _ -> {}
      }
    }
    return new Calls(landscape.decisionCalls().size(), resolved, unresolved, expression, ambiguous);
  }
}
