package org.bpmndoc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Breakpoints that the API takes, and that it does not.
class CacheBreakpointsTest {

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  /// S stands for a breakpoint for five minutes, L for one for an hour, 0 for a block without.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SSSS  |   |
          LLSS  |   |
          0L0S  |   |
          SSSSS |   | A maximum of 4 blocks with cache_control may be provided. Found 5.
          SSSS0 | S | A maximum of 4 blocks with cache_control may be provided. Found 5.
          SSSS  | S |
          LLLL  | S | cache_control: the last block has a cache_control with another ttl
          S0L   |   | messages.0.content.2.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: tools, system, messages.
          S00   | L | messages.0.content.2.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: tools, system, messages.
          """)
  void there_are_at_most_four_and_those_for_an_hour_come_first(
      String blocks, String automatic, String message) {
    StringBuilder content = new StringBuilder();
    for (char control : blocks.toCharArray()) {
      content
          .append(content.isEmpty() ? "" : ", ")
          .append("{\"type\": \"text\", \"text\": \"a\"")
          .append(control == '0' ? "" : ", " + control(control))
          .append("}");
    }
    String params =
        House.params(automatic == null ? "" : control(automatic.charAt(0)))
            .replace("\"hello\"", "[" + content + "]");

    expect(house.post("/v1/messages", params), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type": "ephemeral", "ttl": "5m"}    |
          null                                  |
          {"type": "lasting"}                   | system.0.cache_control.type: Input should be 'ephemeral'
          {}                                    | system.0.cache_control.type: Input should be 'ephemeral'
          {"type": "ephemeral", "ttl": "2h"}    | system.0.cache_control.ttl: Input should be '5m' or '1h'
          {"type": "ephemeral", "ttl": 5}       | system.0.cache_control.ttl: Input should be '5m' or '1h'
          {"type": "ephemeral", "scope": "all"} | system.0.cache_control.scope: Extra inputs are not permitted
          """)
  void a_breakpoint_is_ephemeral_and_for_five_minutes_or_an_hour(String control, String message) {
    String system =
        "\"system\": [{\"type\": \"text\", \"text\": \"x\", \"cache_control\": " + control + "}]";

    expect(house.post("/v1/messages", House.params(system)), message);
    expect(house.post("/v1/messages/count_tokens", House.params(system)), message);
  }

  @Test
  void there_is_none_at_a_block_that_says_nothing() {
    String empty = "\"system\": [{\"type\": \"text\", \"text\": \"\", " + control('S') + "}]";

    expect(
        house.post("/v1/messages", House.params(empty)),
        "system.0: cache_control cannot be set for empty text blocks");
  }

  @Test
  void in_a_batch_one_that_is_not_taken_is_an_errored_line() {
    String params = House.params("\"cache_control\": {\"type\": \"lasting\"}");
    String id =
        house.post("/v1/messages/batches", House.batch("a", params)).json().get("id").asString();
    house.clock.advance(House.HOUR);

    JsonNode line = house.get("/v1/messages/batches/" + id + "/results").lines().getFirst();

    assertThat(line.at("/result/error/error/message").asString())
        .isEqualTo("cache_control.type: Input should be 'ephemeral'");
  }

  private static String control(char control) {
    return "\"cache_control\": {\"type\": \"ephemeral\", \"ttl\": \""
        + (control == 'L' ? "1h" : "5m")
        + "\"}";
  }

  private static void expect(House.Reply reply, String message) {
    assertThat(reply.status()).as(reply.http().body()).isEqualTo(message == null ? 200 : 400);
    if (message != null) {
      assertThat(reply.error()).isEqualTo("invalid_request_error: " + message);
    }
  }
}
