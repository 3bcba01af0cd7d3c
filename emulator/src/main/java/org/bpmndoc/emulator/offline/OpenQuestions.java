package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.emulator.offline.Items.Item;
import org.bpmndoc.emulator.offline.Node.Called;

/// What a reader needs to know and the model does not say.
final class OpenQuestions {

  private final Facts facts;
  private final Speech speech;
  private final Language language;
  private final List<Item> questions = new ArrayList<>();

  OpenQuestions(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.language = speech.language();
  }

  List<Item> ofFlow() {
    purpose(speech.scope());
    if (facts.inFlow("startEvent").isEmpty()) {
      ask("whatStarts", speech.scope());
    }
    if (facts.inFlow("endEvent").isEmpty()) {
      ask("howEnds", speech.scope());
    }
    facts.flow().forEach(this::node);
    List<Node> homeless =
        facts.flow().stream()
            .filter(node -> node.isHuman() && !node.name().isEmpty())
            .filter(node -> facts.roleOf(node).isEmpty())
            .toList();
    if (!homeless.isEmpty()) {
      ask(
          language.say("whoCarriesOut", language.all(speech.spoken(homeless))),
          homeless.stream().map(Node::alias).toList());
    }
    List<Node> nameless =
        facts.flow().stream()
            .filter(node -> node.name().isEmpty() && node.isActivity() && !node.triggeredByEvent())
            .toList();
    if (!nameless.isEmpty()) {
      ask(
          language.say(
              Language.counted("whatIsUnnamed", nameless.size()), String.valueOf(nameless.size())),
          nameless.stream().map(Node::alias).toList());
    }
    return questions;
  }

  List<Item> ofTask() {
    Node node = facts.subject().node();
    String task = speech.spoken(node);
    purpose(task);
    if (node.isHuman() && facts.subject().role().isEmpty()) {
      ask(node, "whoCarriesOut", task);
    }
    boolean form =
        !facts.subject().form().isEmpty() || !Bound.of(facts.subject()).forms().isEmpty();
    if (node.is("userTask") && !form) {
      ask(node, "whichFields", task);
    }
    if (node.is("callActivity")) {
      call(node);
    }
    surroundings(task);
    return questions;
  }

  List<Item> ofRule() {
    Node node = facts.subject().node();
    String rule = speech.spoken(node);
    ask(node, "whichConditions", rule);
    if (facts.subject().reads().isEmpty() && node.inputs().isEmpty()) {
      ask(node, "whichInputs", rule);
    }
    if (facts.subject().writes().isEmpty()
        && node.outputs().isEmpty()
        && Bound.of(facts.subject()).results().isEmpty()) {
      ask(node, "whichOutputs", rule);
    }
    purpose(rule);
    surroundings(rule);
    return questions;
  }

  private void purpose(String name) {
    if (!facts.subject().isDescribed()) {
      ask(facts.subject().node(), "purposeOf", name);
    }
  }

  private void node(Node node) {
    if (node.is("callActivity")) {
      call(node);
    }
    if (facts.child(node).filter(Facts.Child::isGap).isPresent()) {
      ask(node, "missingDocument", speech.spoken(node));
    }
    undecided(node);
    if (node.is("boundaryEvent") && node.next().isEmpty()) {
      ask(node, "whatFollows", speech.spoken(node));
    }
  }

  private void call(Node node) {
    String name = speech.spoken(node);
    switch (node.called()) {
      case Called.Linked _ -> {}
      case Called.GlobalTask global when global.name().isEmpty() -> ask(node, "whichTask", name);
      case Called.GlobalTask global ->
          ask(node, "whatDoesTask", name, language.quote(global.name()));
      case Called.Outside outside ->
          ask(node, "whatDoesProcess", name, language.quote(outside.target()));
      case Called.AtRunTime _ -> ask(node, "whichProcesses", name);
      case Called.Unnamed _ -> ask(node, "whichProcess", name);
    }
  }

  /// A gateway with more than one way of which nothing is said.
  private void undecided(Node node) {
    long silent =
        node.next().stream().filter(way -> way.says().isEmpty() && !way.isDefault()).count();
    if (node.decides() && !node.is("eventBasedGateway") && silent > 1) {
      String ways = language.any(new Onward(speech).spokenTargets(node));
      if (node.name().isEmpty()) {
        ask(node, "howDecided", ways);
      } else {
        ask(node, "howDecided.named", ways, speech.decisions().named(node));
      }
    }
  }

  private void surroundings(String task) {
    if (facts.outgoing().isEmpty() && !facts.incoming().isEmpty()) {
      ask(facts.subject().node(), "whatFollows", task);
    }
    facts.others(facts.outgoing()).forEach(this::undecided);
    facts.boundary().stream()
        .filter(event -> event.next().isEmpty())
        .forEach(event -> ask(event, "whatFollows", speech.spoken(event)));
  }

  private void ask(Node about, String key, String... names) {
    ask(language.tell(key, names), about.alias().isEmpty() ? List.of() : List.of(about.alias()));
  }

  private void ask(String key, String name) {
    ask(language.tell(key, name), List.of());
  }

  private void ask(String question, List<String> elements) {
    questions.add(new Item(question, elements));
  }
}
