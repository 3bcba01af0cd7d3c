package org.bpmndoc.emulator;

import org.bpmndoc.plan.Channel;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An answer as the API shows it. A model that stops before its first word leaves no content; what
/// it thought is only counted.
final class MessageJson {

  private MessageJson() {}

  static ObjectNode of(String id, String model, Said said, Spent spent, Channel channel) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("id", id).put("type", "message").put("role", "assistant").put("model", model);
    ArrayNode content = message.putArray("content");
    if (!said.text().isEmpty()) {
      content.addObject().put("type", "text").put("text", said.text()).putNull("citations");
    }
    message.put("stop_reason", said.stopReason()).putNull("stop_sequence").putNull("container");
    message.set("usage", usage(spent, channel));
    return message;
  }

  private static ObjectNode usage(Spent spent, Channel channel) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("input_tokens", spent.input())
        .put("cache_creation_input_tokens", spent.cached().written())
        .put("cache_read_input_tokens", spent.cached().read());
    json.putObject("cache_creation")
        .put("ephemeral_5m_input_tokens", spent.cached().writtenFor5m())
        .put("ephemeral_1h_input_tokens", spent.cached().writtenFor1h());
    json.put("output_tokens", spent.output());
    json.putObject("output_tokens_details").put("thinking_tokens", spent.thinking());
    return json.put("service_tier", tier(channel)).put("inference_geo", "global");
  }

  private static String tier(Channel channel) {
    return switch (channel) {
      case BATCH -> "batch";
      case DIRECT -> "standard";
    };
  }
}
