package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/// The texts of a document, each with the field it stands in.
final class Texts {

  record Text(String path, String text) {}

  /// What asks, wishes, names or refers claims nothing.
  private static final Set<String> NO_CLAIMS =
      Set.of(
          "openQuestions",
          "question",
          "goal",
          "value",
          "name",
          "kind",
          AliasCheck.ELEMENTS,
          AliasCheck.FLOW);

  private Texts() {}

  /// All but what stands in fields of these names.
  static List<Text> of(JsonNode content, Set<String> aside) {
    List<Text> texts = new ArrayList<>();
    walk("", content, aside, (path, text) -> texts.add(new Text(path, text)));
    return texts;
  }

  /// The sentences that claim something.
  static List<Text> sentences(JsonNode content) {
    return of(content, NO_CLAIMS).stream()
        .flatMap(
            text -> Wording.sentences(text.text()).stream().map(one -> new Text(text.path(), one)))
        .toList();
  }

  private static void walk(
      String path, JsonNode value, Set<String> aside, BiConsumer<String, String> found) {
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      walk(path + "[" + i + "]", value.get(i), aside, found);
    }
    value.properties().stream()
        .filter(field -> !aside.contains(field.getKey()))
        .forEach(field ->
            walk(
                path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                field.getValue(),
                aside,
                found));
    if (value.isString()) {
      found.accept(path, value.stringValue());
    }
  }
}
