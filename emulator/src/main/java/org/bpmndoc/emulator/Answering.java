package org.bpmndoc.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bpmndoc.emulator.cache.CacheUse;
import org.bpmndoc.emulator.cache.Prompt;
import org.bpmndoc.emulator.cache.PromptCache;
import org.bpmndoc.emulator.cache.Visit;
import org.bpmndoc.emulator.fault.AnswerFault;
import org.bpmndoc.emulator.token.Tokenizer;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Prices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers one request, whichever way it came: checks it, has it written, counts tokens.
final class Answering {

  private final Writer writer;
  private final Prices prices;
  private final Thinking thinking;
  private final ParamsCheck check;

  Answering(EmulatorSettings settings) {
    this.writer = settings.writer();
    this.prices = settings.prices();
    this.thinking = settings.thinking();
    this.check = new ParamsCheck(prices);
  }

  /// A message, what of its prompt was cached, and what it costs.
  record Answered(ObjectNode message, CacheUse cached, Bill.Line paid) {}

  /// Who is billed: what the answer is called on the bill, and the batch that it belongs to.
  record Payer(String what, Optional<String> batch) {

    Channel channel() {
      return batch.isPresent() ? Channel.BATCH : Channel.DIRECT;
    }
  }

  Answered answer(
      JsonNode params,
      ApiVersion version,
      String messageId,
      Payer payer,
      Optional<AnswerFault> fault,
      PromptCache cache)
      throws Refusal {
    Prompt prompt = check.all(params, version, payer.channel());
    if (fault.orElse(null) instanceof AnswerFault.Errored errored) {
      throw new Refusal(errored.type().status(), errored.type().word(), errored.message());
    }
    Visit visit = cache.visit(prompt);
    return switch (written(params)) {
      case Answer.Refused refused ->
          throw new Refusal(refused.status(), refused.type(), refused.message());
      case Answer.Text answer -> {
        cache.leave(visit);
        Said said = Said.of(answer.text(), room(params, prompt), fault);
        Spent spent = new Spent(prompt.tokens(), visit.use(), said.tokens(), said.thinkingTokens());
        yield answered(params, messageId, payer, said, spent);
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

  /// The same request is always thought about for as long.
  private Said.Room room(JsonNode params, Prompt prompt) {
    String model = params.path("model").stringValue();
    JsonNode asked = params.path("thinking");
    long room = params.path("max_tokens").longValue();
    long drawn =
        ModelTraits.of(model).thinks(asked.path("type").asString(""))
            ? thinking.tokens(prompt.digest())
            : 0;
    long most = Math.min(room, asked.path("budget_tokens").asLong(room));
    return new Said.Room(room, Math.min(drawn, most), Tokenizer.of(model));
  }

  ObjectNode count(JsonNode params, ApiVersion version) throws Refusal {
    return JsonNodeFactory.instance
        .objectNode()
        .put("input_tokens", check.prompt(params, version).tokens());
  }

  private Answered answered(
      JsonNode params, String messageId, Payer payer, Said said, Spent spent) {
    String model = params.path("model").stringValue();
    return new Answered(
        MessageJson.of(messageId, model, said, spent, payer.channel()),
        spent.cached(),
        new Bill.Line(
            payer.what(),
            Sha256.of(params.toString().getBytes(StandardCharsets.UTF_8)),
            payer.batch(),
            model,
            payer.channel(),
            spent.usage(),
            spent.cost(prices.model(model), payer.channel())));
  }
}
