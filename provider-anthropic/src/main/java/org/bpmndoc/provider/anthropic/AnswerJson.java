package org.bpmndoc.provider.anthropic;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.plan.Usage;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the API answers: batches, messages and counts. What a thing cannot do without makes
/// it unreadable, that is empty; everything else may lack or be new.
final class AnswerJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private AnswerJson() {}

  /// Throws JacksonException where it is no JSON.
  static JsonNode read(byte[] json) {
    return MAPPER.readTree(json);
  }

  /// The counts say nothing before the end, but their sum is always the number of requests.
  static Optional<BatchSnapshot> batch(JsonNode batch) {
    String id = batch.path("id").asString("");
    Optional<Instant> created = instant(batch.path("created_at"));
    Optional<Instant> expires = instant(batch.path("expires_at"));
    JsonNode counts = batch.path("request_counts");
    if (id.isEmpty() || created.isEmpty() || expires.isEmpty() || !counts.isObject()) {
      return Optional.empty();
    }
    int requests = counts.values().stream().mapToInt(count -> count.asInt(0)).sum();
    boolean ended = batch.path("processing_status").asString("").equals("ended");
    Optional<Instant> endedAt = instant(batch.path("ended_at")).or(() -> created);
    return Optional.of(
        new BatchSnapshot(id, requests, created.get(), expires.get(), endedAt.filter(_ -> ended)));
  }

  private static Optional<Instant> instant(JsonNode time) {
    try {
      return Optional.of(Instant.parse(time.asString("")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Outcome.Succeeded> message(JsonNode message) {
    if (!message.path("content").isArray()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode block : message.path("content")) {
      if (block.path("type").asString("").equals("text")) {
        text.append(block.path("text").asString(""));
      }
    }
    return Optional.of(
        new Outcome.Succeeded(
            text.toString(),
            stop(message.path("stop_reason").asString("")),
            usage(message.path("usage")),
            message.path("model").asString(""),
            message.path("usage").path("inference_geo").asString("")));
  }

  static Optional<Long> promptTokens(JsonNode count) {
    JsonNode tokens = count.path("input_tokens");
    return tokens.isIntegralNumber() && tokens.canConvertToLong() && tokens.longValue() >= 0
        ? Optional.of(tokens.longValue())
        : Optional.empty();
  }

  private static Outcome.Stop stop(String reason) {
    return switch (reason) {
      case "end_turn" -> Outcome.Stop.END_TURN;
      case "max_tokens" -> Outcome.Stop.MAX_TOKENS;
      case "refusal" -> Outcome.Stop.REFUSAL;
      case "model_context_window_exceeded" -> Outcome.Stop.CONTEXT_WINDOW;
      default -> Outcome.Stop.OTHER;
    };
  }

  private static Usage usage(JsonNode usage) {
    return new Usage(
        tokens(usage, "input_tokens"),
        tokens(usage, "output_tokens"),
        tokens(usage, "cache_read_input_tokens"),
        tokens(usage, "cache_creation_input_tokens"));
  }

  private static long tokens(JsonNode usage, String name) {
    return Math.max(0, usage.path(name).asLong(0));
  }
}
