package org.bpmndoc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.core.JsonValue;
import com.anthropic.errors.NotFoundException;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.StopReason;
import java.util.Map;
import org.bpmndoc.emulator.token.Tokenizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MessagesTest {

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_message_is_answered_by_the_writer() {
    Message answer = house.client.messages().create(hello().build()).validate();

    assertThat(answer.content().getFirst().asText().text()).isEqualTo("You said: hello");
    assertThat(answer.stopReason()).contains(StopReason.END_TURN);
    assertThat(answer.usage().serviceTier().orElseThrow().asString()).isEqualTo("standard");
    assertThat(answer.usage().outputTokens()).isEqualTo(5);
  }

  @Test
  void an_answer_longer_than_max_tokens_is_cut_and_says_so() {
    Message answer = house.client.messages().create(hello().maxTokens(2).build());

    assertThat(answer.stopReason()).contains(StopReason.MAX_TOKENS);
    assertThat(answer.content().getFirst().asText().text()).isEqualTo("You said");
    assertThat(answer.usage().outputTokens()).isEqualTo(2);
  }

  @Test
  void structured_output_reaches_the_writer_with_its_schema() {
    Writer title =
        params ->
            new Answer.Text(
                params.at("/output_config/format/schema/title").asString("no title came"));
    try (House asked = new House(EmulatorSettings.of(title), House.HOUR)) {
      OutputConfig format =
          OutputConfig.builder()
              .format(
                  JsonOutputFormat.builder()
                      .schema(
                          JsonOutputFormat.Schema.builder()
                              .putAdditionalProperty("title", JsonValue.from("Epic"))
                              .putAdditionalProperty("type", JsonValue.from("object"))
                              .putAdditionalProperty("additionalProperties", JsonValue.from(false))
                              .putAdditionalProperty("properties", JsonValue.from(Map.of()))
                              .build())
                      .build())
              .build();

      Message answer = asked.client.messages().create(hello().outputConfig(format).build());

      assertThat(answer.content().getFirst().asText().text()).isEqualTo("Epic");
    }
  }

  @Test
  void tokens_are_counted_as_they_are_billed() {
    long counted =
        house
            .client
            .messages()
            .countTokens(
                MessageCountTokensParams.builder()
                    .model(House.MODEL)
                    .addUserMessage("hello")
                    .build())
            .inputTokens();

    assertThat(house.client.messages().create(hello().build()).usage().inputTokens())
        .isEqualTo(counted)
        .isEqualTo(Tokenizer.CURRENT.count("hello") + 4);
  }

  @Test
  void an_answer_is_compressed_for_whoever_takes_that() {
    House.Reply plain = house.post("/v1/messages", House.params(""));
    House.Reply gzip =
        house.send(
            "POST",
            "/v1/messages",
            House.params(""),
            "x-api-key",
            "k",
            "anthropic-version",
            "2026-10-21",
            "accept-encoding",
            "gzip");

    assertThat(plain.http().headers().firstValue("content-encoding")).isEmpty();
    assertThat(gzip.http().headers().firstValue("content-encoding")).contains("gzip");
    assertThat(gzip.http().body()).doesNotContain("You said");
  }

  @Test
  void a_model_without_a_price_is_not_found() {
    assertThatThrownBy(() -> house.client.messages().create(hello().model("claude-nobody").build()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("model: claude-nobody");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"temperature\": 1 | temperature: not supported",
        "\"top_k\": 3 | top_k: not supported",
        "\"tool_choice\": {\"type\": \"any\"} | tool_choice: type \"any\" is not supported by"
            + " claude-haiku-5-5.",
        "\"thinking\": {\"type\": \"enabled\"} | thinking.type: \"enabled\" is not supported by"
            + " claude-haiku-5-5.",
        "\"stream\": true | stream: this emulator does not support it",
        "\"stop_sequences\": [\"x\"] | stop_sequences: this emulator does not support it",
        "\"extra_body\": 1 | extra_body: Extra inputs are not permitted",
        "\"output_config\": {\"format\": {\"type\": \"json_schema\", \"schema\": {\"type\":"
            + " \"object\"}}} | output_config.format.schema: For 'object' type,"
            + " 'additionalProperties' must be explicitly set to false",
      })
  void what_the_api_would_not_take_is_an_invalid_request(String field, String message) {
    House.Reply direct = house.post("/v1/messages", House.params(field));
    assertThat(direct.status()).isEqualTo(400);
    assertThat(direct.error()).isEqualTo("invalid_request_error: " + message);
  }

  @Test
  void in_a_batch_it_is_an_errored_line() {
    JsonNode batch =
        house
            .post("/v1/messages/batches", House.batch("a", House.params("\"temperature\": 1")))
            .json();
    house.clock.advance(House.HOUR);

    String line =
        house.get("/v1/messages/batches/" + batch.get("id").asString() + "/results").http().body();

    assertThat(line)
        .isEqualTo(
            """
            {"custom_id":"a","result":{"type":"errored","error":{"type":"error","error":\
            {"type":"invalid_request_error","message":"temperature: not supported"},\
            "request_id":null}}}
            """);
  }

  @Test
  void the_older_version_still_takes_sampling_parameters_where_the_model_does() {
    String[] older = {"authorization", "Bearer k", "anthropic-version", "2023-06-01"};
    String sampled = House.params("\"temperature\": 0.5");

    assertThat(house.send("POST", "/v1/messages", sampled, older).status()).isEqualTo(200);
    assertThat(
            house
                .send("POST", "/v1/messages", sampled.replace("haiku-5-5", "opus-5-5"), older)
                .status())
        .isEqualTo(400);
  }

  private static MessageCreateParams.Builder hello() {
    return MessageCreateParams.builder().model(House.MODEL).maxTokens(100).addUserMessage("hello");
  }
}
