package org.bpmndoc.document;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a kind of document must contain.
///
/// `title` is for people ("Feature Goal"). `instructions` is the text of the prompt that all
/// requests of this contract share. `schema` is a JSON Schema (2020-12) within what structured
/// output can express: every property required, no additional ones. What it cannot express stands
/// in `counts` and is asked for in the prompt and checked afterwards. `answerTokensMax` is the
/// longest answer, without room for thinking.
public record Contract(
    ContractId id,
    String title,
    String instructions,
    JsonNode schema,
    List<Count> counts,
    int answerTokensMax) {

  public Contract {
    counts = List.copyOf(counts);
  }

  /// How many items the list at a top-level `field` should have.
  public record Count(String field, int min, int max) {}
}
