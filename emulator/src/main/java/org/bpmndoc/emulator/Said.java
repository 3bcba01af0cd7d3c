package org.bpmndoc.emulator;

import java.util.Optional;
import org.bpmndoc.emulator.fault.AnswerFault;

/// What a model says, why it stops, and how many tokens of output that is.
record Said(String text, String stopReason, long tokens) {

  private static final String REFUSAL = "I cannot help with that.";
  private static final String OTHER_STRUCTURE = "{\"answer\":\"of another structure\"}";

  /// `room` is how many tokens there may be. Faults that end an error are none of its business.
  static Said of(String text, long room, Optional<AnswerFault> fault) {
    return switch (fault.orElse(null)) {
      case AnswerFault.Refusal() -> said(REFUSAL, "refusal");
      case AnswerFault.MaxTokens() -> new Said(half(text), "max_tokens", room);
      case AnswerFault.ContextWindow() -> said(half(text), "model_context_window_exceeded");
      case AnswerFault.InvalidStructure() -> said(OTHER_STRUCTURE, "end_turn");
      case AnswerFault.Errored _, AnswerFault.Expired() ->
          throw new IllegalArgumentException("nothing is said where " + fault + " strikes");
      case null -> whole(text, room);
    };
  }

  private static Said whole(String text, long room) {
    long needed = TokenCount.of(text);
    return needed <= room
        ? new Said(text, "end_turn", needed)
        : new Said(TokenCount.first(text, room), "max_tokens", room);
  }

  private static Said said(String text, String stopReason) {
    return new Said(text, stopReason, TokenCount.of(text));
  }

  private static String half(String text) {
    return TokenCount.first(text, TokenCount.of(text) / 2);
  }
}
