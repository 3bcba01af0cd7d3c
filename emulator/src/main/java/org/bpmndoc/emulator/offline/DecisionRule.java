package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Items.Item;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Drafts the document of a DMN decision, rule by rule.
final class DecisionRule {

  private static final int DOCUMENTATION_MAX = 2;

  private final Decision decision;
  private final Facts facts;
  private final Language language;
  private final Feel feel;
  private final String name;

  DecisionRule(Decision decision, Facts facts, Language language) {
    this.decision = decision;
    this.facts = facts;
    this.language = language;
    this.feel = new Feel(language);
    this.name =
        decision.name().isEmpty()
            ? language.say("the.decision")
            : language.say("the.decision.named", language.quote(decision.name()));
  }

  ObjectNode draft() {
    ObjectNode draft = JsonNodeFactory.instance.objectNode();
    draft.put("summary", String.join(" ", summary()));
    draft.set("decisionLogic", Items.array(logic()));
    draft.set("inputs", Items.array(inputs()));
    draft.set("outputs", Items.array(outputs()));
    draft.set(
        "policy",
        Items.texts(
            decision.sources().stream()
                .map(source -> Item.of(language.tell("decided.source", language.quote(source))))
                .toList()));
    draft.set("relatedItems", Items.array(related()));
    draft.set("openQuestions", Items.texts(questions()));
    return draft;
  }

  private List<String> summary() {
    List<String> said =
        new ArrayList<>(Names.sentences(decision.documentation(), DOCUMENTATION_MAX));
    if (!decision.question().isEmpty()) {
      said.add(language.tell("decided.answers", name, language.quote(decision.question())));
    }
    said.add(made());
    List<String> from =
        Stream.concat(decision.inputs().stream(), decision.data().stream())
            .map(Decision.Column::name)
            .filter(input -> !input.isEmpty())
            .distinct()
            .toList();
    if (!from.isEmpty()) {
      said.add(
          language.tell(
              "decided.from", language.all(language.some(language.quoted(from), "more"))));
    }
    List<String> required =
        decision.requires().stream()
            .map(Decision.Required::name)
            .filter(other -> !other.isEmpty())
            .toList();
    if (!required.isEmpty()) {
      said.add(
          language.tell(
              Language.counted("decided.requires", required.size()),
              language.all(language.quoted(required))));
    }
    return said;
  }

  private String made() {
    if (decision.isTable()) {
      String rules = String.valueOf(decision.rules().size());
      return language.tell(Language.counted("decided.table", decision.rules().size()), name, rules)
          + policy();
    }
    return language.tell(
        decision.isScript()
            ? "decided.script"
            : decision.form().isEmpty() ? "decided.unknown" : "decided.expression",
        name);
  }

  /// What holds where several rules do; of a single rule nothing need be said.
  private String policy() {
    if (decision.rules().size() < 2) {
      return "";
    }
    if (!decision.aggregation().isEmpty()) {
      return " " + language.tell("policy.aggregated", decision.aggregation());
    }
    return " "
        + switch (decision.hitPolicy()) {
          case "UNIQUE" -> language.tell("policy.unique");
          case "FIRST" -> language.tell("policy.first");
          case "ANY" -> language.tell("policy.any");
          case "PRIORITY" -> language.tell("policy.priority");
          case "COLLECT" -> language.tell("policy.collect");
          case "RULE ORDER" -> language.tell("policy.rule-order");
          case "OUTPUT ORDER" -> language.tell("policy.output-order");
          default -> language.tell("policy.other", decision.hitPolicy());
        };
  }

  private List<ObjectNode> logic() {
    List<ObjectNode> logic = new ArrayList<>();
    for (Decision.Rule rule : decision.rules()) {
      String when = when(rule);
      logic.add(
          item(
              rule.alias(),
              when.isEmpty() ? always(logic.isEmpty()) : Language.capital(when),
              outcome(results(rule), rule.note())));
    }
    List<String> otherwise =
        decision.outputs().stream()
            .flatMap(output -> feel.result(output.name(), output.otherwise()).stream())
            .toList();
    if (!otherwise.isEmpty()) {
      logic.add(item(decision.alias(), language.tell("test.otherwise"), outcome(otherwise, "")));
    }
    for (Decision.Expression expression : decision.expressions()) {
      List<String> result = feel.result(expression.name(), expression.text()).stream().toList();
      logic.add(item(decision.alias(), always(true), outcome(result, "")));
    }
    return logic;
  }

  private static ObjectNode item(String alias, String condition, String outcome) {
    return Items.object(List.of(alias), "condition", condition, "outcome", outcome);
  }

  private String when(Decision.Rule rule) {
    return language.all(
        IntStream.range(0, rule.when().size())
            .boxed()
            .flatMap(i -> feel.test(column(decision.inputs(), i), rule.when().get(i)).stream())
            .toList());
  }

  private List<String> results(Decision.Rule rule) {
    return IntStream.range(0, rule.then().size())
        .boxed()
        .flatMap(i -> feel.result(column(decision.outputs(), i), rule.then().get(i)).stream())
        .toList();
  }

  /// A rule without a test, after others of which the first decides, is for what they leave.
  private String always(boolean isFirst) {
    return language.tell(
        isFirst || !decision.hitPolicy().equals("FIRST") ? "test.any" : "inOtherCases");
  }

  private String outcome(List<String> results, String note) {
    String said =
        results.isEmpty()
            ? language.tell("result.none")
            : Language.capital(language.all(results)) + ".";
    return note.isEmpty() ? said : said + " " + language.tell("decided.note", language.quote(note));
  }

  private static String column(List<Decision.Column> columns, int index) {
    return index < columns.size() ? columns.get(index).name() : "";
  }

  private List<ObjectNode> inputs() {
    Set<String> columns =
        decision.inputs().stream().map(Decision.Column::name).collect(Collectors.toSet());
    return Stream.concat(
            decision.inputs().stream().map(input -> input(input, language.say("column"))),
            decision.data().stream()
                .filter(data -> !columns.contains(data.name()))
                .map(data -> input(data, language.say("inputData"))))
        .toList();
  }

  private ObjectNode input(Decision.Column column, String source) {
    ObjectNode input =
        Items.object("field", column.name(), "source", source, "type", column.type());
    String values =
        column.values().isEmpty() ? "" : language.tell("oneOfValues", feel.choice(column.values()));
    return input.put("required", false).put("validation", values).put("onError", "");
  }

  private List<ObjectNode> outputs() {
    String effect = language.tell("resultOf", name);
    Stream<ObjectNode> columns =
        decision.outputs().stream()
            .filter(output -> !output.name().isEmpty())
            .map(output -> output(output.name(), output.type(), effect));
    return decision.isTable() || decision.name().isEmpty()
        ? columns.toList()
        : List.of(output(decision.name(), "", effect));
  }

  private ObjectNode output(String output, String type, String effect) {
    String kind = language.word(Word.RESULT);
    return Items.object(
        "name", output, "type", type, "kind", kind, "effect", effect, "logging", "");
  }

  private List<ObjectNode> related() {
    return decision.requires().stream()
        .filter(required -> !required.name().isEmpty())
        .map(required ->
            Items.object(
                List.of(required.alias()),
                "name",
                required.name(),
                "kind",
                language.word(Word.DECISION),
                "relation",
                language.tell(required.leadsBack() ? "requiredBack" : "requiredBy", name)))
        .toList();
  }

  private List<Item> questions() {
    List<Item> questions = new ArrayList<>();
    if (decision.isScript() || decision.form().isEmpty()) {
      questions.add(ask("howDecides"));
    } else if (decision.isTable() && decision.rules().isEmpty()) {
      questions.add(ask("whichRules"));
    }
    if (decision.documentation().isBlank() && decision.question().isEmpty()) {
      questions.add(ask("purposeOf"));
    }
    facts.children().stream()
        .filter(Facts.Child::isGap)
        .forEach(child ->
            questions.add(
                new Item(
                    language.tell("missingDocument", language.quote(child.name())),
                    child.elements())));
    return questions;
  }

  private Item ask(String key) {
    return Item.of(language.tell(key, name), decision.alias());
  }
}
