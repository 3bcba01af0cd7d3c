package org.bpmndoc.dmn;

import java.util.List;
import org.bpmndoc.xml.SourceLocation;

/// How a decision is made. All expressions are as written, white space at their ends aside.
public sealed interface DecisionLogic {

  /// A decision table. `hitPolicy` is DMN's word (`UNIQUE`, `FIRST`, `COLLECT`, …), `aggregation`
  /// what a `COLLECT` does (`SUM`, …), mostly empty. Every rule has as many entries as there are
  /// inputs and outputs.
  record Table(
      String hitPolicy,
      String aggregation,
      List<Input> inputs,
      List<Output> outputs,
      List<Rule> rules)
      implements DecisionLogic {
    public Table {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
      rules = List.copyOf(rules);
    }
  }

  /// A column of conditions: what is tested, and the values that are possible; all but the
  /// expression may be empty.
  record Input(String label, String expression, String type, String values) {

    /// What a reader knows it by.
    public String name() {
      return label.isEmpty() ? expression : label;
    }
  }

  /// A column of results; each part may be empty.
  record Output(String label, String variable, String type, String values, String otherwise) {

    /// What a reader knows it by.
    public String name() {
      return label.isEmpty() ? variable : label;
    }
  }

  /// A row: an entry for each input, where `-` or nothing means any value, an entry for each
  /// output, and what its author wrote beside it. The id may be empty.
  record Rule(
      String id, List<String> when, List<String> then, String note, SourceLocation location) {
    public Rule {
      when = List.copyOf(when);
      then = List.copyOf(then);
    }
  }

  /// One expression. `language` is empty where the file names none, which means FEEL.
  record Expression(String language, String text) implements DecisionLogic {}

  /// Logic of another form (`context`, `invocation`, `relation`, …) with the named expressions in
  /// it.
  record Boxed(String form, List<Named> parts) implements DecisionLogic {
    public Boxed {
      parts = List.copyOf(parts);
    }
  }

  /// An expression inside another form; the name may be empty.
  record Named(String name, String text) {}

  /// The file says nothing of how it is made.
  record Unspecified() implements DecisionLogic {}
}
