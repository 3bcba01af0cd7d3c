package org.bpmndoc.emulator.offline;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The facts of a DMN decision, read.
///
/// `form` is the kind of its logic (`table`, `expression`, …), empty where the model has none.
/// `inputs`, `outputs` and `rules` are those of a table, `expressions` those of all other forms;
/// `isScript` where the expression was held back because it is a program.
record Decision(
    String alias,
    String name,
    String documentation,
    String question,
    String allowedAnswers,
    List<Required> requires,
    List<Column> data,
    List<String> sources,
    List<String> knowledge,
    String form,
    String hitPolicy,
    String aggregation,
    List<Column> inputs,
    List<Column> outputs,
    List<Rule> rules,
    List<Expression> expressions,
    boolean isScript) {

  /// Another decision that this one is made from.
  record Required(String alias, String name, boolean leadsBack) {}

  /// An input, an output or data; all but the name may be empty. `otherwise` is the result where no
  /// rule holds.
  record Column(String name, String type, String values, String otherwise) {}

  /// An expression; the name of what it gives its value to is empty for the result.
  record Expression(String name, String text) {}

  record Rule(String alias, List<String> when, List<String> then, String note) {}

  static boolean isOne(JsonNode facts) {
    return facts.at("/subject/type").asString("").equals("decision");
  }

  static Decision of(JsonNode facts) {
    JsonNode subject = facts.path("subject");
    JsonNode logic = facts.path("logic");
    return new Decision(
        subject.path("element").asString(""),
        Names.clean(subject.path("name").asString("")),
        subject.path("documentation").asString(""),
        Names.clean(subject.path("question").asString("")),
        Names.clean(subject.path("allowedAnswers").asString("")),
        facts.path("requires").valueStream().map(Decision::required).toList(),
        columns(facts.path("data")),
        names(facts.path("sources")),
        names(facts.path("knowledge")),
        logic.path("form").asString(""),
        logic.path("hitPolicy").asString(""),
        logic.path("aggregation").asString(""),
        columns(logic.path("inputs")),
        columns(logic.path("outputs")),
        logic.path("rules").valueStream().map(Decision::rule).toList(),
        Stream.concat(Stream.of(logic), logic.path("parts").valueStream())
            .filter(part -> part.has("expression"))
            .map(Decision::expression)
            .toList(),
        logic.path("form").asString("").equals("expression") && !logic.has("expression"));
  }

  boolean isTable() {
    return form.equals("table");
  }

  private static Required required(JsonNode json) {
    return new Required(
        json.path("element").asString(""),
        Names.clean(json.path("name").asString("")),
        json.path("note").asString("").startsWith("recursion"));
  }

  private static List<Column> columns(JsonNode list) {
    return list.valueStream()
        .map(json ->
            new Column(
                Names.clean(json.path("name").asString("")),
                Names.clean(json.path("type").asString("")),
                Names.clean(json.path("values").asString("")),
                Names.clean(json.path("otherwise").asString(""))))
        .toList();
  }

  private static List<String> names(JsonNode list) {
    return list.valueStream()
        .map(json -> Names.clean(json.path("name").asString("")))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static Rule rule(JsonNode json) {
    return new Rule(
        json.path("element").asString(""),
        Names.clean(json.path("when")),
        Names.clean(json.path("then")),
        Names.clean(json.path("note").asString("")));
  }

  private static Expression expression(JsonNode json) {
    return new Expression(
        Names.clean(json.path("name").asString("")),
        Names.line(json.path("expression").asString("")));
  }
}
