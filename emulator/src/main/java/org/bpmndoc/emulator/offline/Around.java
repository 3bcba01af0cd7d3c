package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Entries.Entry;
import org.bpmndoc.emulator.offline.Items.Item;
import org.bpmndoc.emulator.offline.Node.Way;

/// Tells what stands around a task: what can interrupt it, what follows.
final class Around {

  private final Facts facts;
  private final Speech speech;
  private final Language language;
  private final Onward onward;
  private final Node node;

  Around(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.language = speech.language();
    this.onward = new Onward(speech);
    this.node = facts.subject().node();
  }

  /// What is done, and before it what leads there, as far as the model says.
  Item work(Clause work) {
    Entry entry = new Entries(speech).ofSubject();
    return new Item(
        language.sentence(entry.lead(), work),
        Stream.concat(Stream.of(node.alias()), entry.elements().stream()).toList());
  }

  Item atBoundary(Node event) {
    String lead = language.say("when", speech.events().during(language.say("thePronoun"), event));
    Optional<Clause> follows =
        event.next().stream().findFirst().flatMap(way -> onward.following(event, way));
    String text =
        (event.nonInterrupting() || event.isCompensation()) && follows.isPresent()
            ? language.sentence(lead, follows.get())
            : onward.consequence(
                lead,
                language.clause(
                    event.nonInterrupting() ? "goesOn" : "isInterrupted",
                    language.say("thePronoun")),
                event);
    return new Item(
        speech.explained(text, event),
        Stream.concat(Stream.of(event.alias()), event.next().stream().map(Way::other)).toList());
  }

  List<Item> after() {
    List<Way> ways = facts.outgoing();
    if (ways.size() > 1
        && ways.stream().allMatch(way -> way.says().isEmpty() && !way.isDefault())) {
      List<Node> targets = ways.stream().flatMap(way -> onward.beyond(way).stream()).toList();
      return List.of(
          new Item(
              language.sentence(
                  language.say("afterwards"),
                  language.clause("inParallel", language.all(speech.spoken(targets)))),
              targets.stream().map(Node::alias).toList()));
    }
    return ways.stream().flatMap(way -> after(way).stream()).toList();
  }

  private Optional<Item> after(Way way) {
    String own = speech.decisions().lead(node, way);
    String lead = own.isEmpty() ? language.say("afterwards") : own;
    Optional<Node> gateway =
        onward.beyond(way).filter(Node::decides).filter(target -> !target.is("eventBasedGateway"));
    return gateway.isPresent()
        ? Optional.of(divided(lead, gateway.get()))
        : onward
            .following(node, way)
            .map(clause -> Item.of(language.sentence(lead, clause), way.other()));
  }

  /// A gateway with all that follows from it, in one sentence.
  private Item divided(String lead, Node gateway) {
    List<Way> told =
        Decisions.ways(gateway).stream()
            .filter(way -> !way.says().isEmpty() || way.isDefault())
            .toList();
    List<Way> silent = gateway.next().stream().filter(way -> !told.contains(way)).toList();
    List<String> outcomes = new ArrayList<>();
    told.forEach(way -> outcome(gateway, way).ifPresent(outcomes::add));
    String rest =
        language.any(
            speech.spoken(silent.stream().flatMap(way -> onward.beyond(way).stream()).toList()));
    if (!rest.isEmpty()) {
      Clause follows = language.clause("follows", rest);
      outcomes.add(
          told.isEmpty()
              ? follows.straight()
              : language.phrase(language.say("inOtherCases"), follows));
    }
    String made = language.sentence(lead, speech.decisions().made(gateway));
    String text =
        outcomes.isEmpty()
            ? made
            : made.substring(0, made.length() - 1) + ": " + String.join("; ", outcomes) + ".";
    return new Item(
        text,
        Stream.concat(Stream.of(gateway.alias()), gateway.next().stream().map(Way::other))
            .toList());
  }

  private Optional<String> outcome(Node gateway, Way way) {
    return onward
        .following(gateway, way)
        .map(clause -> language.phrase(speech.decisions().briefLead(gateway, way), clause));
  }
}
