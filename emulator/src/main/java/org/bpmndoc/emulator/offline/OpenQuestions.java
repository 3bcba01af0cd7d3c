package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.emulator.offline.Items.Item;

/// What a reader needs to know and the model does not say.
final class OpenQuestions {

  private final Facts facts;
  private final Speech speech;
  private final Phrases phrases;
  private final List<Item> questions = new ArrayList<>();

  OpenQuestions(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.phrases = speech.phrases();
  }

  List<Item> ofFlow() {
    purpose(speech.scope());
    if (facts.flow().stream().noneMatch(node -> node.is("startEvent"))) {
      ask(phrases.whatStarts(speech.scope()));
    }
    if (facts.flow().stream().noneMatch(node -> node.is("endEvent"))) {
      ask(phrases.howEnds(speech.scope()));
    }
    facts.flow().forEach(this::node);
    ask(
        facts.flow().stream()
            .filter(
                node -> node.isHuman() && !node.name().isEmpty() && facts.roleOf(node).isEmpty())
            .toList(),
        nodes -> phrases.whoCarriesOut(speech.spoken(nodes)));
    ask(
        facts.flow().stream()
            .filter(node -> node.name().isEmpty() && node.isActivity() && !node.triggeredByEvent())
            .toList(),
        nodes -> phrases.whatIsUnnamed(nodes.size()));
    return questions;
  }

  List<Item> ofTask() {
    Node node = facts.subject().node();
    String task = speech.spoken(node);
    purpose(task);
    if (node.isHuman() && facts.subject().role().isEmpty()) {
      ask(phrases.whoCarriesOut(List.of(task)), node.alias());
    }
    boolean form =
        !facts.subject().form().isEmpty() || !Bound.of(facts.subject()).forms().isEmpty();
    if (node.is("userTask") && !form) {
      ask(phrases.whichFields(task), node.alias());
    }
    if (node.is("callActivity")) {
      ask(phrases.whatDoesCallDo(task, node.called()), node.alias());
    }
    surroundings(task);
    return questions;
  }

  List<Item> ofRule() {
    Node node = facts.subject().node();
    String rule = speech.spoken(node);
    ask(phrases.whichConditions(rule), node.alias());
    if (facts.subject().reads().isEmpty() && facts.subject().inputs().isEmpty()) {
      ask(phrases.whichInputs(rule), node.alias());
    }
    if (facts.subject().writes().isEmpty()
        && facts.subject().outputs().isEmpty()
        && Bound.of(facts.subject()).results().isEmpty()) {
      ask(phrases.whichOutputs(rule), node.alias());
    }
    purpose(rule);
    surroundings(rule);
    return questions;
  }

  private void purpose(String name) {
    if (facts.subject().documentation().isBlank()) {
      ask(phrases.purposeOf(name), facts.subject().node().alias());
    }
  }

  private void node(Node node) {
    if (node.is("callActivity") && !(node.called() instanceof Node.Called.Linked)) {
      ask(phrases.whatDoesCallDo(speech.spoken(node), node.called()), node.alias());
    }
    facts
        .child(node)
        .filter(Facts.Child::missing)
        .ifPresent(child -> ask(phrases.missingDocument(speech.spoken(node)), node.alias()));
    undecided(node);
    if (node.is("boundaryEvent") && node.next().isEmpty()) {
      ask(phrases.whatFollows(speech.spoken(node)), node.alias());
    }
  }

  /// A gateway with more than one way of which nothing is said.
  private void undecided(Node node) {
    List<Node.Way> silent =
        node.next().stream().filter(way -> way.says().isEmpty() && !way.isDefault()).toList();
    if (node.decides() && !node.is("eventBasedGateway") && silent.size() > 1) {
      String question = node.name().isEmpty() ? "" : speech.spoken(node);
      ask(phrases.howDecided(question, speech.spoken(speech.targets(node))), node.alias());
    }
  }

  private void surroundings(String task) {
    if (facts.outgoing().isEmpty() && !facts.incoming().isEmpty()) {
      ask(phrases.whatFollows(task), facts.subject().node().alias());
    }
    facts.outgoing().stream()
        .flatMap(way -> facts.node(way.other()).stream())
        .forEach(this::undecided);
    facts.boundary().stream()
        .filter(event -> event.next().isEmpty())
        .forEach(event -> ask(phrases.whatFollows(speech.spoken(event)), event.alias()));
  }

  private void ask(List<Node> nodes, java.util.function.Function<List<Node>, String> question) {
    if (!nodes.isEmpty()) {
      questions.add(new Item(question.apply(nodes), nodes.stream().map(Node::alias).toList()));
    }
  }

  private void ask(String question, String... elements) {
    questions.add(Item.of(question, elements));
  }
}
