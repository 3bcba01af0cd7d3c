package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.dmn.DecisionLogic;

/// How a decision is made, as its file says it, put for people.
sealed interface LogicView {

  /// What stands over it on a page.
  String TITLE = "How it decides";

  /// A decision table. `policy` says which rules hold, `rowsMore` counts those that are not shown.
  record Table(
      String policy, List<String> inputs, List<Output> outputs, List<Row> rows, int rowsMore)
      implements LogicView {
    private static final int ROWS_MAX = 500;
    private static final int CELLS_MAX = 5_000;

    /// How many rules a page shows of a table.
    static int rowsMax(DecisionLogic.Table table) {
      int columns = 2 + table.inputs().size() + table.outputs().size();
      return Math.clamp(CELLS_MAX / columns, 10, ROWS_MAX);
    }

    /// Whether an author wrote beside any of the rules.
    boolean hasNotes() {
      return rows.stream().anyMatch(row -> !row.note().isBlank());
    }
  }

  /// `otherwise` is the result where no rule holds; it may be empty.
  record Output(String name, String otherwise) {}

  /// `number` counts from 1. An input without a test holds `–`.
  record Row(int number, List<String> when, List<String> then, String note) {}

  /// One expression, or several that stand in each other. Names may be empty.
  record Expressions(String form, Excerpt<Named> parts) implements LogicView {
    private static final int PARTS_MAX = 200;

    static Expressions of(String form, List<Named> parts) {
      return new Expressions(form, Excerpt.of(parts, PARTS_MAX, ""));
    }
  }

  record Named(String name, String text) {}

  static Optional<LogicView> of(DecisionLogic logic) {
    return switch (logic) {
      case DecisionLogic.Table table -> Optional.of(table(table));
      case DecisionLogic.Expression expression ->
          Optional.of(
              Expressions.of(
                  expression.language().isEmpty() ? "FEEL" : expression.language(),
                  List.of(new Named("", Words.beginning(expression.text())))));
      case DecisionLogic.Boxed boxed ->
          Optional.of(
              Expressions.of(
                  Words.title(boxed.form()),
                  boxed.parts().stream()
                      .map(part -> new Named(part.name(), Words.beginning(part.text())))
                      .toList()));
      case DecisionLogic.Unspecified _ -> Optional.empty();
    };
  }

  private static Table table(DecisionLogic.Table table) {
    List<Row> rows = new ArrayList<>();
    for (DecisionLogic.Rule rule : table.rules()) {
      if (rows.size() < Table.rowsMax(table)) {
        rows.add(
            new Row(
                rows.size() + 1,
                rule.when().stream().map(LogicView::test).toList(),
                rule.then(),
                rule.note()));
      }
    }
    return new Table(
        policy(table),
        table.inputs().stream().map(DecisionLogic.Input::name).toList(),
        table.outputs().stream()
            .map(output -> new Output(output.name(), output.otherwise()))
            .toList(),
        rows,
        table.rules().size() - rows.size());
  }

  private static String test(String written) {
    return written.isEmpty() || written.equals("-") ? "–" : written;
  }

  private static String policy(DecisionLogic.Table table) {
    String said =
        switch (table.hitPolicy()) {
          case "UNIQUE" -> "One rule holds at most.";
          case "FIRST" -> "The first rule that holds decides.";
          case "ANY" -> "All rules that hold agree.";
          case "PRIORITY" -> "Of the rules that hold, the most important result decides.";
          case "COLLECT" -> "The results of all rules that hold are taken.";
          case "RULE ORDER" -> "The results of all rules that hold are taken, in their order.";
          case "OUTPUT ORDER" ->
              "The results of all rules that hold are taken, the most important first.";
          default -> "Hit policy: " + table.hitPolicy() + ".";
        };
    return switch (table.aggregation()) {
      case "" -> said;
      case "SUM" -> said.replace("are taken", "are added up");
      case "MIN" -> said + " The lowest counts.";
      case "MAX" -> said + " The highest counts.";
      case "COUNT" -> said + " They are counted.";
      default -> said + " Aggregation: " + table.aggregation() + ".";
    };
  }
}
