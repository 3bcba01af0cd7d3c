package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Drafts the document of a process or sub-process.
final class FeatureGoal {

  private static final int DOCUMENTATION_MAX = 3;
  private static final int NOTES_MAX = 2;
  private static final int ACTIVITIES_MAX = 5;

  private final Facts facts;
  private final Speech speech;
  private final Phrases phrases;

  FeatureGoal(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.phrases = speech.phrases();
  }

  ObjectNode draft() {
    ObjectNode draft = JsonNodeFactory.instance.objectNode();
    draft.put("summary", String.join(" ", summary()));
    draft.set("flowSteps", Items.texts(new FlowSteps(speech).told()));
    draft.set("decisions", Items.array(decisions()));
    draft.set("exceptions", Items.array(exceptions()));
    draft.set("userStories", Items.array(new Stories(speech).ofFlow()));
    draft.set("dependencies", Items.array(new Dependencies(speech).ofFlow()));
    draft.set("openQuestions", Items.texts(new OpenQuestions(speech).ofFlow()));
    return draft;
  }

  private List<String> summary() {
    List<String> sentences =
        new ArrayList<>(Names.sentences(facts.subject().documentation(), DOCUMENTATION_MAX));
    String startAndEnd = startAndEnd();
    sentences.add(startAndEnd.isEmpty() ? comprises() : startAndEnd);
    if (!facts.roles().isEmpty()) {
      sentences.add(phrases.takePart(speech.quoted(facts.roles())));
    }
    int activities = (int) facts.flow().stream().filter(Node::isActivity).count();
    if (activities > 0 && !startAndEnd.isEmpty() && sentences.size() < DOCUMENTATION_MAX + 2) {
      int decisions = (int) facts.flow().stream().filter(Node::decides).count();
      sentences.add(phrases.contains(activities, decisions));
    }
    facts.notes().stream()
        .filter(note -> note.about().isEmpty())
        .limit(NOTES_MAX)
        .map(note -> phrases.note(Names.line(note.text())))
        .forEach(sentences::add);
    return sentences;
  }

  /// Nothing where neither has a name or a trigger.
  private String startAndEnd() {
    List<String> starts =
        facts.flow().stream()
            .filter(node -> node.is("startEvent"))
            .filter(node -> !node.name().isEmpty() || !node.triggers().isEmpty())
            .map(node -> phrases.start(node.name(), speech.trigger(node)))
            .distinct()
            .toList();
    List<String> ends = speech.ends();
    String scope = placed();
    if (ends.isEmpty()) {
      return starts.isEmpty() ? "" : phrases.starts(scope, starts);
    }
    return starts.isEmpty()
        ? phrases.endsOnly(scope, ends)
        : phrases.startsAndEnds(scope, starts, ends);
  }

  /// The subject, and the process that it is a part of.
  private String placed() {
    return facts.subject().isProcess() || facts.home().name().isEmpty()
        ? speech.scope()
        : phrases.part(speech.scope(), phrases.scope(true, facts.home().name()));
  }

  private String comprises() {
    List<String> activities =
        speech.spoken(facts.flow().stream().filter(Node::isActivity).toList());
    List<String> named = activities.stream().limit(ACTIVITIES_MAX).toList();
    return named.isEmpty()
        ? phrases.isEmpty(placed())
        : phrases.comprises(placed(), named, activities.size() - named.size());
  }

  private List<ObjectNode> decisions() {
    return facts.flow().stream().filter(Node::decides).map(this::decision).toList();
  }

  private ObjectNode decision(Node gateway) {
    ObjectNode decision = Items.object("question", speech.question(gateway, facts.before(gateway)));
    decision.set(
        "outcomes",
        Items.array(gateway.next().stream().map(way -> outcome(gateway, way)).toList()));
    decision.putArray("elements").add(gateway.alias());
    return decision;
  }

  private ObjectNode outcome(Node gateway, Node.Way way) {
    return Items.object(
        List.of(way.other()),
        "condition",
        speech.condition(gateway, way),
        "consequence",
        afterEvent(gateway, way));
  }

  /// Behind an event-based gateway the event is the condition, and what comes after it follows.
  private String afterEvent(Node gateway, Node.Way way) {
    return gateway.is("eventBasedGateway")
        ? facts
            .node(way.other())
            .flatMap(event ->
                event.next().stream().findFirst().map(next -> speech.consequence(event, next)))
            .orElse(phrases.nothingShown())
        : speech.consequence(gateway, way);
  }

  private List<ObjectNode> exceptions() {
    return Stream.concat(facts.boundary().stream(), facts.flow().stream())
        .filter(node -> node.is("boundaryEvent") || (node.isActivity() && node.triggeredByEvent()))
        .map(node -> node.is("boundaryEvent") ? atBoundary(node) : eventSubProcess(node))
        .toList();
  }

  private ObjectNode atBoundary(Node event) {
    String host = facts.node(event.attachedTo()).map(speech::spoken).orElse(speech.scope());
    return Items.object(
        Stream.concat(
                Stream.of(event.alias(), event.attachedTo()),
                event.next().stream().map(Node.Way::other))
            .toList(),
        "trigger",
        Templates.capital(phrases.during(host, speech.happens(event))) + ".",
        "consequence",
        interrupted(event, host)
            + " "
            + event.next().stream()
                .findFirst()
                .map(way -> speech.consequence(event, way))
                .orElse(phrases.nothingShown()));
  }

  private ObjectNode eventSubProcess(Node node) {
    String trigger = speech.trigger(node);
    return Items.object(
        List.of(node.alias()),
        "trigger",
        phrases.wholeTime(speech.scope(), trigger.isEmpty() ? phrases.occurs("") : trigger),
        "consequence",
        interrupted(node, speech.scope())
            + " "
            + phrases.sentence("", phrases.work(node.type(), List.of(speech.spoken(node)), "")));
  }

  private String interrupted(Node event, String what) {
    return event.nonInterrupting()
        ? phrases.goesOn(what)
        : phrases.sentence("", phrases.isInterrupted(what));
  }
}
