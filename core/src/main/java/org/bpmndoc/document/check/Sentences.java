package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The sentences of a document that claim something.
final class Sentences {

  /// One of them, and the field it stands in.
  record Sentence(String path, String text) {}

  /// What asks, wishes or refers claims nothing.
  static final Set<String> ASIDE =
      Set.of(
          "openQuestions",
          "question",
          "goal",
          "value",
          "name",
          "kind",
          AliasCheck.ELEMENTS,
          AliasCheck.FLOW);

  private final List<Sentence> sentences = new ArrayList<>();

  private Sentences() {}

  static List<Sentence> of(JsonNode content) {
    Sentences all = new Sentences();
    all.look("", content);
    return all.sentences;
  }

  private void look(String path, JsonNode value) {
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      look(path + "[" + i + "]", value.get(i));
    }
    value.properties().stream()
        .filter(field -> !ASIDE.contains(field.getKey()))
        .forEach(field ->
            look(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue()));
    if (value.isString()) {
      Wording.sentences(value.stringValue()).forEach(one -> sentences.add(new Sentence(path, one)));
    }
  }
}
