package org.bpmndoc.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bpmndoc.dmn.DecisionLogic;
import org.bpmndoc.dmn.DecisionModel;
import org.bpmndoc.dmn.DecisionModel.Reference;
import org.bpmndoc.landscape.DecisionLink;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.xml.Element;
import tools.jackson.databind.node.ObjectNode;

/// What is said of a decision: its logic, rule by rule, and what it is made from. Who asks it is
/// not said, so that another task that asks it does not rewrite it.
final class DecisionFacts {

  /// So many rules of a table go into one request.
  static final int RULES_MAX = 200;

  /// A script in one of the languages of programs is not sent; the languages of decisions are.
  private static final Set<String> DECISION_LANGUAGES = Set.of("", "feel", "juel", "expression");

  private final Landscape landscape;
  private final Subject.DecisionSubject subject;
  private final Aliases.Numbering numbering;

  private DecisionFacts(
      Landscape landscape, Subject.DecisionSubject subject, Aliases.Numbering numbering) {
    this.landscape = landscape;
    this.subject = subject;
    this.numbering = numbering;
  }

  static ObjectNode of(
      Landscape landscape, Subject.DecisionSubject subject, Aliases.Numbering numbering) {
    return new DecisionFacts(landscape, subject, numbering).json();
  }

  /// What is said in a flow of the decision that one of its tasks asks.
  static ObjectNode asked(Landscape landscape, Landscape.Part part) {
    String name = Words.line(landscape.subject(part.subject()).element().name());
    return new Fields().text("decision", name).flag("linked", name.isEmpty()).done();
  }

  /// What is said of a task whose decision is not documented, and why it is not.
  static ObjectNode unlinked(DecisionLink link) {
    return switch (link) {
      case DecisionLink.NoTarget _, DecisionLink.Resolved _ -> new Fields().done();
      case DecisionLink.Unresolved unresolved ->
          unlinked(unresolved.target(), "the decision asked is not in the landscape");
      case DecisionLink.ByExpression _ ->
          unlinked("", "which decision is asked is decided at run time");
      case DecisionLink.Ambiguous ambiguous ->
          unlinked(
              ambiguous.target(),
              "several decisions of the landscape have this id, none is followed");
    };
  }

  private static ObjectNode unlinked(String target, String note) {
    return new Fields().text("target", Words.line(target)).text("note", note).done();
  }

  private ObjectNode json() {
    DecisionModel.Decision decision = subject.decision();
    return new Fields()
        .json(
            "subject",
            described(
                    new Fields()
                        .text("element", numbering.next(decision.id()))
                        .text("type", "decision"),
                    decision.element())
                .text("question", Words.lines(decision.question()))
                .text("allowedAnswers", Words.lines(decision.allowedAnswers()))
                .done())
        .list("requires", requires())
        .list("data", data())
        .list("knowledge", knowledge())
        .list("sources", sources())
        .json("logic", logic(decision.logic(), true))
        .done();
  }

  private static Fields described(Fields fields, Element element) {
    return fields
        .text("name", Words.line(element.name()))
        .text("documentation", Words.lines(element.documentation()));
  }

  private List<ObjectNode> requires() {
    return landscape.parts(subject.id()).stream()
        .map(part ->
            new Fields()
                .text("element", numbering.of(part.elementId()))
                .text("name", Words.line(landscape.subject(part.subject()).element().name()))
                .text("note", part.followed() ? "" : CallFacts.RECURSION)
                .done())
        .toList();
  }

  private List<ObjectNode> data() {
    Map<String, DecisionModel.InputData> known = new TreeMap<>();
    subject.model().inputData().forEach(data -> known.putIfAbsent(data.element().id(), data));
    return referred(subject.decision().requires().inputData(), known)
        .map(data -> described(new Fields(), data.element()).text("type", data.type()).done())
        .toList();
  }

  private List<ObjectNode> knowledge() {
    Map<String, DecisionModel.KnowledgeModel> known = new TreeMap<>();
    subject
        .model()
        .knowledgeModels()
        .forEach(found -> known.putIfAbsent(found.element().id(), found));
    return referred(subject.decision().requires().knowledgeModels(), known)
        .map(found ->
            described(new Fields(), found.element())
                .json("logic", logic(found.logic(), false))
                .done())
        .toList();
  }

  private List<ObjectNode> sources() {
    Map<String, DecisionModel.KnowledgeSource> known = new TreeMap<>();
    subject
        .model()
        .knowledgeSources()
        .forEach(found -> known.putIfAbsent(found.element().id(), found));
    return referred(subject.decision().requires().knowledgeSources(), known)
        .map(found -> described(new Fields(), found.element()).done())
        .toList();
  }

  private static <T> Stream<T> referred(List<Reference> references, Map<String, T> known) {
    return references.stream().map(Reference::id).filter(known::containsKey).map(known::get);
  }

  /// `numbered` gives each rule an alias, so that a document can say which one it is about.
  private ObjectNode logic(DecisionLogic logic, boolean numbered) {
    return switch (logic) {
      case DecisionLogic.Table table -> table(table, numbered);
      case DecisionLogic.Expression expression -> expression(expression);
      case DecisionLogic.Boxed boxed ->
          new Fields()
              .text("form", boxed.form())
              .list(
                  "parts",
                  boxed.parts().stream()
                      .map(part ->
                          new Fields()
                              .text("name", Words.line(part.name()))
                              .text("expression", Words.lines(part.text()))
                              .done())
                      .toList())
              .done();
      case DecisionLogic.Unspecified _ -> new Fields().done();
    };
  }

  private static ObjectNode expression(DecisionLogic.Expression expression) {
    String language = expression.language().toLowerCase(Locale.ROOT);
    boolean isSent = DECISION_LANGUAGES.contains(language.substring(language.lastIndexOf('/') + 1));
    return new Fields()
        .text("form", "expression")
        .text("language", expression.language())
        .text(isSent ? "expression" : "note", isSent ? Words.lines(expression.text()) : "a script")
        .done();
  }

  private ObjectNode table(DecisionLogic.Table table, boolean numbered) {
    List<ObjectNode> rules = new ArrayList<>();
    for (DecisionLogic.Rule rule :
        table.rules().subList(0, Math.min(RULES_MAX, table.rules().size()))) {
      rules.add(
          new Fields()
              .text("element", numbered ? numbering.next(rule.id()) : "")
              .texts("when", rule.when().stream().map(Words::line).toList())
              .texts("then", rule.then().stream().map(Words::line).toList())
              .text("note", Words.lines(rule.note()))
              .done());
    }
    int leftOut = table.rules().size() - rules.size();
    return new Fields()
        .text("form", "table")
        .text("hitPolicy", table.hitPolicy())
        .text("aggregation", table.aggregation())
        .list("inputs", table.inputs().stream().map(DecisionFacts::input).toList())
        .list("outputs", table.outputs().stream().map(DecisionFacts::output).toList())
        .list("rules", rules)
        .text("rulesLeftOut", leftOut == 0 ? "" : leftOut + " more rules are not shown")
        .done();
  }

  private static ObjectNode input(DecisionLogic.Input input) {
    return new Fields()
        .text("name", Words.line(input.name()))
        .text("expression", input.label().isEmpty() ? "" : Words.line(input.expression()))
        .text("type", input.type())
        .text("values", Words.line(input.values()))
        .done();
  }

  private static ObjectNode output(DecisionLogic.Output output) {
    return new Fields()
        .text("name", Words.line(output.name()))
        .text("type", output.type())
        .text("values", Words.line(output.values()))
        .text("otherwise", Words.line(output.otherwise()))
        .done();
  }
}
