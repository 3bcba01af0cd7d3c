package org.bpmndoc.emulator;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Whether the messages of a request are such.
final class PromptCheck {

  private static final Set<String> ROLES = Set.of("user", "assistant");

  private PromptCheck() {}

  static String text(JsonNode params, String field) throws Refusal {
    JsonNode value = params.path(field);
    if (!value.isString() || value.stringValue().isEmpty()) {
      throw Refusal.invalid(
          field + ": " + (value.isMissingNode() ? "Field required" : "Input should be a string"));
    }
    return value.stringValue();
  }

  static void messages(JsonNode params, ModelTraits traits) throws Refusal {
    JsonNode messages = params.path("messages");
    if (!messages.isArray()) {
      throw Refusal.invalid(
          "messages: "
              + (messages.isMissingNode() ? "Field required" : "Input should be a valid list"));
    }
    if (messages.isEmpty()) {
      throw Refusal.invalid("messages: at least one message is required");
    }
    for (int i = 0; i < messages.size(); i++) {
      message(messages.get(i), "messages." + i);
    }
    boolean prefilled =
        messages.get(messages.size() - 1).path("role").asString("").equals("assistant");
    if (prefilled && !traits.takesPrefill()) {
      throw Refusal.invalid("messages: the last one must be of the role \"user\"");
    }
  }

  private static void message(JsonNode message, String at) throws Refusal {
    if (!ROLES.contains(message.path("role").asString(""))) {
      throw Refusal.invalid(at + ".role: Input should be 'user' or 'assistant'");
    }
    JsonNode content = message.path("content");
    boolean text = content.isString() && !content.stringValue().isBlank();
    boolean blocks = content.isArray() && !content.isEmpty();
    if (!text && !blocks) {
      throw Refusal.invalid(at + ".content: at least one block of content is required");
    }
    for (int i = 0; blocks && i < content.size(); i++) {
      if (!content.get(i).path("text").isString()) {
        throw Refusal.invalid(
            at + ".content." + i + ": this emulator supports blocks of type \"text\" only");
      }
    }
  }
}
