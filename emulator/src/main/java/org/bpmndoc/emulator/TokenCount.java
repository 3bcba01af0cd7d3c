package org.bpmndoc.emulator;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// The emulator's own count of tokens: one for every started three bytes of UTF-8.
///
/// No tokenizer, only a rule that is the same everywhere and near what current models count for
/// compact JSON and for English or Swedish prose. A prompt is what a model would read of it: its
/// system, messages, tools and answer schema, written as compact JSON.
public final class TokenCount {

  private static final int BYTES_PER_TOKEN = 3;

  private TokenCount() {}

  public static long of(String text) {
    long bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return (bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }

  public static long ofPrompt(JsonNode params) {
    return of(spoken(params.path("system")))
        + params.path("messages").valueStream().mapToLong(TokenCount::ofMessage).sum()
        + of(spoken(params.path("tools")))
        + of(spoken(params.path("output_config").path("format").path("schema")));
  }

  /// The beginning of a text that has at most `tokens` tokens.
  static String first(String text, long tokens) {
    long left = tokens * BYTES_PER_TOKEN;
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      left -= Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }

  private static long ofMessage(JsonNode message) {
    return of(message.path("role").asString("")) + of(spoken(message.path("content")));
  }

  private static String spoken(JsonNode value) {
    return value.isString() ? value.stringValue() : value.isMissingNode() ? "" : value.toString();
  }
}
