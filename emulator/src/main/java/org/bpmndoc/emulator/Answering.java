package org.bpmndoc.emulator;

import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Prices;
import org.bpmndoc.plan.Usage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers one request, whichever way it came: checks it, has it written, counts tokens.
final class Answering {

  private final Writer writer;
  private final Prices prices;
  private final ParamsCheck check;

  Answering(Writer writer, Prices prices) {
    this.writer = writer;
    this.prices = prices;
    this.check = new ParamsCheck(prices);
  }

  /// A message, and what it costs.
  record Answered(ObjectNode message, Bill.Line paid) {}

  /// `what` names the answer on the bill.
  Answered answer(
      JsonNode params, ApiVersion version, Channel channel, String messageId, String what)
      throws Refusal {
    check.all(params, version, channel);
    return switch (written(params)) {
      case Answer.Refused refused ->
          throw new Refusal(refused.status(), refused.type(), refused.message());
      case Answer.Text answer -> message(params, channel, messageId, what, answer.text());
    };
  }

  /// A writer that breaks is an error of the API, and harms no other request.
  private Answer written(JsonNode params) {
    try {
      return writer.answer(params);
    } catch (RuntimeException bug) {
      return new Answer.Refused(500, "api_error", "Internal server error: " + bug);
    }
  }

  ObjectNode count(JsonNode params, ApiVersion version) throws Refusal {
    check.prompt(params, version);
    return JsonNodeFactory.instance.objectNode().put("input_tokens", TokenCount.ofPrompt(params));
  }

  private Answered message(
      JsonNode params, Channel channel, String messageId, String what, String text) {
    long room = params.path("max_tokens").longValue();
    long needed = TokenCount.of(text);
    boolean fits = needed <= room;
    String model = params.path("model").stringValue();
    Usage usage = Usage.of(TokenCount.ofPrompt(params), Math.min(needed, room));
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message
        .put("id", messageId)
        .put("type", "message")
        .put("role", "assistant")
        .put("model", model);
    message
        .putArray("content")
        .addObject()
        .put("type", "text")
        .put("text", fits ? text : TokenCount.first(text, room))
        .putNull("citations");
    message
        .put("stop_reason", fits ? "end_turn" : "max_tokens")
        .putNull("stop_sequence")
        .putNull("container");
    message.set("usage", usage(usage, channel));
    return new Answered(
        message, new Bill.Line(what, model, channel, usage, prices.cost(model, usage, channel)));
  }

  private static ObjectNode usage(Usage usage, Channel channel) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("input_tokens", usage.inputTokens())
        .put("cache_creation_input_tokens", usage.cacheWriteTokens())
        .put("cache_read_input_tokens", usage.cacheReadTokens());
    json.putObject("cache_creation")
        .put("ephemeral_5m_input_tokens", 0)
        .put("ephemeral_1h_input_tokens", usage.cacheWriteTokens());
    return json.put("output_tokens", usage.outputTokens())
        .put("service_tier", tier(channel))
        .put("inference_geo", "global");
  }

  private static String tier(Channel channel) {
    return switch (channel) {
      case BATCH -> "batch";
      case DIRECT -> "standard";
    };
  }
}
