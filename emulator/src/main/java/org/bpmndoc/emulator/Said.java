package org.bpmndoc.emulator;

import java.util.Optional;
import org.bpmndoc.emulator.fault.AnswerFault;
import org.bpmndoc.emulator.token.Tokenizer;

/// What a model says, why it stops, and how many tokens of output that is.
record Said(String text, String stopReason, long tokens) {

  private static final String REFUSAL = "I cannot help with that.";
  private static final String OTHER_STRUCTURE = "{\"answer\":\"of another structure\"}";

  /// `room` is how many tokens there may be. Faults that end an error are none of its business.
  static Said of(String text, long room, Tokenizer tokenizer, Optional<AnswerFault> fault) {
    return switch (fault.orElse(null)) {
      case AnswerFault.Refusal() -> said(REFUSAL, "refusal", tokenizer);
      case AnswerFault.MaxTokens() -> new Said(half(text, tokenizer), "max_tokens", room);
      case AnswerFault.ContextWindow() ->
          said(half(text, tokenizer), "model_context_window_exceeded", tokenizer);
      case AnswerFault.InvalidStructure() -> said(OTHER_STRUCTURE, "end_turn", tokenizer);
      case AnswerFault.Errored _, AnswerFault.Expired() ->
          throw new IllegalArgumentException("nothing is said where " + fault + " strikes");
      case null ->
          tokenizer.count(text) <= room
              ? said(text, "end_turn", tokenizer)
              : new Said(tokenizer.first(text, room), "max_tokens", room);
    };
  }

  private static Said said(String text, String stopReason, Tokenizer tokenizer) {
    return new Said(text, stopReason, tokenizer.count(text));
  }

  private static String half(String text, Tokenizer tokenizer) {
    return tokenizer.first(text, tokenizer.count(text) / 2);
  }
}
