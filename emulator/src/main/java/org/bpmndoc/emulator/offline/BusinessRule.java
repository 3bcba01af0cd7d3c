package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Node.Way;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Drafts the document of a business rule task.
final class BusinessRule {

  private final Facts facts;
  private final Speech speech;
  private final Language language;
  private final Node node;
  private final String rule;

  BusinessRule(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.language = speech.language();
    this.node = facts.subject().node();
    this.rule = speech.spoken(node);
  }

  ObjectNode draft() {
    ObjectNode draft = JsonNodeFactory.instance.objectNode();
    draft.put("summary", String.join(" ", summary()));
    draft.set("decisionLogic", Items.array(logic()));
    draft.set("inputs", Items.array(inputs()));
    draft.set("outputs", Items.array(outputs()));
    draft.putArray("policy");
    draft.set("relatedItems", Items.array(related()));
    draft.set("openQuestions", Items.texts(new OpenQuestions(speech).ofRule()));
    return draft;
  }

  private List<String> summary() {
    List<String> own = new ArrayList<>();
    List<String> from = Speech.joined(facts.subject().reads(), node.inputs());
    if (!from.isEmpty()) {
      own.add(language.tell("decidesBy", language.all(language.quoted(from))));
    }
    gateway()
        .filter(decision -> !decision.name().isEmpty())
        .map(decision -> speech.explained(language.tell("usedFor", made(decision)), decision))
        .ifPresent(own::add);
    return new Place(speech).summary(own);
  }

  private String made(Node decision) {
    return speech.decisions().made(decision).straight();
  }

  /// The gateway right behind the rule, where its result is used.
  private Optional<Node> gateway() {
    return facts.others(facts.outgoing()).filter(Node::decides).findFirst();
  }

  /// The ways on from the rule, as far as the model gives them conditions.
  private List<ObjectNode> logic() {
    return Stream.concat(
            facts.outgoing().stream().map(way -> logic(node, way)),
            gateway().stream()
                .flatMap(
                    decision -> Decisions.ways(decision).stream().map(way -> logic(decision, way))))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<ObjectNode> logic(Node from, Way way) {
    if (way.says().isEmpty() && !way.isDefault()) {
      return Optional.empty();
    }
    String asked =
        from.name().isEmpty() || from.alias().equals(node.alias())
            ? ""
            : from.name() + (from.name().endsWith("?") ? " " : ": ");
    return Optional.of(
        Items.object(
            List.of(from.alias(), way.other()),
            "condition",
            asked + speech.decisions().condition(from, way),
            "outcome",
            new Onward(speech).consequence(from, way)));
  }

  private List<ObjectNode> inputs() {
    Facts.Subject subject = facts.subject();
    return Stream.of(
            subject.reads().stream()
                .map(name -> input(name, language.say("dataOfProcess"), "", false)),
            node.inputs().stream().map(name -> input(name, language.say("givenToTask"), "", false)),
            subject.form().stream()
                .filter(field -> !field.name().isEmpty())
                .map(field ->
                    input(field.name(), language.word(Word.FORM), field.type(), field.required())))
        .flatMap(inputs -> inputs)
        .toList();
  }

  private ObjectNode input(String field, String source, String type, boolean required) {
    ObjectNode input = Items.object("field", field, "source", source, "type", type);
    input.put("required", required).put("validation", "").put("onError", onError());
    return input;
  }

  /// What an error event at the rule leads to.
  private String onError() {
    return facts.boundary().stream()
        .filter(event -> event.triggers().stream().anyMatch(on -> on.kind().equals("error")))
        .flatMap(
            event -> event.next().stream().map(way -> new Onward(speech).consequence(event, way)))
        .findFirst()
        .orElse("");
  }

  private List<ObjectNode> outputs() {
    String effect =
        gateway()
            .filter(decision -> !decision.name().isEmpty())
            .map(decision -> language.tell("atHandWhen", made(decision)))
            .orElse(language.tell("resultOf", rule));
    return Stream.of(facts.subject().writes(), node.outputs(), Bound.of(facts.subject()).results())
        .flatMap(List::stream)
        .distinct()
        .map(name ->
            Items.object(
                "name",
                name,
                "type",
                "",
                "kind",
                language.word(Word.RESULT),
                "effect",
                effect,
                "logging",
                ""))
        .toList();
  }

  private List<ObjectNode> related() {
    List<ObjectNode> related = new ArrayList<>();
    for (Way way : facts.incoming()) {
      neighbour(way, language.tell("comesBefore", rule)).ifPresent(related::add);
    }
    for (Way way : facts.outgoing()) {
      neighbour(way, language.tell("comesAfter", rule)).ifPresent(related::add);
    }
    Bound bound = Bound.of(facts.subject());
    bound
        .decisions()
        .forEach(
            name -> related.add(bound(name, Word.DECISION, language.tell("decidesFor", rule))));
    bound
        .systems()
        .forEach(name -> related.add(bound(name, Word.SYSTEM, language.tell("runsIt", rule))));
    return related;
  }

  private ObjectNode bound(String name, Word kind, String relation) {
    return Items.object(
        List.of(node.alias()), "name", name, "kind", language.word(kind), "relation", relation);
  }

  private Optional<ObjectNode> neighbour(Way way, String relation) {
    return facts
        .node(way.other())
        .filter(other -> !other.name().isEmpty())
        .map(other ->
            Items.object(
                List.of(other.alias()),
                "name",
                other.name(),
                "kind",
                language.word(Dependencies.word(other)),
                "relation",
                relation));
  }
}
