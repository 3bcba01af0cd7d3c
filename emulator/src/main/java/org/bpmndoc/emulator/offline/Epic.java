package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.emulator.offline.Items.Item;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Drafts the document of one task, or of a call whose process is not at hand.
final class Epic {

  private static final int STEPS_MAX = 6;

  private final Facts.Subject subject;
  private final Speech speech;
  private final Language language;
  private final Node node;

  Epic(Speech speech) {
    this.speech = speech;
    this.subject = speech.facts().subject();
    this.language = speech.language();
    this.node = subject.node();
  }

  ObjectNode draft() {
    ObjectNode draft = JsonNodeFactory.instance.objectNode();
    draft.put("summary", String.join(" ", new Place(speech).summary(List.of())));
    draft.set("flowSteps", Items.texts(Items.joined(steps(), STEPS_MAX)));
    draft.set("interactions", Items.texts(interactions()));
    draft.set("userStories", Items.array(new Stories(speech).ofSubject()));
    draft.set("dependencies", Items.array(new Dependencies(speech).ofTask()));
    draft.set("openQuestions", Items.texts(new OpenQuestions(speech).ofTask()));
    return draft;
  }

  private List<Item> steps() {
    Around around = new Around(speech);
    List<Item> steps = new ArrayList<>(List.of(around.work(work())));
    speech.work().more(node).forEach(text -> steps.add(Item.of(text, node.alias())));
    speech
        .work()
        .data(
            subject.reads(),
            node.inputs(),
            subject.writes(),
            Speech.joined(node.outputs(), Bound.of(subject).results()))
        .forEach(text -> steps.add(Item.of(text, node.alias())));
    speech.facts().boundary().forEach(event -> steps.add(around.atBoundary(event)));
    steps.addAll(around.after());
    return steps;
  }

  private Clause work() {
    String system = Bound.of(subject).systems().stream().findFirst().orElse("");
    return node.is("callActivity")
        ? speech.done(node, "")
        : speech.work().of(node, List.of(speech.spoken(node)), subject.role(), system);
  }

  /// What a person sees and enters; that the person does the task at all has been said.
  private List<Item> interactions() {
    if (!node.is("userTask")) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    List<String> forms = language.quoted(Bound.of(subject).forms());
    String fields = language.all(language.quoted(fields(false)));
    String form = forms.isEmpty() ? "" : forms.getFirst();
    if (!form.isEmpty() || !fields.isEmpty()) {
      String key = "form" + (form.isEmpty() ? "" : ".named") + (fields.isEmpty() ? "" : ".fields");
      texts.add(
          subject.role().isEmpty()
              ? language.tell(key, form, fields)
              : language.tell(key + ".seen", form, fields, language.quote(subject.role())));
    }
    List<String> required = fields(true);
    if (!required.isEmpty()) {
      texts.add(language.tell("mustFill", language.all(language.quoted(required))));
    }
    return texts.stream().map(text -> Item.of(text, node.alias())).toList();
  }

  private List<String> fields(boolean requiredOnly) {
    return subject.form().stream()
        .filter(field -> field.required() || !requiredOnly)
        .map(Facts.Field::name)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
