package org.bpmndoc.emulator;

import org.bpmndoc.emulator.token.Tokenizer;
import tools.jackson.databind.JsonNode;

/// The emulator's own count of tokens. A prompt is what a model would read of it: its system,
/// messages, tools and answer schema, written as compact JSON.
public final class TokenCount {

  private TokenCount() {}

  public static long of(String text) {
    return Tokenizer.CURRENT.count(text);
  }

  public static long ofPrompt(JsonNode params) {
    return of(spoken(params.path("system")))
        + params.path("messages").valueStream().mapToLong(TokenCount::ofMessage).sum()
        + of(spoken(params.path("tools")))
        + of(spoken(params.path("output_config").path("format").path("schema")));
  }

  /// The beginning of a text that has at most `tokens` tokens.
  static String first(String text, long tokens) {
    return Tokenizer.CURRENT.first(text, tokens);
  }

  private static long ofMessage(JsonNode message) {
    return of(message.path("role").asString("")) + of(spoken(message.path("content")));
  }

  private static String spoken(JsonNode value) {
    return value.isString() ? value.stringValue() : value.isMissingNode() ? "" : value.toString();
  }
}
