package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Drafts the document of a process or sub-process.
final class FeatureGoal {

  private static final int DOCUMENTATION_MAX = 3;
  private static final int NOTES_MAX = 2;

  private final Facts facts;
  private final Speech speech;
  private final Language language;
  private final Onward onward;

  FeatureGoal(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.language = speech.language();
    this.onward = new Onward(speech);
  }

  ObjectNode draft() {
    ObjectNode draft = JsonNodeFactory.instance.objectNode();
    draft.put("summary", String.join(" ", summary()));
    draft.set("flowSteps", Items.texts(new FlowSteps(speech).told()));
    draft.set("decisions", Items.array(decisions()));
    draft.set("exceptions", Items.array(new Exceptions(speech).told()));
    draft.set("userStories", Items.array(new Stories(speech).ofFlow()));
    draft.set("dependencies", Items.array(new Dependencies(speech).ofFlow()));
    draft.set("openQuestions", Items.texts(new OpenQuestions(speech).ofFlow()));
    return draft;
  }

  /// What its author wrote, how it starts and ends, who takes part. What is done in it is named
  /// where there is little else.
  private List<String> summary() {
    List<String> sentences =
        new ArrayList<>(Names.sentences(facts.subject().node().documentation(), DOCUMENTATION_MAX));
    boolean described = !sentences.isEmpty();
    Optional<String> startAndEnd =
        speech.startAndEnd(placed(), facts.inFlow("startEvent"), facts.inFlow("endEvent"));
    startAndEnd.ifPresent(sentences::add);
    if (startAndEnd.isEmpty() || !described) {
      sentences.add(comprises(startAndEnd.isEmpty() ? placed() : language.say("thePronoun")));
    }
    if (facts.subject().recursive()) {
      sentences.add(language.tell("recursive", language.say("thePronoun")));
    }
    if (!facts.roles().isEmpty()) {
      sentences.add(
          language.tell(
              Language.counted("takePart", facts.roles().size()),
              language.all(language.quoted(facts.roles()))));
    }
    facts.notes().stream()
        .filter(note -> note.about().isEmpty())
        .limit(NOTES_MAX)
        .map(note -> speech.note(note.text()))
        .forEach(sentences::add);
    return sentences;
  }

  /// The subject, and the process that it is a part of.
  private String placed() {
    return facts.subject().isProcess()
        ? speech.scope()
        : speech.part(speech.scope(), speech.home());
  }

  private String comprises(String scope) {
    List<String> activities =
        speech.spoken(facts.flow().stream().filter(Node::isActivity).toList());
    if (activities.isEmpty()) {
      return language.tell("isEmpty", scope);
    }
    return language.tell(
        "comprises", scope, language.all(language.some(activities, "more.activities")));
  }

  private List<ObjectNode> decisions() {
    return facts.flow().stream().filter(Node::divides).map(this::decision).toList();
  }

  private ObjectNode decision(Node gateway) {
    String lead = new Entries(speech).precise(gateway);
    ObjectNode decision = Items.object("question", speech.decisions().question(gateway, lead));
    decision.set(
        "outcomes",
        Items.array(Decisions.ways(gateway).stream().map(way -> outcome(gateway, way)).toList()));
    decision.putArray("elements").add(gateway.alias());
    return decision;
  }

  private ObjectNode outcome(Node gateway, Node.Way way) {
    return Items.object(
        List.of(way.other()),
        "condition",
        speech.decisions().condition(gateway, way),
        "consequence",
        afterEvent(gateway, way),
        "flow",
        way.flow());
  }

  /// Behind an event-based gateway the event is the condition, and what comes after it follows.
  private String afterEvent(Node gateway, Node.Way way) {
    return gateway.is("eventBasedGateway")
        ? facts
            .node(way.other())
            .flatMap(event ->
                event.next().stream().findFirst().map(next -> onward.consequence(event, next)))
            .orElse(language.tell("nothingShown"))
        : onward.consequence(gateway, way);
  }
}
