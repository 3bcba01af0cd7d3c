package org.bpmndoc.emulator.offline;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What can happen while a process or sub-process is under way, and what follows from it.
record Exceptions(Speech speech) {

  List<ObjectNode> told() {
    Facts facts = speech.facts();
    return Stream.concat(facts.boundary().stream(), facts.flow().stream())
        .filter(node -> node.is("boundaryEvent") || (node.isActivity() && node.triggeredByEvent()))
        .map(node -> node.is("boundaryEvent") ? atBoundary(node) : eventSubProcess(node))
        .toList();
  }

  private ObjectNode atBoundary(Node event) {
    String host = speech.facts().node(event.attachedTo()).map(speech::spoken).orElse(speech.it());
    return Items.object(
        Stream.concat(
                Stream.of(event.alias(), event.attachedTo()),
                event.next().stream().map(Node.Way::other))
            .toList(),
        "trigger",
        Language.capital(speech.events().during(host, event)) + ".",
        "consequence",
        speech.explained(consequence(event, host), event));
  }

  /// What is to be undone is over: it neither goes on nor is interrupted.
  private String consequence(Node event, String host) {
    Onward onward = new Onward(speech);
    return event.isCompensation() && !event.next().isEmpty()
        ? onward.consequence(event, event.next().getFirst())
        : onward.consequence("", goesOnOrNot(event, host), event);
  }

  private ObjectNode eventSubProcess(Node node) {
    String trigger = speech.events().trigger(node);
    return Items.object(
        List.of(node.alias()),
        "trigger",
        speech
            .language()
            .tell(
                "wholeTime",
                speech.it(),
                trigger.isEmpty() ? speech.language().say("occurs.unnamed") : trigger),
        "consequence",
        speech
            .language()
            .sentence(
                "",
                goesOnOrNot(node, speech.it()),
                speech.done(node, speech.facts().roleOf(node))));
  }

  private Clause goesOnOrNot(Node event, String what) {
    return speech.language().clause(event.nonInterrupting() ? "goesOn" : "isInterrupted", what);
  }
}
