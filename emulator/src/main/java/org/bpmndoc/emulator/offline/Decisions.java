package org.bpmndoc.emulator.offline;

import java.util.Comparator;
import java.util.List;
import org.bpmndoc.emulator.offline.Node.Way;

/// Speaks of the nodes that divide the flow, and of the ways out of them.
record Decisions(Facts facts, Language language) {

  /// A gateway within a sentence: "the question “Customer known?”".
  String named(Node gateway) {
    return language.say("decision" + kind(gateway), language.quote(gateway.name()));
  }

  /// That a gateway is passed.
  Clause made(Node gateway) {
    return gateway.name().isEmpty()
        ? language.clause("divides")
        : language.clause("made" + kind(gateway), named(gateway));
  }

  /// The same as a wish: "the question “Customer known?” can be answered".
  String canBeMade(Node gateway) {
    return language.say("value.decision" + kind(gateway), named(gateway));
  }

  private static String kind(Node gateway) {
    return gateway.name().endsWith("?") ? ".question" : ".other";
  }

  /// What stands before what follows on a way out of a node; empty where nothing needs to.
  String lead(Node from, Way way) {
    if (from.is("eventBasedGateway")) {
      return event(way);
    }
    if (from.name().isEmpty() || !from.isGateway()) {
      return lead(way, from.divides());
    }
    if (!way.says().isEmpty()) {
      return language.say(
          "answer" + kind(from), language.quote(from.name()), language.quote(way.says()));
    }
    return way.isDefault()
        ? language.say("else" + kind(from), language.quote(from.name()))
        : from.decides() ? language.say("depending", named(from)) : "";
  }

  /// The same where the node has just been named.
  String briefLead(Node from, Way way) {
    return from.is("eventBasedGateway")
        ? event(way)
        : way.says().isEmpty()
            ? language.say(way.isDefault() ? "otherwise" : "inSomeCases")
            : from.name().isEmpty()
                ? lead(way, true)
                : language.say("answer.brief", language.quote(way.says()));
  }

  private String event(Way way) {
    return facts
        .node(way.other())
        .map(event -> language.say("when", new Events(language).happens(event)))
        .orElse(language.say("inSomeCases"));
  }

  private String lead(Way way, boolean divides) {
    return !way.says().isEmpty()
        ? language.say("ifHolds", language.quote(way.says()))
        : way.isDefault()
            ? language.say("else.unnamed")
            : divides ? language.say("inSomeCases") : "";
  }

  /// A way as the condition of an outcome.
  String condition(Node from, Way way) {
    if (from.is("eventBasedGateway")) {
      return facts
          .node(way.other())
          .map(event -> Language.capital(new Events(language).happens(event)))
          .orElse(language.tell("notStated"));
    }
    if (!way.label().isEmpty()
        && !way.condition().isEmpty()
        && !way.label().equals(way.condition())) {
      return way.label() + " (" + way.condition() + ")";
    }
    return !way.says().isEmpty()
        ? way.says()
        : language.tell(way.isDefault() ? "otherwise" : "notStated");
  }

  /// The question that a gateway answers, or an activity that is left on one of several ways.
  /// `lead` says when it is asked and may be empty.
  String question(Node gateway, String lead) {
    if (!gateway.isGateway() && !gateway.name().isEmpty()) {
      String done = language.say("whenDone", language.quote(gateway.name()));
      return language.say("whichWay.lead", done);
    }
    return !gateway.name().isEmpty()
        ? gateway.name()
        : gateway.is("eventBasedGateway")
            ? language.say("whatHappensFirst")
            : lead.isEmpty() ? language.say("whichWay") : language.say("whichWay.lead", lead);
  }

  /// The ways out of a gateway, what holds otherwise last.
  static List<Way> ways(Node gateway) {
    return gateway.next().stream()
        .sorted(
            Comparator.comparing((Way way) -> way.says().isEmpty())
                .thenComparing(way -> way.says().isEmpty() && way.isDefault()))
        .toList();
  }
}
