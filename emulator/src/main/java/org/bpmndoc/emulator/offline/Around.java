package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Items.Item;
import org.bpmndoc.emulator.offline.Node.Way;

/// Tells what stands around a task: what leads to it, what can interrupt it, what follows.
final class Around {

  private static final int DOCUMENTATION_MAX = 2;

  private final Facts facts;
  private final Speech speech;
  private final Phrases phrases;
  private final Node node;

  Around(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.phrases = speech.phrases();
    this.node = facts.subject().node();
  }

  List<String> summary() {
    List<String> sentences =
        new ArrayList<>(Names.sentences(facts.subject().documentation(), DOCUMENTATION_MAX));
    sentences.add(
        phrases.isA(
            speech.spoken(node),
            node.type(),
            within(),
            node.isHuman() ? facts.subject().role() : node.lane()));
    Optional<String> before = named(facts.incoming());
    Optional<String> after = named(facts.outgoing());
    if (before.isPresent() || after.isPresent()) {
      sentences.add(phrases.between(before, after));
    }
    facts.notes().stream()
        .limit(1)
        .map(note -> phrases.note(Names.line(note.text())))
        .forEach(sentences::add);
    return sentences;
  }

  private String within() {
    return facts.home().within().isEmpty()
        ? phrases.scope(true, facts.home().name())
        : phrases.scope(false, facts.home().within());
  }

  private Optional<String> named(List<Way> ways) {
    List<Node> named =
        ways.stream()
            .flatMap(way -> facts.node(way.other()).stream())
            .filter(other -> !other.name().isEmpty())
            .toList();
    return named.isEmpty() ? Optional.empty() : Optional.of(phrases.any(speech.spoken(named)));
  }

  List<Item> before() {
    List<Item> items = new ArrayList<>();
    for (Way way : facts.incoming()) {
      facts
          .node(way.other())
          .filter(from -> !from.isGateway() || !from.name().isEmpty() || !way.says().isEmpty())
          .map(from -> Item.of(before(from, way), from.alias()))
          .filter(item -> items.stream().noneMatch(old -> old.text().equals(item.text())))
          .ifPresent(items::add);
    }
    return items;
  }

  private String before(Node from, Way way) {
    if (from.is("startEvent") && from.name().isEmpty() && from.triggers().isEmpty()) {
      return phrases.sentence("", phrases.comesFirst(speech.spoken(node), within()));
    }
    String lead =
        from.isGateway() && way.says().isEmpty()
            ? ""
            : from.triggers().isEmpty()
                ? speech.lead(from, way)
                : phrases.whenHappens(speech.happens(from));
    return lead.isEmpty()
        ? phrases.sentence("", phrases.leadsHere(speech.spoken(from)))
        : phrases.sentence(lead, phrases.comesHere());
  }

  Item atBoundary(Node event) {
    String lead = phrases.meanwhile(speech.happens(event));
    String interrupted =
        event.nonInterrupting()
            ? ""
            : phrases.sentence(lead, phrases.isInterrupted(speech.spoken(node))) + " ";
    String follows =
        event.next().stream()
            .findFirst()
            .flatMap(way -> speech.following(event, way))
            .map(clause -> phrases.sentence(interrupted.isEmpty() ? lead : "", clause))
            .orElse(
                interrupted.isEmpty()
                    ? Templates.capital(speech.happens(event)) + "."
                    : phrases.nothingShown());
    return new Item(
        interrupted + follows,
        Stream.concat(Stream.of(event.alias()), event.next().stream().map(Way::other)).toList());
  }

  List<Item> after() {
    if (facts.outgoing().size() > 1
        && facts.outgoing().stream().allMatch(way -> way.says().isEmpty() && !way.isDefault())) {
      List<Node> targets =
          facts.outgoing().stream().flatMap(way -> speech.beyond(way).stream()).toList();
      return List.of(
          new Item(
              phrases.sentence(phrases.afterwards(), phrases.sideBySide(speech.spoken(targets))),
              targets.stream().map(Node::alias).toList()));
    }
    return facts.outgoing().stream().flatMap(way -> after(way).stream()).toList();
  }

  private List<Item> after(Way way) {
    String lead = speech.lead(node, way);
    Optional<Node> target = speech.beyond(way);
    Optional<Clause> clause = speech.following(node, way);
    List<Item> items = new ArrayList<>();
    List<Node> awaited =
        target
            .filter(gateway -> gateway.is("eventBasedGateway"))
            .map(speech::targets)
            .orElse(List.of());
    if (!awaited.isEmpty()) {
      return List.of(
          new Item(
              phrases.sentence(
                  phrases.afterwards(), phrases.waits(phrases.any(speech.spoken(awaited)), "")),
              awaited.stream().map(Node::alias).toList()));
    }
    if (target.isPresent() && clause.isPresent()) {
      boolean silent = target.get().decides() && target.get().name().isEmpty();
      if (!silent) {
        items.add(
            Item.of(
                phrases.sentence(lead.isEmpty() ? phrases.afterwards() : lead, clause.get()),
                target.get().alias()));
      }
      if (target.get().decides()) {
        target.get().next().forEach(out -> items.add(outcome(target.get(), out)));
      }
    }
    return items;
  }

  /// One way out of the gateway that follows.
  private Item outcome(Node gateway, Way way) {
    String text =
        speech
            .following(gateway, way)
            .map(clause -> phrases.sentence(speech.lead(gateway, way), clause))
            .orElse(phrases.nothingShown());
    return Item.of(text, gateway.alias(), way.other());
  }
}
