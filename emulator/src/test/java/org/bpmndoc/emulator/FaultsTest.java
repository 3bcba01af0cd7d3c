package org.bpmndoc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.errors.AnthropicIoException;
import com.anthropic.models.messages.batches.MessageBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bpmndoc.emulator.fault.FaultsFile;
import org.bpmndoc.plan.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Each fault as a client sees it.
class FaultsTest {

  private static final String BATCHES = "/v1/messages/batches";

  @Test
  void a_create_that_is_dropped_after_it_was_accepted_made_a_batch() {
    try (House house = house("{create: 1, fault: drop}")) {
      assertThatThrownBy(() -> house.create("hello")).isInstanceOf(AnthropicIoException.class);

      assertThat(house.client.messages().batches().list().data()).hasSize(1);
      assertThat(house.emulator.requests().getFirst().answered().orElseThrow())
          .isEqualTo(
              new ReceivedRequest.Answered(OptionalInt.empty(), List.of("drop after accept")));
    }
  }

  @Test
  void a_create_that_is_dropped_before_made_none() {
    try (House house = house("{create: 1, fault: drop, accepted: false}")) {
      assertThatThrownBy(() -> house.create("hello")).isInstanceOf(AnthropicIoException.class);

      assertThat(house.client.messages().batches().list().data()).isEmpty();
      assertThat(house.create("hello").id()).startsWith("msgbatch_");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fault: timeout                               | 504 | timeout_error    | 1
          fault: error, status: 500, accepted: true    | 500 | api_error        | 1
          fault: error, status: 500                    | 500 | api_error        | 0
          fault: rate-limit, retry-after: 1500ms       | 429 | rate_limit_error | 0
          fault: rate-limit                            | 429 | rate_limit_error | 0
          fault: overloaded                            | 529 | overloaded_error | 0
          fault: not-found                             | 404 | not_found_error  | 0
          """)
  void an_error_comes_before_or_after_the_batch_is_made(
      String fault, int status, String type, int batches) {
    try (House house = house("{create: 1, " + fault + "}")) {
      House.Reply reply = house.post(BATCHES, House.batch("a", House.params("")));

      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.error()).startsWith(type + ": ");
      assertThat(reply.http().headers().firstValue("retry-after"))
          .isEqualTo(fault.contains("retry-after") ? Optional.of("2") : Optional.empty());
      assertThat(house.get(BATCHES).json().get("data")).hasSize(batches);
    }
  }

  @Test
  void a_spend_limit_has_a_code_and_no_time_to_wait() {
    try (House house = house("{create: all, fault: spend-limit}")) {
      House.Reply reply = house.post(BATCHES, House.batch("a", House.params("")));

      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.json().at("/error/details/error_code").asString())
          .isEqualTo("enforced_spend_limit_reached");
      assertThat(reply.http().headers().firstValue("retry-after")).isEmpty();
    }
  }

  @Test
  void a_batch_flaps_by_its_own_count() {
    try (House house = house("{retrieve: [1, 3], fault: not-found}")) {
      String one = house.create("hello").id();
      String other = house.create("hello").id();

      assertThat(statuses(house, one, 4)).containsExactly(404, 200, 404, 200);
      assertThat(statuses(house, other, 1)).containsExactly(404);
    }
  }

  @Test
  void only_the_batch_that_is_named_is_struck() {
    try (House house = house("{retrieve: all, batch: 2, fault: overloaded}")) {
      assertThat(statuses(house, house.create("hello").id(), 1)).containsExactly(200);
      assertThat(statuses(house, house.create("hello").id(), 2)).containsExactly(529, 529);
      assertThat(statuses(house, "msgbatch_unknown", 1)).containsExactly(404);
    }
  }

  @Test
  void a_batch_is_listed_late_and_can_be_retrieved_before() {
    try (House house = house("{batch: 1, fault: listed-late, by: 30s}")) {
      String id = house.create("hello").id();

      house.clock.advance(Duration.ofMillis(29_999));
      assertThat(house.client.messages().batches().list().data()).isEmpty();
      assertThat(statuses(house, id, 1)).containsExactly(200);
      house.clock.advance(Duration.ofMillis(1));
      assertThat(house.client.messages().batches().list().data()).hasSize(1);
    }
  }

  @Test
  void a_stuck_batch_ends_when_it_is_cancelled_with_what_it_had_answered() {
    try (House house = house("{batch: 1, fault: stuck, answered: 2}")) {
      String id = house.create("one", "two", "three").id();
      house.clock.advance(Duration.ofHours(23));
      assertThat(house.client.messages().batches().retrieve(id).processingStatus())
          .isEqualTo(MessageBatch.ProcessingStatus.IN_PROGRESS);

      house.client.messages().batches().cancel(id);
      house.clock.advance(House.HOUR.dividedBy(10));

      MessageBatch ended = house.client.messages().batches().retrieve(id);
      assertThat(ended.requestCounts().succeeded()).isEqualTo(2);
      assertThat(ended.requestCounts().canceled()).isEqualTo(1);
      assertThat(house.emulator.bill().lines()).hasSize(2);
    }
  }

  @Test
  void a_stuck_batch_that_nobody_cancels_expires() {
    try (House house = house("{batch: 1, fault: stuck}")) {
      String id = house.create("one", "two").id();
      house.clock.advance(Duration.ofHours(24));

      assertThat(house.client.messages().batches().retrieve(id).requestCounts().expired())
          .isEqualTo(2);
    }
  }

  @Test
  void a_slow_batch_takes_longer_than_the_others() {
    try (House house = house("{batch: 1, fault: slow-batch, by: 2h}")) {
      String slow = house.create("hello").id();
      String other = house.create("hello").id();
      house.clock.advance(House.HOUR);

      assertThat(house.get(BATCHES + "/" + slow).json().get("processing_status").asString())
          .isEqualTo("in_progress");
      assertThat(house.get(BATCHES + "/" + other).json().get("processing_status").asString())
          .isEqualTo("ended");
    }
  }

  @Test
  void the_queue_takes_what_fits_and_more_when_something_has_ended() {
    try (House house = house("{fault: queue-limit, requests: 2}")) {
      house.create("one", "two");
      House.Reply refused = house.post(BATCHES, House.batch("a", House.params("")));
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.error()).contains("2 requests are in the queue");

      house.clock.advance(House.HOUR);
      assertThat(house.post(BATCHES, House.batch("a", House.params(""))).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {batch: 1, lines: 2, fault: expired}         | expired                           | 2
          {batch: 1, lines: 2, fault: low-balance}     | errored invalid_request_error     | 2
          {batch: 1, lines: 2, fault: errored}         | errored api_error                 | 2
          {batch: 1, lines: 2, fault: refusal}         | succeeded refusal                 | 3
          {batch: 1, lines: 2, fault: max-tokens}      | succeeded max_tokens              | 3
          {batch: 1, lines: 2, fault: context-window}  | succeeded model_context_window_exceeded | 3
          {batch: 1, lines: 2, fault: invalid-structure} | succeeded end_turn              | 3
          """)
  void a_line_is_struck_and_the_others_are_not(String fault, String result, int paid) {
    try (House house = house(fault)) {
      String id = house.create("one", "two", "three").id();
      house.clock.advance(House.HOUR);

      List<JsonNode> lines = house.get(BATCHES + "/" + id + "/results").lines();

      assertThat(lines)
          .filteredOn(line -> line.get("custom_id").asString().equals("r1"))
          .singleElement()
          .extracting(FaultsTest::shown)
          .isEqualTo(result);
      assertThat(lines)
          .filteredOn(line -> !line.get("custom_id").asString().equals("r1"))
          .extracting(FaultsTest::shown)
          .containsOnly("succeeded end_turn");
      assertThat(house.emulator.bill().lines()).hasSize(paid);
    }
  }

  @Test
  void an_answer_that_was_cut_is_paid_to_its_last_token() {
    try (House house = house("{messages: 1, fault: max-tokens}")) {
      JsonNode cut = house.post("/v1/messages", House.params("")).json();
      JsonNode whole = house.post("/v1/messages", House.params("")).json();

      assertThat(cut.get("stop_reason").asString()).isEqualTo("max_tokens");
      assertThat(cut.at("/usage/output_tokens").asInt()).isEqualTo(100);
      assertThat(cut.at("/content/0/text").asString())
          .isNotEqualTo(whole.at("/content/0/text").asString());
    }
  }

  @Test
  void a_direct_call_may_fail_like_a_line() {
    try (House house = house("{messages: 1, fault: low-balance}")) {
      House.Reply reply = house.post("/v1/messages", House.params(""));

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.error()).startsWith("invalid_request_error: Your credit balance");
      assertThat(house.emulator.bill().total()).isEqualTo(Usd.ZERO);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fault: blank-lines                             | 6
          fault: malformed-lines, lines: 2               | 3
          fault: duplicate-lines, lines: 1-2             | 5
          fault: missing-lines, lines: 3                 | 2
          fault: unknown-lines, count: 2                 | 5
          fault: slow-lines, each: 1ms                   | 3
          fault: cut, after-lines: 1, cleanly: true      | 1
          fault: cut, after-lines: 1, in-line: true, cleanly: true | 2
          """)
  void a_download_is_struck_once_and_the_next_is_whole(String fault, int lines) {
    try (House house = house("{results: 1, " + fault + "}")) {
      String results = BATCHES + "/" + house.create("one", "two", "three").id() + "/results";
      house.clock.advance(House.HOUR);

      List<String> first = house.get(results).http().body().lines().toList();
      List<String> second = house.get(results).http().body().lines().toList();

      assertThat(first).hasSize(lines);
      assertThat(second).hasSize(3);
      assertThat(first.equals(second)).isEqualTo(fault.contains("slow"));
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "2"})
  void a_download_that_breaks_says_so(int afterLines) {
    try (House house = house("{results: 1, fault: cut, after-lines: " + afterLines + "}")) {
      String results = BATCHES + "/" + house.create("one", "two", "three").id() + "/results";
      house.clock.advance(House.HOUR);

      assertThatThrownBy(() -> house.get(results)).isInstanceOf(UncheckedIOException.class);
      assertThat(house.get(results).lines()).hasSize(3);
    }
  }

  @Test
  void a_download_may_come_without_its_content_type() {
    try (House house = house("{results: 1, fault: no-content-type}")) {
      String results = BATCHES + "/" + house.create("one").id() + "/results";
      house.clock.advance(House.HOUR);

      House.Reply reply = house.get(results);
      assertThat(reply.http().headers().firstValue("content-type")).isEmpty();
      assertThat(reply.lines()).hasSize(1);
    }
  }

  @Test
  void closing_ends_what_is_slow() throws Exception {
    House house = house("{list: 1, fault: slow, by: 4h}");
    Thread asking =
        Thread.ofVirtual()
            .start(() -> {
              try {
                house.get(BATCHES);
              } catch (UncheckedIOException e) {
                assertThat(e.getCause()).isInstanceOf(IOException.class);
              }
            });
    while (house.emulator.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    house.emulator.close();
    asking.join();
    house.client.close();
  }

  private static List<Integer> statuses(House house, String id, int calls) {
    return IntStream.range(0, calls).mapToObj(_ -> house.get(BATCHES + "/" + id).status()).toList();
  }

  private static String shown(JsonNode line) {
    JsonNode result = line.get("result");
    return (result.get("type").asString()
            + " "
            + result.at("/message/stop_reason").asString("")
            + result.at("/error/error/type").asString(""))
        .strip();
  }

  private static House house(String fault) {
    FaultsFile file = FaultsFile.parse("faults", "faults: [" + fault + "]");
    assertThat(file).isInstanceOf(FaultsFile.Read.class);
    return new House(
        EmulatorSettings.of(House.ECHO).withFaults(((FaultsFile.Read) file).faults()), House.HOUR);
  }
}
