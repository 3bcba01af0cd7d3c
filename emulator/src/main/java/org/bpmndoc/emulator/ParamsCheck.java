package org.bpmndoc.emulator;

import java.util.List;
import java.util.Set;
import org.bpmndoc.emulator.cache.Prompt;
import org.bpmndoc.emulator.cache.UnusableBreakpointsException;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.ModelLimits;
import org.bpmndoc.plan.Prices;
import tools.jackson.databind.JsonNode;

/// Refuses the params that the API would refuse. Those that it takes and this emulator does not are
/// refused, too, and the message says so: nothing is passed over in silence.
final class ParamsCheck {

  private static final List<String> SAMPLING = List.of("temperature", "top_p", "top_k");

  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "messages",
          "max_tokens",
          "system",
          "metadata",
          "output_config",
          "thinking",
          "service_tier",
          "inference_geo",
          "cache_control",
          "temperature",
          "top_p",
          "top_k",
          "tools",
          "tool_choice",
          "stream",
          "stop_sequences");

  /// Not in a batch. Assumed: shown in the result, not refused at creation.
  private static final Set<String> DIRECT_ONLY =
      Set.of(
          "speed", "store", "previous_thread_event_id", "cache_hint", "context_hint", "fallbacks");

  private static final Set<String> NOT_EMULATED = Set.of("tools", "stop_sequences");

  private final Prices prices;

  ParamsCheck(Prices prices) {
    this.prices = prices;
  }

  /// What a count of tokens needs; that prompt is what it gives back.
  Prompt prompt(JsonNode params, ApiVersion version) throws Refusal {
    String model = PromptCheck.text(params, "model");
    if (!prices.models().containsKey(model)) {
      throw Refusal.notFound("model: " + model);
    }
    PromptCheck.messages(params, ModelTraits.of(model));
    sampling(params, ModelTraits.of(model), version);
    SchemaCheck.check(params.path("output_config").path("format"));
    try {
      return Prompt.of(params);
    } catch (UnusableBreakpointsException e) {
      throw Refusal.invalid(e.reason());
    }
  }

  Prompt all(JsonNode params, ApiVersion version, Channel channel) throws Refusal {
    Prompt prompt = prompt(params, version);
    fields(params, channel);
    String model = params.path("model").stringValue();
    ModelTraits traits = ModelTraits.of(model);
    String choice = params.path("tool_choice").path("type").asString("");
    if (Set.of("any", "tool").contains(choice) && !traits.takesForcedTools()) {
      throw Refusal.invalid(
          "tool_choice: type \"" + choice + "\" is not supported by " + model + ".");
    }
    String thinking = params.path("thinking").path("type").asString("");
    if (thinking.equals("enabled") && !traits.takesBudget()
        || thinking.equals("disabled") && !traits.takesNoThinking()) {
      throw Refusal.invalid(
          "thinking.type: \"" + thinking + "\" is not supported by " + model + ".");
    }
    for (String field : NOT_EMULATED) {
      if (!params.path(field).isEmpty()) {
        throw Refusal.invalid(field + ": this emulator does not support it");
      }
    }
    size(params, prompt.tokens(), prices.limits(model));
    return prompt;
  }

  private static void fields(JsonNode params, Channel channel) throws Refusal {
    for (String field : params.propertyNames()) {
      if (channel == Channel.BATCH && DIRECT_ONLY.contains(field)) {
        throw Refusal.invalid(field + ": not supported in a batch");
      }
      if (!KNOWN.contains(field)) {
        throw Refusal.invalid(field + ": Extra inputs are not permitted");
      }
    }
    if (params.path("stream").asBoolean(false)) {
      throw Refusal.invalid(
          channel == Channel.BATCH
              ? "stream: not supported in a batch"
              : "stream: this emulator does not support it");
    }
  }

  private static void sampling(JsonNode params, ModelTraits traits, ApiVersion version)
      throws Refusal {
    for (String field : SAMPLING) {
      JsonNode value = params.path(field);
      boolean usual = !field.equals("top_k") && value.isNumber() && value.doubleValue() == 1;
      boolean refused =
          switch (version) {
            case V2026_10_21 -> !value.isMissingNode();
            case V2023_06_01 -> !value.isMissingNode() && !usual && !traits.takesSampling();
          };
      if (refused) {
        throw Refusal.invalid(field + ": not supported");
      }
    }
  }

  private static void size(JsonNode params, long prompt, ModelLimits limits) throws Refusal {
    JsonNode answer = params.path("max_tokens");
    if (!answer.isIntegralNumber()) {
      throw Refusal.invalid(
          "max_tokens: "
              + (answer.isMissingNode() ? "Field required" : "Input should be an integer"));
    }
    if (answer.longValue() < 1) {
      throw Refusal.invalid("max_tokens: Input should be greater than or equal to 1");
    }
    if (answer.longValue() > limits.answerTokensMax()) {
      throw Refusal.invalid(
          "max_tokens: %d > %d, which is the maximum allowed number of output tokens for %s"
              .formatted(
                  answer.longValue(),
                  limits.answerTokensMax(),
                  params.path("model").stringValue()));
    }
    if (prompt > limits.contextWindowTokens()) {
      throw Refusal.invalid(
          "prompt is too long: %d tokens > %d maximum"
              .formatted(prompt, limits.contextWindowTokens()));
    }
  }
}
