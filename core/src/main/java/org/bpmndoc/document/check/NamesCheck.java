package org.bpmndoc.document.check;

import java.util.List;
import org.bpmndoc.document.Finding;
import tools.jackson.databind.JsonNode;

/// What is named is named in the facts: half of the words of its name stand there. A single word
/// may well be another form of one that does.
final class NamesCheck {

  private static final double SHARE_MIN = 0.5;

  private NamesCheck() {}

  static List<Finding> of(JsonNode content, String field, Grounds grounds) {
    Ideas ideas = new Ideas(Wording.words(grounds.words()));
    return Item.of(content, field).stream()
        .filter(item -> Wording.content(item.text("name")).size() > 1)
        .filter(item -> ideas.share(item.text("name")) < SHARE_MIN)
        .map(item ->
            item.gap(
                "name-unknown", "nothing in the model is called \"" + item.text("name") + "\""))
        .toList();
  }
}
