package org.bpmndoc.emulator.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.emulator.token.Tokenizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a model reads of a request: the schema of the answer, then blocks of tools, system and
/// messages.
public final class Prompt {

  private final JsonNode params;
  private final List<Block> blocks;
  private final Breakpoints breakpoints;
  private final long schemaTokens;

  private Prompt(JsonNode params, List<Block> blocks, Breakpoints breakpoints, long schemaTokens) {
    this.params = params;
    this.blocks = blocks;
    this.breakpoints = breakpoints;
    this.schemaTokens = schemaTokens;
  }

  /// Of a request whose messages are such. Its tokens are counted here, once.
  public static Prompt of(JsonNode params) throws UnusableBreakpointsException {
    Tokenizer tokenizer = Tokenizer.of(params.path("model").asString(""));
    List<Block> blocks = Blocks.of(params, tokenizer);
    JsonNode schema = params.path("output_config").path("format").path("schema");
    return new Prompt(
        params,
        blocks,
        Breakpoints.of(blocks, params.path(Blocks.CACHE_CONTROL)),
        schema.isMissingNode() ? 0 : tokenizer.count(schema.toString()));
  }

  public long tokens() {
    return schemaTokens + blocks.stream().mapToLong(Block::tokens).sum();
  }

  /// The same for the same question to the same model, however it is to be cached, and whatever
  /// room the answer has.
  public String digest() {
    return prefixes("").getLast().hash();
  }

  boolean hasBreakpoints() {
    return !breakpoints.lifetimes().isEmpty();
  }

  String model() {
    return params.path("model").asString("");
  }

  /// One for each block. What is of another workspace, or was asked of another model, for another
  /// structure or with other thinking, begins otherwise; another choice of tools changes messages.
  List<Prefix> prefixes(String workspace) {
    List<Prefix> prefixes = new ArrayList<>(blocks.size());
    String hash = CanonicalJson.digest(start(workspace));
    long tokens = schemaTokens;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      ArrayNode link = JsonNodeFactory.instance.arrayNode().add(hash).add(block.place());
      link.add(block.content());
      if (block.isOfMessages()) {
        link.add(present(params.path("tool_choice")));
      }
      hash = CanonicalJson.digest(link);
      tokens += block.tokens();
      prefixes.add(new Prefix(hash, tokens, Optional.ofNullable(breakpoints.lifetimes().get(i))));
    }
    return prefixes;
  }

  private ArrayNode start(String workspace) {
    JsonNode output = params.path("output_config");
    return JsonNodeFactory.instance
        .arrayNode()
        .add(workspace)
        .add(model())
        .add(present(output.path("format")))
        .add(present(output.path("effort")))
        .add(present(params.path("thinking")));
  }

  private static JsonNode present(JsonNode node) {
    return node.isMissingNode() ? JsonNodeFactory.instance.nullNode() : node;
  }
}
