package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Speaks of the nodes of some facts in one language.
record Speech(Facts facts, Language language) {

  Events events() {
    return new Events(language);
  }

  Decisions decisions() {
    return new Decisions(facts, language);
  }

  Work work() {
    return new Work(language);
  }

  /// The name of a node, or what it is.
  String spoken(Node node) {
    if (!node.name().isEmpty()) {
      return language.quote(node.name());
    }
    String noun = node.isActivity() ? "" : events().noun(node);
    return noun.isEmpty() ? language.unnamed(node.type()) : noun;
  }

  /// Each once.
  List<String> spoken(List<Node> nodes) {
    return nodes.stream().map(this::spoken).distinct().toList();
  }

  /// A node as a place in the flow: "the question “Customer known?”", "the end “Paid”".
  String place(Node node) {
    if (node.name().isEmpty()) {
      return spoken(node);
    }
    return node.isGateway()
        ? decisions().named(node)
        : node.is("endEvent") ? language.say("place.end", spoken(node)) : spoken(node);
  }

  /// The subject of the facts within a sentence.
  String scope() {
    return scope(facts.subject().isProcess(), facts.subject().node().name());
  }

  String scope(boolean process, String name) {
    String key = process ? "process" : "subProcess";
    return name.isEmpty()
        ? language.say("the." + key)
        : language.say("the." + key + ".named", language.quote(name));
  }

  /// The subject without its name.
  String it() {
    return scope(facts.subject().isProcess(), "");
  }

  /// What a flow belongs to whose end is spoken of: the subject, or what that stands in.
  String whole() {
    boolean within = !facts.flow().isEmpty() ? !facts.subject().isProcess() : isWithin();
    return scope(!within, "");
  }

  private boolean isWithin() {
    return !facts.home().within().isEmpty();
  }

  /// The process, or the sub-process of it, that the subject stands in.
  String home() {
    String process = scope(true, facts.home().name());
    return !isWithin() ? process : part(scope(false, facts.home().within()), process);
  }

  /// A part of something that has a name; the whole is left out where it has none.
  String part(String scope, String whole) {
    return facts.home().name().isEmpty() ? scope : language.say("part", scope, whole);
  }

  /// One activity of the flow, or the subject.
  Clause done(Node node, String role) {
    return node.is("callActivity")
        ? work().call(spoken(node), node)
        : work().of(node, List.of(spoken(node)), role, "");
  }

  /// How something starts and ends; nothing where neither has a name or a trigger.
  Optional<String> startAndEnd(String scope, List<Node> starts, List<Node> ends) {
    List<String> start = starts(starts);
    List<String> end = ends(ends);
    if (end.isEmpty()) {
      return start.isEmpty()
          ? Optional.empty()
          : Optional.of(language.tell("starts", scope, language.any(start)));
    }
    return Optional.of(
        start.isEmpty()
            ? language.tell("ends", scope, language.any(end))
            : language.tell("startsAndEnds", scope, language.any(start), language.any(end)));
  }

  List<String> starts(List<Node> starts) {
    return starts.stream()
        .filter(node -> !node.isSilent())
        .map(events()::start)
        .distinct()
        .toList();
  }

  /// Ends with a name first; nothing where no end has a name or a trigger.
  List<String> ends(List<Node> ends) {
    List<Node> sorted =
        ends.stream().sorted(Comparator.comparing(node -> node.name().isEmpty())).toList();
    String silent = language.unnamed("endEvent");
    return sorted.stream().map(this::spoken).allMatch(silent::equals) ? List.of() : spoken(sorted);
  }

  /// What the model says about a node, in quotation marks behind a sentence about it.
  String explained(String sentence, Node node) {
    return Names.sentences(node.documentation(), 2).stream()
        .reduce((one, two) -> one + " " + two)
        .map(said -> language.explained(sentence, said))
        .orElse(sentence);
  }

  String note(String text) {
    String said = Names.line(text);
    return language.tell("note", language.quote(said)) + (said.matches(".*[.!?…]") ? "" : ".");
  }

  /// The first sentence of a child's document. One that speaks of the child by name adds nothing to
  /// a sentence that has just named it.
  Optional<String> childSays(Node node) {
    return facts
        .child(node)
        .filter(child -> !child.name().isEmpty())
        .flatMap(child ->
            Names.sentences(child.summary(), 1).stream()
                .filter(first -> !first.contains(language.quote(child.name())))
                .findFirst());
  }

  static List<String> joined(List<String> some, List<String> others) {
    return new ArrayList<>(Stream.concat(some.stream(), others.stream()).distinct().toList());
  }
}
