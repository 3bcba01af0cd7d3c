package org.bpmndoc.emulator;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.Usage;
import com.anthropic.models.messages.batches.BatchCreateParams;
import com.anthropic.models.messages.batches.MessageBatchIndividualResponse;
import java.util.Comparator;
import java.util.List;
import org.bpmndoc.emulator.token.Tokenizer;

/// Requests that share long instructions with a breakpoint at their end, and what came of that.
final class SharedRules {

  static final String RULES = "The customer sends an application. ".repeat(200);
  static final long RULES_TOKENS = Tokenizer.CURRENT.count(RULES);

  private SharedRules() {}

  /// How many tokens of a prompt were read from the cache and written to it.
  record Used(long read, long writtenFor5m, long writtenFor1h) {

    static final Used NOTHING = new Used(0, 0, 0);
    static final Used READ = new Used(RULES_TOKENS, 0, 0);
    static final Used WRITTEN = new Used(0, 0, RULES_TOKENS);

    static Used of(Usage usage) {
      return new Used(
          usage.cacheReadInputTokens().orElseThrow(),
          usage.cacheCreation().orElseThrow().ephemeral5mInputTokens(),
          usage.cacheCreation().orElseThrow().ephemeral1hInputTokens());
    }
  }

  static String batch(AnthropicClient client, CacheControlEphemeral.Ttl ttl, String... facts) {
    BatchCreateParams.Builder batch = BatchCreateParams.builder();
    for (int i = 0; i < facts.length; i++) {
      batch.addRequest(
          BatchCreateParams.Request.builder()
              .customId("r" + i)
              .params(
                  BatchCreateParams.Request.Params.builder()
                      .model(House.MODEL)
                      .maxTokens(100)
                      .systemOfTextBlockParams(rules(ttl))
                      .addUserMessage(facts[i])
                      .build())
              .build());
    }
    return client.messages().batches().create(batch.build()).id();
  }

  static String batch(House house, String... facts) {
    return batch(house.client, CacheControlEphemeral.Ttl.TTL_1H, facts);
  }

  static List<Usage> usages(House house, String batch) {
    try (StreamResponse<MessageBatchIndividualResponse> lines =
        house.client.messages().batches().resultsStreaming(batch)) {
      return lines.stream()
          .sorted(Comparator.comparing(MessageBatchIndividualResponse::customId))
          .filter(line -> line.result().isSucceeded())
          .map(line -> line.result().asSucceeded().message().validate().usage())
          .toList();
    }
  }

  static List<Used> used(House house, String batch) {
    return usages(house, batch).stream().map(Used::of).toList();
  }

  static Usage direct(AnthropicClient client, String facts) {
    return client
        .messages()
        .create(
            MessageCreateParams.builder()
                .model(House.MODEL)
                .maxTokens(100)
                .systemOfTextBlockParams(rules(CacheControlEphemeral.Ttl.TTL_1H))
                .addUserMessage(facts)
                .build())
        .validate()
        .usage();
  }

  static Used direct(House house, String facts) {
    return Used.of(direct(house.client, facts));
  }

  private static List<TextBlockParam> rules(CacheControlEphemeral.Ttl ttl) {
    return List.of(
        TextBlockParam.builder()
            .text(RULES)
            .cacheControl(CacheControlEphemeral.builder().ttl(ttl).build())
            .build());
  }
}
