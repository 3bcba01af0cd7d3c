package org.bpmndoc.emulator.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.batches.BatchCreateParams;
import com.anthropic.models.messages.batches.MessageBatchIndividualResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.Thinking;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The writer behind the emulator, asked by the vendor's own client.
class OverHttpTest {

  @Test
  void a_batch_of_rendered_requests_comes_back_as_documents() throws Exception {
    List<Desk.Written> drafts =
        List.copyOf(Desk.write(Path.of("src/test/resources/offline/order"), "en").values());
    BatchCreateParams.Builder batch = BatchCreateParams.builder();
    for (int i = 0; i < drafts.size(); i++) {
      batch.addRequest(request("r" + i, drafts.get(i).rendering().request()));
    }
    try (Emulator emulator =
        Emulator.start(
            EmulatorSettings.of(new OfflineWriter())
                .withKey("random")
                .withThinking(Thinking.NONE))) {
      AnthropicClient client =
          AnthropicOkHttpClient.builder()
              .baseUrl(emulator.baseUrl().toString())
              .apiKey("random")
              .maxRetries(0)
              .build();

      String id = client.messages().batches().create(batch.build()).id();

      try (StreamResponse<MessageBatchIndividualResponse> results =
          client.messages().batches().resultsStreaming(id)) {
        assertThat(results.stream())
            .hasSameSizeAs(drafts)
            .allSatisfy(line ->
                assertThat(
                        line.result().asSucceeded().message().content().getFirst().asText().text())
                    .isEqualTo(drafts.get(Integer.parseInt(line.customId().substring(1))).text()));
      }
      assertThat(emulator.bill().lines()).hasSameSizeAs(drafts);
      client.close();
    }
  }

  private static BatchCreateParams.Request request(
      String customId, org.bpmndoc.prompt.Request request) {
    JsonOutputFormat.Schema.Builder schema = JsonOutputFormat.Schema.builder();
    Map<?, ?> fields = JsonMapper.shared().convertValue(request.answerSchema(), Map.class);
    fields.forEach(
        (name, value) -> schema.putAdditionalProperty((String) name, JsonValue.from(value)));
    return BatchCreateParams.Request.builder()
        .customId(customId)
        .params(
            BatchCreateParams.Request.Params.builder()
                .model(request.model())
                .maxTokens(request.answerTokensMax())
                .system(request.instructions())
                .addUserMessage(request.facts())
                .outputConfig(
                    OutputConfig.builder()
                        .format(JsonOutputFormat.builder().schema(schema.build()).build())
                        .build())
                .build())
        .build();
  }
}
