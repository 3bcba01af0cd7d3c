package org.bpmndoc.emulator;

import java.util.Optional;
import org.bpmndoc.emulator.fault.AnswerFault;
import org.bpmndoc.emulator.token.Tokenizer;

/// What a model says, why it stops, and how many tokens of output that is, with those that it
/// thought before.
record Said(String text, String stopReason, long tokens, long thinkingTokens) {

  private static final String REFUSAL = "I cannot help with that.";
  private static final String OTHER_STRUCTURE = "{\"answer\":\"of another structure\"}";

  /// How many tokens there may be, how many of them are gone for thinking, and how what is said is
  /// counted.
  record Room(long tokens, long thinking, Tokenizer tokenizer) {

    private long forText() {
      return tokens - thinking;
    }
  }

  /// Faults that end an error are none of its business.
  static Said of(String text, Room room, Optional<AnswerFault> fault) {
    return switch (fault.orElse(null)) {
      case AnswerFault.Refusal() -> said(REFUSAL, "refusal", room);
      case AnswerFault.MaxTokens() -> full(half(text, room), room);
      case AnswerFault.ContextWindow() ->
          said(half(text, room), "model_context_window_exceeded", room);
      case AnswerFault.InvalidStructure() -> said(OTHER_STRUCTURE, "end_turn", room);
      case AnswerFault.Errored _, AnswerFault.Expired() ->
          throw new IllegalArgumentException("nothing is said where " + fault + " strikes");
      case null -> whole(text, room);
    };
  }

  private static Said whole(String text, Room room) {
    return room.tokenizer().count(text) <= room.forText()
        ? said(text, "end_turn", room)
        : full(room.tokenizer().first(text, room.forText()), room);
  }

  private static Said full(String text, Room room) {
    return new Said(text, "max_tokens", room.tokens(), room.thinking());
  }

  private static Said said(String text, String stopReason, Room room) {
    long tokens = room.thinking() + room.tokenizer().count(text);
    return new Said(text, stopReason, tokens, room.thinking());
  }

  private static String half(String text, Room room) {
    return room.tokenizer().first(text, room.tokenizer().count(text) / 2);
  }
}
