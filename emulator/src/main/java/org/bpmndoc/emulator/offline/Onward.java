package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.emulator.offline.Node.Way;

/// Tells what follows on a way.
record Onward(Speech speech) {

  /// Where a way leads to, past gateways that only join.
  Optional<Node> beyond(Way way) {
    Set<String> seen = new HashSet<>();
    Optional<Node> node = speech.facts().node(way.other());
    while (node.isPresent()
        && node.get().isGateway()
        && node.get().next().size() == 1
        && seen.add(node.get().alias())) {
      node = speech.facts().node(node.get().next().getFirst().other());
    }
    return node;
  }

  /// What stands right behind a gateway.
  List<Node> targets(Node gateway) {
    return gateway.next().stream().flatMap(way -> beyond(way).stream()).distinct().toList();
  }

  /// The same as words, one for each: a further gateway of which there is nothing to say stands for
  /// what is behind it.
  List<String> spokenTargets(Node gateway) {
    return spokenTargets(gateway, Set.of(gateway.alias()));
  }

  private List<String> spokenTargets(Node gateway, Set<String> passed) {
    List<String> spoken = new ArrayList<>();
    for (Node target : targets(gateway)) {
      if (!target.isGateway() || !target.name().isEmpty() || target.next().isEmpty()) {
        spoken.add(speech.spoken(target));
      } else if (!passed.contains(target.alias())) {
        Set<String> further = new HashSet<>(passed);
        further.add(target.alias());
        List<String> behind = spokenTargets(target, further);
        spoken.addAll(isAlike(gateway, target) ? behind : List.of(joined(target, behind)));
      }
    }
    return spoken.stream().filter(words -> !words.isEmpty()).distinct().toList();
  }

  private static boolean isAlike(Node one, Node other) {
    return one.is("parallelGateway") == other.is("parallelGateway");
  }

  private String joined(Node gateway, List<String> spoken) {
    return gateway.is("parallelGateway")
        ? speech.language().all(spoken)
        : speech.language().any(spoken);
  }

  /// What follows on a way from a node; empty where the model does not show it.
  Optional<Clause> following(Node from, Way way) {
    return beyond(way).flatMap(target -> following(from, target));
  }

  private Optional<Clause> following(Node from, Node target) {
    Language language = speech.language();
    List<String> targets = target.isGateway() ? spokenTargets(target) : List.of();
    String next = joined(target, targets);
    if (target.is("endEvent")) {
      return Optional.of(
          target.isSilent()
              ? language.clause("flow.ends")
              : language.clause("flow.endsWith", speech.spoken(target)));
    }
    if (speech.facts().isBefore(target, from)) {
      boolean silent = target.isGateway() && target.name().isEmpty() && !targets.isEmpty();
      return Optional.of(language.clause("flow.back", silent ? next : speech.place(target)));
    }
    if (target.type().startsWith("intermediate") && !isLink(target)) {
      return Optional.of(speech.events().onTheWay(target));
    }
    if (!target.isGateway()) {
      return Optional.of(language.clause("follows", speech.spoken(target)));
    }
    if (target.is("eventBasedGateway") && !targets.isEmpty()) {
      List<String> awaited =
          targets(target).stream().map(speech.events()::happens).distinct().toList();
      return Optional.of(language.clause("waits.until", language.any(awaited)));
    }
    if (target.decides() && !target.name().isEmpty()) {
      return Optional.of(speech.decisions().made(target));
    }
    if (targets.isEmpty()) {
      return speech.facts().flow().isEmpty()
          ? Optional.of(language.clause("flow.on"))
          : Optional.empty();
    }
    boolean parallel = target.is("parallelGateway") && targets.size() > 1;
    return Optional.of(language.clause(parallel ? "inParallel" : "follows", next));
  }

  private static boolean isLink(Node event) {
    return event.triggers().stream().anyMatch(trigger -> trigger.kind().equals("link"));
  }

  /// A full sentence on what follows.
  String consequence(Node from, Way way) {
    return following(from, way)
        .map(clause -> speech.language().sentence("", clause))
        .orElse(speech.language().tell("nothingShown"));
  }

  /// One thing, and what follows from there: "“Pack” is interrupted and “Write” follows."
  String consequence(String lead, Clause first, Node event) {
    Optional<Clause> next = event.next().stream().findFirst().flatMap(way -> following(event, way));
    Language language = speech.language();
    return next.map(clause -> language.sentence(lead, first, clause))
        .orElse(language.sentence(lead, first) + " " + language.tell("nothingShown"));
  }
}
