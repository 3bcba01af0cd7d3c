package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Phrases.Word;
import tools.jackson.databind.node.ObjectNode;

/// What something needs, as far as the model names it.
final class Dependencies {

  /// Roles are named only while there are fewer than this.
  private static final int ENOUGH = 6;

  private final Facts facts;
  private final Speech speech;
  private final Phrases phrases;
  private final List<ObjectNode> found = new ArrayList<>();

  Dependencies(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.phrases = speech.phrases();
  }

  List<ObjectNode> ofFlow() {
    calls();
    for (Node node : facts.flow()) {
      if (node.is("businessRuleTask") && !node.name().isEmpty()) {
        add(node.name(), Word.RULE, phrases.appliesIt(), List.of(node.alias()));
      }
    }
    messages();
    facts.data().forEach(name -> add(name, Word.DATA, phrases.holdsIt(speech.scope()), List.of()));
    roles();
    return found;
  }

  List<ObjectNode> ofTask() {
    Node node = facts.subject().node();
    String task = speech.spoken(node);
    for (Node.Way way : facts.incoming()) {
      facts
          .node(way.other())
          .filter(from -> !from.name().isEmpty())
          .ifPresent(from ->
              add(from.name(), word(from), phrases.comesBefore(task), List.of(from.alias())));
    }
    switch (node.called()) {
      case Node.Called.Outside outside ->
          add(
              outside.target(),
              Word.PROCESS,
              phrases.callsIt(List.of(task)),
              List.of(node.alias()));
      case Node.Called.Linked _, Node.Called.Unnamed _ -> {}
    }
    Bound bound = Bound.of(facts.subject());
    bound.systems().forEach(name -> add(name, Word.SYSTEM, phrases.runsIn(task), node));
    bound.decisions().forEach(name -> add(name, Word.DECISION, phrases.decidesFor(task), node));
    bound.forms().forEach(name -> add(name, Word.FORM, phrases.shownAt(task), node));
    Stream.concat(facts.subject().reads().stream(), facts.subject().inputs().stream())
        .distinct()
        .forEach(name -> add(name, Word.DATA, phrases.readsIt(task), node));
    return found;
  }

  /// What a neighbour is, in one word.
  static Word word(Node node) {
    return node.isGateway() ? Word.GATEWAY : node.isActivity() ? Word.TASK : Word.EVENT;
  }

  /// Each process once, with all that call it.
  private void calls() {
    Map<String, List<Node>> callers = new LinkedHashMap<>();
    for (Node node : facts.flow()) {
      String target =
          switch (node.called()) {
            case Node.Called.Linked linked -> linked.process();
            case Node.Called.Outside outside -> outside.target();
            case Node.Called.Unnamed _ -> "";
          };
      if (!target.isEmpty()) {
        callers.computeIfAbsent(target, name -> new ArrayList<>()).add(node);
      }
    }
    callers.forEach((name, nodes) -> {
      Optional<String> says =
          nodes.stream()
              .flatMap(node -> facts.child(node).stream())
              .flatMap(child -> FlowSteps.childSays(speech, child).stream())
              .findFirst();
      String calls = phrases.callsIt(speech.spoken(nodes));
      add(
          name,
          Word.PROCESS,
          says.map(first -> FlowSteps.carriedOn(calls, first)).orElse(calls),
          aliases(nodes));
    });
  }

  private void messages() {
    Map<String, List<Node>> byName = new LinkedHashMap<>();
    for (Node node : facts.flow()) {
      for (Node.Trigger trigger : node.triggers()) {
        if (List.of("message", "signal").contains(trigger.kind()) && !trigger.detail().isEmpty()) {
          boolean sends = node.is("endEvent") || node.is("intermediateThrowEvent");
          byName
              .computeIfAbsent(
                  trigger.kind() + (sends ? ">" : "<") + trigger.detail(), key -> new ArrayList<>())
              .add(node);
        }
      }
    }
    byName.forEach((key, nodes) -> {
      boolean sends = key.matches("(message|signal)>(?s).*");
      add(
          key.replaceFirst("^(message|signal)[<>]", ""),
          key.startsWith("message") ? Word.MESSAGE : Word.SIGNAL,
          sends ? phrases.sendsIt(speech.spoken(nodes)) : phrases.waitsForIt(speech.spoken(nodes)),
          aliases(nodes));
    });
  }

  private void roles() {
    Map<String, List<Node>> byRole = new LinkedHashMap<>();
    facts.flow().stream()
        .filter(node -> node.isHuman() && !facts.roleOf(node).isEmpty())
        .forEach(node ->
            byRole.computeIfAbsent(facts.roleOf(node), role -> new ArrayList<>()).add(node));
    byRole.forEach((role, nodes) -> {
      if (found.size() < ENOUGH) {
        add(role, Word.ROLE, phrases.carriesOutIt(speech.spoken(nodes)), aliases(nodes));
      }
    });
  }

  private void add(String name, Word kind, String description, Node about) {
    add(name, kind, description, List.of(about.alias()));
  }

  private void add(String name, Word kind, String description, List<String> elements) {
    found.add(
        Items.object(
            elements, "name", name, "kind", phrases.word(kind), "description", description));
  }

  private static List<String> aliases(List<Node> nodes) {
    return nodes.stream().map(Node::alias).toList();
  }
}
