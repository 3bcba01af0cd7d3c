package org.bpmndoc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.Usage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ThinkingTest {

  private static final int ANSWER_TOKENS = 5;

  private final House house =
      new House(EmulatorSettings.of(House.ECHO), House.HOUR, Thinking.USUAL);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void half_of_the_draws_lie_below_the_median_and_nine_of_ten_below_the_p90() {
    Thinking thinking = new Thinking(1_000, 3_000);
    long[] drawn =
        IntStream.range(0, 10_000).mapToLong(i -> thinking.tokens("seed " + i)).sorted().toArray();

    assertThat(drawn[5_000]).isCloseTo(1_000, within(30L));
    assertThat(drawn[9_000]).isCloseTo(3_000, within(150L));
    assertThat(drawn[0]).isPositive();
  }

  @Test
  void the_same_seed_draws_the_same() {
    assertThat(Thinking.USUAL.tokens("a")).isEqualTo(Thinking.USUAL.tokens("a"));
    assertThat(Thinking.USUAL.tokens("a")).isNotEqualTo(Thinking.USUAL.tokens("b"));
    assertThat(Thinking.NONE.tokens("a")).isZero();
  }

  @Test
  void nine_of_ten_do_not_stay_below_less_than_half_do() {
    assertThatThrownBy(() -> new Thinking(2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("of thinking tokens, 0 <= median <= p90, found 2 and 1");
  }

  @Test
  void what_was_thought_is_output_besides_the_text_and_leaves_the_text_alone() {
    Message answer = house.client.messages().create(hello(8_000)).validate();

    assertThat(answer.content().getFirst().asText().text()).isEqualTo("You said: hello");
    assertThat(answer.usage().outputTokens()).isEqualTo(thought(answer.usage()) + ANSWER_TOKENS);
    assertThat(thought(answer.usage())).isBetween(100L, 8_000L);
    assertThat(house.emulator.bill().lines().getFirst().usage().outputTokens())
        .isEqualTo(answer.usage().outputTokens());
  }

  @Test
  void the_same_question_is_thought_about_for_as_long_however_it_is_sent() {
    long direct = thought(house.client.messages().create(hello(8_000)).usage());
    long roomier = thought(house.client.messages().create(hello(9_000)).usage());
    String marked =
        House.params("\"cache_control\": {\"type\": \"ephemeral\"}").replace("100", "8000");
    String id =
        house.post("/v1/messages/batches", House.batch("a", marked)).json().get("id").asString();
    house.clock.advance(House.HOUR);
    JsonNode line = house.get("/v1/messages/batches/" + id + "/results").lines().getFirst();

    assertThat(line.at("/result/message/usage/output_tokens_details/thinking_tokens").asLong())
        .isEqualTo(direct)
        .isEqualTo(roomier);
  }

  @Test
  void where_thinking_leaves_no_room_for_the_whole_text_it_is_cut() {
    long thought = thought(house.client.messages().create(hello(8_000)).usage());

    Message cut = house.client.messages().create(hello(thought + 2));

    assertThat(cut.stopReason()).contains(StopReason.MAX_TOKENS);
    assertThat(cut.content().getFirst().asText().text()).isEqualTo("You said");
    assertThat(cut.usage().outputTokens()).isEqualTo(thought + 2);
  }

  @Test
  void a_model_that_stops_within_its_thoughts_says_nothing_and_is_paid() {
    Message silent = house.client.messages().create(hello(50)).validate();

    assertThat(silent.stopReason()).contains(StopReason.MAX_TOKENS);
    assertThat(silent.content()).isEmpty();
    assertThat(silent.usage().outputTokens()).isEqualTo(50);
    assertThat(thought(silent.usage())).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          claude-haiku-5-5  |                                           | true
          claude-haiku-5-5  | {"type": "adaptive"}                      | true
          claude-haiku-5-5  | {"type": "disabled"}                      | false
          claude-sonnet-5-5 | {"type": "between_tools"}                 | false
          claude-opus-5     |                                           | true
          claude-fable-5-2  |                                           | true
          claude-haiku-4-5  |                                           | false
          claude-haiku-4-5  | {"type": "enabled", "budget_tokens": 1024} | true
          """)
  void a_model_thinks_where_it_is_asked_to_or_does_so_by_itself(
      String model, String thinking, boolean thinks) {
    String params =
        House.params(thinking == null ? "" : "\"thinking\": " + thinking)
            .replace("\"max_tokens\": 100", "\"max_tokens\": 9000")
            .replace(House.MODEL, model);

    JsonNode usage = house.post("/v1/messages", params).json().get("usage");

    long thought = usage.at("/output_tokens_details/thinking_tokens").asLong();
    assertThat(thought > 0).isEqualTo(thinks);
    assertThat(thought)
        .isLessThanOrEqualTo(thinking != null && thinking.contains("1024") ? 1024 : 9000);
  }

  @ParameterizedTest
  @CsvSource({"claude-opus-5-5", "claude-sonnet-5-5", "claude-fable-5-2"})
  void a_model_that_cannot_do_without_is_not_asked_to(String model) {
    House.Reply reply =
        house.post(
            "/v1/messages",
            House.params("\"thinking\": {\"type\": \"disabled\"}").replace(House.MODEL, model));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error())
        .isEqualTo(
            "invalid_request_error: thinking.type: \"disabled\" is not supported by "
                + model
                + ".");
  }

  private static MessageCreateParams hello(long maxTokens) {
    return MessageCreateParams.builder()
        .model(House.MODEL)
        .maxTokens(maxTokens)
        .addUserMessage("hello")
        .build();
  }

  private static long thought(Usage usage) {
    return usage.outputTokensDetails().orElseThrow().thinkingTokens();
  }
}
