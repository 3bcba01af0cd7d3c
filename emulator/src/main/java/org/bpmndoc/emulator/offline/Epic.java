package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Items.Item;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Drafts the document of one task, or of a call whose process is not at hand.
final class Epic {

  private static final int STEPS_MAX = 6;

  private final Facts facts;
  private final Speech speech;
  private final Phrases phrases;
  private final Node node;
  private final String task;

  Epic(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.phrases = speech.phrases();
    this.node = facts.subject().node();
    this.task = speech.spoken(node);
  }

  ObjectNode draft() {
    ObjectNode draft = JsonNodeFactory.instance.objectNode();
    draft.put("summary", String.join(" ", new Around(speech).summary()));
    draft.set("flowSteps", Items.texts(Items.joined(steps(), STEPS_MAX)));
    draft.set("interactions", Items.texts(interactions()));
    draft.set("userStories", Items.array(new Stories(speech).ofSubject()));
    draft.set("dependencies", Items.array(new Dependencies(speech).ofTask()));
    draft.set("openQuestions", Items.texts(new OpenQuestions(speech).ofTask()));
    return draft;
  }

  private List<Item> steps() {
    Around around = new Around(speech);
    List<Item> steps = new ArrayList<>(around.before());
    steps.add(work());
    data().forEach(text -> steps.add(Item.of(text, node.alias())));
    facts.boundary().forEach(event -> steps.add(around.atBoundary(event)));
    steps.addAll(around.after());
    return steps;
  }

  private Item work() {
    Clause clause =
        node.is("callActivity")
            ? phrases.call(task, node.called())
            : phrases.work(node.type(), List.of(task), facts.subject().role());
    String text = phrases.sentence("", clause);
    return Item.of(
        node.loop().map(loop -> text + " " + phrases.loop(loop)).orElse(text), node.alias());
  }

  private List<String> data() {
    Facts.Subject subject = facts.subject();
    return Stream.of(
            Bound.of(subject).systems().stream().limit(1).map(phrases::boundTo).toList(),
            told(subject.reads(), phrases::reads),
            told(subject.inputs(), phrases::inputs),
            told(subject.writes(), phrases::writes),
            told(
                Stream.concat(subject.outputs().stream(), Bound.of(subject).results().stream())
                    .toList(),
                phrases::outputs))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> told(
      List<String> names, java.util.function.Function<List<String>, String> sentence) {
    return names.isEmpty() ? List.of() : List.of(sentence.apply(speech.quoted(names)));
  }

  private List<Item> interactions() {
    if (!node.is("userTask")) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    Bound.of(facts.subject()).forms().forEach(form -> texts.add(phrases.formShown(form)));
    List<String> fields = fields(false);
    if (!fields.isEmpty()) {
      texts.add(phrases.fills(facts.subject().role(), speech.quoted(fields)));
    }
    List<String> required = fields(true);
    if (!required.isEmpty()) {
      texts.add(phrases.mustFill(speech.quoted(required)));
    }
    if (texts.isEmpty()) {
      texts.add(
          phrases.sentence("", phrases.work(node.type(), List.of(task), facts.subject().role())));
    }
    return texts.stream().map(text -> Item.of(text, node.alias())).toList();
  }

  private List<String> fields(boolean requiredOnly) {
    return facts.subject().form().stream()
        .filter(field -> field.required() || !requiredOnly)
        .map(Facts.Field::name)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
