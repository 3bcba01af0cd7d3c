package org.bpmndoc.emulator.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.emulator.token.Tokenizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Takes a request apart into blocks, in the order in which a model reads them: tools, system,
/// messages.
final class Blocks {

  static final String CACHE_CONTROL = "cache_control";

  /// Assumed: what a message costs besides what it says.
  static final int MESSAGE_TOKENS = 4;

  private final Tokenizer tokenizer;
  private final List<Block> blocks = new ArrayList<>();

  private Blocks(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  static List<Block> of(JsonNode params, Tokenizer tokenizer) {
    Blocks read = new Blocks(tokenizer);
    read.addAll("tools", "tools", params.path("tools"), 0);
    read.addAll("system", "system", params.path("system"), 0);
    int number = 0;
    for (JsonNode message : params.path("messages")) {
      String path = "messages." + number++ + ".content";
      read.addAll(message.path("role").asString(""), path, message.path("content"), MESSAGE_TOKENS);
    }
    return List.copyOf(read.blocks);
  }

  /// `more` tokens are added to the first of them.
  private void addAll(String place, String path, JsonNode content, long more) {
    if (!content.isArray()) {
      if (!content.isMissingNode() && !content.isNull()) {
        add(place, path, content, more);
      }
      return;
    }
    for (int i = 0; i < content.size(); i++) {
      add(place, path + "." + i, content.get(i), i == 0 ? more : 0);
    }
  }

  private void add(String place, String path, JsonNode block, long more) {
    Optional<JsonNode> control =
        Optional.of(block.path(CACHE_CONTROL))
            .filter(node -> !node.isMissingNode() && !node.isNull());
    JsonNode content = plain(block);
    blocks.add(new Block(place, path, content, control, more + tokens(content)));
  }

  /// A text alone is short for a block of it.
  private static JsonNode plain(JsonNode block) {
    return switch (block) {
      case StringNode text ->
          JsonNodeFactory.instance.objectNode().put("type", "text").put("text", text.stringValue());
      case ObjectNode object when object.has(CACHE_CONTROL) -> {
        ObjectNode plain = object.deepCopy();
        plain.remove(CACHE_CONTROL);
        yield plain;
      }
      default -> block;
    };
  }

  private long tokens(JsonNode content) {
    JsonNode text = content.path("text");
    return tokenizer.count(text.isString() ? text.stringValue() : content.toString());
  }
}
