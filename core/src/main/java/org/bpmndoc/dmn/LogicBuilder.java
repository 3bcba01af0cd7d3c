package org.bpmndoc.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.dmn.DecisionLogic.Boxed;
import org.bpmndoc.dmn.DecisionLogic.Expression;
import org.bpmndoc.dmn.DecisionLogic.Input;
import org.bpmndoc.dmn.DecisionLogic.Named;
import org.bpmndoc.dmn.DecisionLogic.Output;
import org.bpmndoc.dmn.DecisionLogic.Rule;
import org.bpmndoc.dmn.DecisionLogic.Table;
import org.bpmndoc.dmn.DecisionLogic.Unspecified;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.Xml;

/// Builds the logic that stands inside a decision or a knowledge model.
final class LogicBuilder {

  private static final Set<String> BOXED =
      Set.of(
          "conditional",
          "context",
          "every",
          "filter",
          "for",
          "functionDefinition",
          "invocation",
          "list",
          "relation",
          "some");

  private static final String ANY = "-";

  private final List<Diagnostic> diagnostics;

  LogicBuilder(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  DecisionLogic of(Xml container) {
    for (Xml child : container.children()) {
      if (child.isModel("decisionTable")) {
        return table(child);
      }
      if (child.isModel("literalExpression")) {
        return new Expression(child.attribute("expressionLanguage"), text(child));
      }
      if (child.isModel() && BOXED.contains(child.name())) {
        List<Named> parts = new ArrayList<>();
        expressions(child, "", parts);
        return new Boxed(child.name(), parts);
      }
    }
    return new Unspecified();
  }

  private Table table(Xml xml) {
    List<Input> inputs = xml.all("input").stream().map(LogicBuilder::input).toList();
    List<Output> outputs = xml.all("output").stream().map(LogicBuilder::output).toList();
    return new Table(
        xml.optional("hitPolicy").orElse("UNIQUE"),
        xml.attribute("aggregation"),
        inputs,
        outputs,
        xml.all("rule").stream().map(rule -> rule(rule, inputs.size(), outputs.size())).toList());
  }

  private static Input input(Xml xml) {
    Optional<Xml> expression = xml.first("inputExpression");
    return new Input(
        xml.attribute("label"),
        expression.map(LogicBuilder::text).orElse(""),
        expression.map(found -> found.attribute("typeRef")).orElse(""),
        xml.first("inputValues").map(LogicBuilder::text).orElse(""));
  }

  private static Output output(Xml xml) {
    return new Output(
        xml.attribute("label"),
        xml.attribute("name"),
        xml.attribute("typeRef"),
        xml.first("outputValues").map(LogicBuilder::text).orElse(""),
        xml.first("defaultOutputEntry").map(LogicBuilder::text).orElse(""));
  }

  private Rule rule(Xml xml, int inputs, int outputs) {
    return new Rule(
        xml.attribute("id"),
        entries(xml, "inputEntry", inputs),
        entries(xml, "outputEntry", outputs),
        note(xml),
        xml.location());
  }

  /// As many as the table has columns: a missing one says nothing.
  private List<String> entries(Xml rule, String name, int columns) {
    List<String> found = new ArrayList<>(rule.all(name).stream().map(LogicBuilder::text).toList());
    if (found.size() != columns) {
      diagnostics.add(
          new Diagnostic(
              Severity.WARNING,
              "rule-incomplete",
              rule.location(),
              "expected %d %s elements in the rule, one for each column; found %d"
                  .formatted(columns, name, found.size()),
              "complete the rule in the modeler"));
    }
    while (found.size() < columns) {
      found.add(name.equals("inputEntry") ? ANY : "");
    }
    return found.subList(0, columns);
  }

  /// Its description, and in later versions of DMN its annotation entries.
  private static String note(Xml rule) {
    List<String> notes = new ArrayList<>(rule.texts("description"));
    rule.all("annotationEntry").stream()
        .map(LogicBuilder::text)
        .filter(text -> !text.isEmpty())
        .forEach(notes::add);
    return String.join("\n", notes);
  }

  /// The expressions inside another form, each named by the variable, parameter or column that it
  /// gives its value to.
  private static void expressions(Xml xml, String name, List<Named> found) {
    String own =
        xml.first("variable")
            .or(() -> xml.first("parameter"))
            .flatMap(variable -> variable.optional("name"))
            .orElse(name);
    for (Xml child : xml.children()) {
      if (child.isModel("literalExpression")) {
        String text = text(child);
        if (!text.isEmpty()) {
          found.add(new Named(own, text));
        }
      } else if (child.isModel()) {
        expressions(child, own, found);
      }
    }
  }

  private static String text(Xml xml) {
    return xml.firstText("text").orElse("");
  }
}
