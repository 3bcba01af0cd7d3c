package org.bpmndoc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What is the same beginning of a prompt, and what is not.
class CachePrefixTest {

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  private static final String SYSTEM_CACHED =
      """
      {"model": "claude-haiku-5-5", "max_tokens": 100,
       "system": [{"type": "text", "text": "RULES", "cache_control": {"type": "ephemeral"}}],
       "output_config": {"format": {"type": "json_schema", "schema": {"type": "string"}}},
       "messages": [{"role": "user", "content": "a fact"}]}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing                    | a fact          | a fact                                  | true
          what comes after          | a fact          | another fact                            | true
          the room for the answer    | 100             | 200                                     | true
          how long it is kept        | "ephemeral"     | "ephemeral", "ttl": "1h"                | true
          the choice of tools        | "system"        | "tool_choice": {"type": "none"}, "system" | true
          a letter before it         | sends           | Sends                                   | false
          a block before it          | [{"type"        | [{"type": "text", "text": "New."}, {"type" | false
          the model                  | haiku           | sonnet                                  | false
          the schema of the answer   | string          | number                                  | false
          the effort                 | {"format"       | {"effort": "low", "format"              | false
          the thinking               | "system"        | "thinking": {"type": "adaptive"}, "system" | false
          """)
  void a_beginning_is_found_again_unless_it_changed(
      String what, String from, String to, boolean found) {
    String before = SYSTEM_CACHED.replace("RULES", SharedRules.RULES);
    String after = before.replace(from, to);

    JsonNode first = usage(before);
    JsonNode second = usage(after);

    assertThat(written(first)).isPositive();
    assertThat(read(second)).as(what).isEqualTo(found ? written(first) : 0);
    assertThat(written(second)).as(what).isEqualTo(found ? 0 : written(second)).isNotNegative();
    assertThat(read(second) + written(second)).as(what).isPositive();
  }

  @Test
  void another_choice_of_tools_is_another_beginning_where_messages_are_in_it() {
    String all = House.params("\"cache_control\": {\"type\": \"ephemeral\"}");
    String before = all.replace("hello", SharedRules.RULES);
    String after =
        before.replace("\"messages\"", "\"tool_choice\": {\"type\": \"none\"}, \"messages\"");

    assertThat(written(usage(before))).isEqualTo(SharedRules.RULES_TOKENS + 4);
    assertThat(read(usage(after))).isZero();
    assertThat(read(usage(before))).isEqualTo(SharedRules.RULES_TOKENS + 4);
  }

  @Test
  void a_text_alone_is_a_block_of_it() {
    String control = "\"cache_control\": {\"type\": \"ephemeral\"}, ";
    String alone = House.params(control + "\"system\": \"hi\"").replace("hello", SharedRules.RULES);
    String block = alone.replace("\"hi\"", "[{\"type\": \"text\", \"text\": \"hi\"}]");

    assertThat(read(usage(alone))).isZero();
    assertThat(read(usage(block))).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "claude-haiku-5-5,  511, false",
    "claude-haiku-5-5,  512, true",
    "claude-sonnet-5-5, 512, true",
    "claude-opus-5-5,   512, true",
    "claude-fable-5-2,  512, true",
    "claude-opus-5,     512, true",
    "claude-haiku-4-5, 4095, false",
    "claude-haiku-4-5, 4096, true",
  })
  void what_is_too_short_is_not_cached_and_nobody_is_told(
      String model, int tokens, boolean cached) {
    String prompt =
        SYSTEM_CACHED
            .replace("claude-haiku-5-5", model)
            .replaceFirst(" \"output_config.*\n", "")
            .replace("RULES", "a ".repeat(tokens));

    long written = written(usage(prompt));

    assertThat(written).isEqualTo(cached ? tokens : 0);
    assertThat(read(usage(prompt))).isEqualTo(written);
  }

  /// As the vendor's own example has it.
  @Test
  void from_a_breakpoint_twenty_blocks_are_looked_at_backwards() {
    long ten = written(usage(blocks(10, 10)));

    JsonNode fifteen = usage(blocks(15, 15));
    assertThat(read(fifteen)).isEqualTo(ten);
    JsonNode tooFar = usage(blocks(35, 35));
    assertThat(read(tooFar)).isZero();
    JsonNode second = usage(blocks(36, 15, 36).replace("number 35", "another"));
    assertThat(read(second)).isEqualTo(ten + written(fifteen));
  }

  @Test
  void nineteen_blocks_before_it_are_near_enough() {
    long ten = written(usage(blocks(10, 10)));

    assertThat(read(usage(blocks(29, 29)))).isEqualTo(ten);
    assertThat(read(usage(blocks(30, 30).replace("number 11", "another")))).isZero();
  }

  @Test
  void nothing_is_written_where_there_is_no_breakpoint() {
    usage(blocks(12, 12));

    assertThat(read(usage(blocks(11, 11)))).isZero();
  }

  @Test
  void what_is_kept_for_an_hour_and_what_for_five_minutes_is_told_apart() {
    String mixed = hour(hour(blocks(16, 4, 12, 16)));

    JsonNode cold = usage(mixed);
    assertThat(read(cold)).isZero();
    assertThat(writtenFor(cold, "1h")).isEqualTo(counted(blocks(12)));
    assertThat(writtenFor(cold, "5m")).isEqualTo(counted(blocks(16)) - counted(blocks(12)));

    JsonNode further = usage(hour(hour(blocks(18, 14, 17, 18))));
    assertThat(read(further)).isEqualTo(counted(blocks(16)));
    assertThat(writtenFor(further, "1h")).isEqualTo(counted(blocks(17)) - counted(blocks(16)));
    assertThat(writtenFor(further, "5m")).isEqualTo(counted(blocks(18)) - counted(blocks(17)));
  }

  /// The first breakpoint that is for five minutes is for an hour.
  private static String hour(String params) {
    return params.replaceFirst("\"ephemeral\"}", "\"ephemeral\", \"ttl\": \"1h\"}");
  }

  /// Blocks of 60 tokens and more in one message, some of them with a breakpoint, counted from 1.
  private static String blocks(int count, int... breakpoints) {
    List<Integer> places = IntStream.of(breakpoints).boxed().toList();
    return IntStream.rangeClosed(1, count)
        .mapToObj(i ->
            "{\"type\": \"text\", \"text\": \"number %d %s\"%s}"
                .formatted(
                    i,
                    "a ".repeat(60),
                    places.contains(i) ? ", \"cache_control\": {\"type\": \"ephemeral\"}" : ""))
        .collect(
            Collectors.joining(
                ", ",
                "{\"model\": \"claude-haiku-5-5\", \"max_tokens\": 100,"
                    + " \"messages\": [{\"role\": \"user\", \"content\": [",
                "]}]}"));
  }

  private long counted(String params) {
    return house.post("/v1/messages/count_tokens", params).json().get("input_tokens").asLong();
  }

  private static long writtenFor(JsonNode usage, String ttl) {
    return usage.at("/cache_creation/ephemeral_" + ttl + "_input_tokens").asLong();
  }

  private JsonNode usage(String params) {
    House.Reply reply = house.post("/v1/messages", params);
    assertThat(reply.status()).as(reply.http().body()).isEqualTo(200);
    JsonNode usage = reply.json().get("usage");
    assertThat(usage.get("input_tokens").asLong()).isNotNegative();
    return usage;
  }

  private static long read(JsonNode usage) {
    return usage.get("cache_read_input_tokens").asLong();
  }

  private static long written(JsonNode usage) {
    return usage.get("cache_creation_input_tokens").asLong();
  }
}
