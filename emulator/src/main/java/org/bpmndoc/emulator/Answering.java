package org.bpmndoc.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bpmndoc.emulator.fault.AnswerFault;
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

  /// Who is billed: what the answer is called on the bill, and the batch that it belongs to.
  record Payer(String what, Optional<String> batch) {}

  Answered answer(
      JsonNode params,
      ApiVersion version,
      Channel channel,
      String messageId,
      Payer payer,
      Optional<AnswerFault> fault)
      throws Refusal {
    check.all(params, version, channel);
    if (fault.orElse(null) instanceof AnswerFault.Errored errored) {
      throw new Refusal(errored.type().status(), errored.type().word(), errored.message());
    }
    return switch (written(params)) {
      case Answer.Refused refused ->
          throw new Refusal(refused.status(), refused.type(), refused.message());
      case Answer.Text answer -> {
        Said said = Said.of(answer.text(), params.path("max_tokens").longValue(), fault);
        yield message(params, channel, messageId, payer, said);
      }
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
      JsonNode params, Channel channel, String messageId, Payer payer, Said said) {
    String model = params.path("model").stringValue();
    Usage usage = Usage.of(TokenCount.ofPrompt(params), said.tokens());
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
        .put("text", said.text())
        .putNull("citations");
    message.put("stop_reason", said.stopReason()).putNull("stop_sequence").putNull("container");
    message.set("usage", usage(usage, channel));
    return new Answered(
        message,
        new Bill.Line(
            payer.what(),
            Sha256.of(params.toString().getBytes(StandardCharsets.UTF_8)),
            payer.batch(),
            model,
            channel,
            usage,
            prices.cost(model, usage, channel)));
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
