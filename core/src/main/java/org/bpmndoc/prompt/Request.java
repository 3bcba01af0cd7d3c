package org.bpmndoc.prompt;

import tools.jackson.databind.JsonNode;

/// One prompt, whole, in no provider's terms.
///
/// `instructions` is the part all requests of a contract share and goes first; `facts` is the part
/// that differs and holds one block of facts between `<facts>` and `</facts>`. `answerSchema` is
/// the JSON Schema the answer must keep. `answerTokensMax` limits the answer and leaves room for
/// thinking.
public record Request(
    String model, String instructions, String facts, JsonNode answerSchema, int answerTokensMax) {

  public Request withAnswerTokensMax(int tokens) {
    return new Request(model, instructions, facts, answerSchema, tokens);
  }
}
