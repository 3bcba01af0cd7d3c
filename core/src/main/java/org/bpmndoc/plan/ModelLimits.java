package org.bpmndoc.plan;

/// How much one model takes and gives in a request: prompt and answer together, and the answer
/// alone.
public record ModelLimits(long contextWindowTokens, int answerTokensMax) {

  public ModelLimits {
    if (answerTokensMax < 1 || contextWindowTokens < answerTokensMax) {
      throw new IllegalArgumentException(
          "an answer of %d tokens does not go into a window of %d"
              .formatted(answerTokensMax, contextWindowTokens));
    }
  }
}
