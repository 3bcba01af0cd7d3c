package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Way;
import tools.jackson.databind.JsonNode;

/// Each way out of what divides the flow is told, under its own condition, with what follows there.
final class DecisionsCheck {

  private final Grounds grounds;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  /// An outcome, and the way it speaks of.
  private record Outcome(Item item, Way way) {}

  private final Reach reach;

  private DecisionsCheck(Grounds grounds, Reach reach) {
    this.grounds = grounds;
    this.reach = reach;
  }

  static List<Finding> of(JsonNode content, String field, Grounds grounds, Reach reach) {
    DecisionsCheck check = new DecisionsCheck(grounds, reach);
    for (Item decision : Item.of(content, field)) {
      check.decision(decision);
    }
    grounds.ways().values().stream()
        .filter(way -> !check.told.contains(way.alias()))
        .forEach(way ->
            check.findings.add(
                new Finding(
                    Grade.GAP,
                    "way-untold",
                    field,
                    "of %s the way %s to %s is not told (%s)"
                        .formatted(
                            grounds.name(way.from()),
                            way.says().isEmpty() ? "" : "\"" + way.says() + "\"",
                            grounds.name(way.to()),
                            way.alias()))));
    return check.findings;
  }

  private void decision(Item decision) {
    for (String alias : decision.elements()) {
      Element element = grounds.elements().get(alias);
      if (element != null && element.type().equals("parallelGateway")) {
        findings.add(
            decision.contradiction(
                "not-a-decision",
                "nothing is decided at %s: all its ways are taken".formatted(grounds.name(alias))));
      }
    }
    for (Item outcome : decision.items("outcomes")) {
      way(decision, outcome).ifPresent(way -> outcome(new Outcome(outcome, way)));
    }
  }

  /// The one it names, else the only one of its decision that leads to where it leads.
  private Optional<Way> way(Item decision, Item outcome) {
    Way named = grounds.ways().get(outcome.text(AliasCheck.FLOW));
    if (named != null) {
      return Optional.of(named);
    }
    List<Way> fitting =
        decision.elements().stream()
            .flatMap(alias -> grounds.waysFrom(alias).stream())
            .filter(way -> outcome.elements().contains(way.to()))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private void outcome(Outcome outcome) {
    told.add(outcome.way().alias());
    List<Way> siblings =
        grounds.waysFrom(outcome.way().from()).stream()
            .filter(way -> !way.alias().equals(outcome.way().alias()))
            .toList();
    follows(outcome);
    Conditions.wrong(
            outcome.item().text("condition"),
            outcome.way(),
            siblings,
            grounds.elements().get(outcome.way().from()))
        .ifPresent(
            wrong -> findings.add(outcome.item().contradiction("condition-of-another-way", wrong)));
  }

  /// What is said to follow does follow on this way.
  private void follows(Outcome outcome) {
    Way way = outcome.way();
    Set<String> own = reach.from(way.to(), way.from());
    Set<String> elsewhere = new HashSet<>(grounds.elements().keySet());
    elsewhere.removeAll(own);
    elsewhere.remove(way.from());
    Optional<String> strayed =
        outcome.item().elements().stream()
            .filter(elsewhere::contains)
            .findFirst()
            .or(() ->
                Wording.sentences(outcome.item().text("consequence")).stream()
                    .flatMap(said -> Branch.strayed(grounds, said, own, elsewhere).stream())
                    .findFirst());
    strayed.ifPresent(alias ->
        findings.add(
            outcome
                .item()
                .contradiction(
                    "leads-elsewhere",
                    "this way leads to %s, and not to %s"
                        .formatted(grounds.name(way.to()), grounds.name(alias)))));
    if (own.stream().noneMatch(this::isEnd) && claimsEnd(outcome.item().text("consequence"))) {
      findings.add(
          outcome
              .item()
              .contradiction(
                  "does-not-end",
                  "this way leads back to %s before anything ends"
                      .formatted(grounds.name(way.from()))));
    }
  }

  private boolean isEnd(String alias) {
    Element element = grounds.elements().get(alias);
    return element != null && element.type().equals("endEvent");
  }

  private static boolean claimsEnd(String text) {
    return Wording.sentences(text).stream()
        .anyMatch(
            said -> Wording.LEXICON.has("ends", Wording.words(said)) && !Wording.denies(said));
  }
}
