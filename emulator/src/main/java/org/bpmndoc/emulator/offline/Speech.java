package org.bpmndoc.emulator.offline;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.emulator.offline.Node.Way;

/// Speaks of the nodes of some facts in one language.
record Speech(Facts facts, Phrases phrases) {

  String spoken(Node node) {
    return node.name().isEmpty()
        ? node.triggers().stream()
            .map(phrases::noun)
            .filter(noun -> !noun.isEmpty() && !node.isActivity())
            .findFirst()
            .orElse(phrases.unnamed(node.type()))
        : phrases.quote(node.name());
  }

  /// Each once.
  List<String> spoken(List<Node> nodes) {
    return nodes.stream().map(this::spoken).distinct().toList();
  }

  List<String> quoted(List<String> names) {
    return names.stream().distinct().map(phrases::quote).toList();
  }

  /// The subject of the facts within a sentence.
  String scope() {
    return phrases.scope(facts.subject().isProcess(), facts.subject().node().name());
  }

  /// What triggers an event, without its name; empty where the model does not say.
  String trigger(Node event) {
    return phrases.any(event.triggers().stream().map(phrases::trigger).distinct().toList());
  }

  String happens(Node event) {
    String trigger = trigger(event);
    return trigger.isEmpty() ? phrases.occurs(event.name()) : phrases.named(event.name(), trigger);
  }

  /// What stands before what follows on a way out of a node; empty where nothing needs to.
  String lead(Node from, Way way) {
    if (from.is("eventBasedGateway")) {
      return facts.node(way.other()).map(event -> phrases.whenHappens(happens(event))).orElse("");
    }
    if (!way.says().isEmpty()) {
      return from.isGateway() && !from.name().isEmpty()
          ? phrases.ifAnswer(from.name(), way.says())
          : phrases.ifHolds(way.says());
    }
    return way.isDefault()
        ? phrases.otherwise(from.isGateway() ? from.name() : "")
        : from.decides() ? phrases.onOneWay(from.name()) : "";
  }

  /// The same way as the condition of a decision's outcome.
  String condition(Node from, Way way) {
    if (from.is("eventBasedGateway")) {
      return facts
          .node(way.other())
          .map(event -> Templates.capital(happens(event)))
          .orElse(phrases.notStated());
    }
    if (!way.label().isEmpty()
        && !way.condition().isEmpty()
        && !way.label().equals(way.condition())) {
      return way.label() + " (" + way.condition() + ")";
    }
    return !way.says().isEmpty()
        ? way.says()
        : way.isDefault() ? phrases.otherwiseAlone() : phrases.notStated();
  }

  /// Where a way leads to, past gateways that only join.
  Optional<Node> beyond(Way way) {
    Set<String> seen = new HashSet<>();
    Optional<Node> node = facts.node(way.other());
    while (node.isPresent()
        && node.get().isGateway()
        && node.get().next().size() == 1
        && seen.add(node.get().alias())) {
      node = facts.node(node.get().next().getFirst().other());
    }
    return node;
  }

  /// What follows on a way from a node; empty where the model does not show it.
  Optional<Clause> following(Node from, Way way) {
    return beyond(way).flatMap(target -> following(from, target));
  }

  private Optional<Clause> following(Node from, Node target) {
    if (target.is("endEvent")) {
      return Optional.of(phrases.ends(target.name().isEmpty() ? "" : spoken(target)));
    }
    if (isBefore(target, from)) {
      return Optional.of(phrases.goesBack(spoken(target)));
    }
    if (!target.isGateway()) {
      return Optional.of(phrases.follows(spoken(target)));
    }
    List<String> next = spoken(targets(target));
    if (target.decides() && !target.name().isEmpty()) {
      return Optional.of(phrases.decided(spoken(target)));
    }
    if (next.isEmpty()) {
      return !target.name().isEmpty()
          ? Optional.of(phrases.follows(spoken(target)))
          : facts.flow().isEmpty() ? Optional.of(phrases.goesOn()) : Optional.empty();
    }
    return Optional.of(
        target.is("parallelGateway")
            ? phrases.sideBySide(next)
            : phrases.follows(phrases.any(next)));
  }

  /// How the flow can end, ends with a name first; nothing where no end has a name or a trigger.
  List<String> ends() {
    List<Node> ends =
        facts.flow().stream()
            .filter(node -> node.is("endEvent"))
            .sorted(Comparator.comparing(node -> node.name().isEmpty()))
            .toList();
    boolean silent =
        ends.stream().allMatch(node -> spoken(node).equals(phrases.unnamed(node.type())));
    return silent ? List.of() : spoken(ends);
  }

  List<Node> targets(Node gateway) {
    return gateway.next().stream().flatMap(way -> beyond(way).stream()).toList();
  }

  /// A full sentence on what follows.
  String consequence(Node from, Way way) {
    return following(from, way)
        .map(clause -> phrases.sentence("", clause))
        .orElse(phrases.nothingShown());
  }

  private boolean isBefore(Node one, Node other) {
    int place = facts.flow().indexOf(one);
    return place >= 0 && place < facts.flow().indexOf(other);
  }

  /// The question that a gateway decides.
  String question(Node gateway, List<Node> before) {
    return !gateway.name().isEmpty()
        ? gateway.name()
        : gateway.is("eventBasedGateway")
            ? phrases.whatHappensFirst()
            : phrases.whichWayAfter(before.stream().findFirst().map(this::spoken));
  }
}
