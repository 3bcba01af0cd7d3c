package org.bpmndoc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.models.messages.batches.BatchListPage;
import com.anthropic.models.messages.batches.BatchListParams;
import com.anthropic.models.messages.batches.MessageBatch;
import com.anthropic.models.messages.batches.MessageBatchIndividualResponse;
import com.anthropic.models.messages.batches.MessageBatchRequestCounts;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchesTest {

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_new_batch_shows_all_ten_fields_and_null_where_there_is_nothing_yet() {
    JsonNode batch = house.post("/v1/messages/batches", House.batch("a", House.params(""))).json();

    assertThat(batch.propertyNames())
        .containsExactly(
            "id",
            "type",
            "processing_status",
            "request_counts",
            "created_at",
            "expires_at",
            "ended_at",
            "archived_at",
            "cancel_initiated_at",
            "results_url");
    assertThat(batch.get("processing_status").asString()).isEqualTo("in_progress");
    assertThat(batch.get("created_at").asString()).isEqualTo("2026-11-24T09:00:00.123456Z");
    assertThat(batch.get("expires_at").asString()).isEqualTo("2026-11-25T09:00:00.123456Z");
    for (String field : List.of("ended_at", "archived_at", "cancel_initiated_at", "results_url")) {
      assertThat(batch.get(field).isNull()).as(field).isTrue();
    }
  }

  @Test
  void counts_stay_frozen_until_the_batch_has_ended() {
    MessageBatch created = house.create("hello", "err", "bye");
    house.clock.advance(House.HOUR.minusMillis(1));
    MessageBatch before = house.client.messages().batches().retrieve(created.id());
    house.clock.advance(Duration.ofMillis(1));
    MessageBatch after = house.client.messages().batches().retrieve(created.id());

    assertThat(before.processingStatus()).isEqualTo(MessageBatch.ProcessingStatus.IN_PROGRESS);
    assertThat(before.requestCounts()).isEqualTo(counts(3, 0, 0, 0, 0));
    assertThat(after.validate().processingStatus()).isEqualTo(MessageBatch.ProcessingStatus.ENDED);
    assertThat(after.requestCounts()).isEqualTo(counts(0, 2, 1, 0, 0));
    assertThat(after.endedAt()).contains(House.START.plus(House.HOUR).atOffset(ZoneOffset.UTC));
    assertThat(after.resultsUrl().orElseThrow())
        .isEqualTo(house.emulator.baseUrl() + "/v1/messages/batches/" + created.id() + "/results");
  }

  @Test
  void each_request_has_one_result_line_under_its_custom_id() {
    MessageBatch batch = house.create("hello", "err");
    house.clock.advance(House.HOUR);

    List<MessageBatchIndividualResponse> lines = results(batch.id());

    assertThat(lines)
        .extracting(MessageBatchIndividualResponse::customId)
        .containsExactly("r0", "r1");
    var message = lines.get(0).validate().result().asSucceeded().message();
    assertThat(message.content().getFirst().asText().text()).isEqualTo("You said: hello");
    assertThat(message.usage().serviceTier().orElseThrow().asString()).isEqualTo("batch");
    assertThat(message.usage().cacheReadInputTokens()).contains(0L);
    assertThat(message.usage().cacheCreation().orElseThrow().ephemeral1hInputTokens()).isZero();
    var error = lines.get(1).validate().result().asErrored().error();
    assertThat(error.error().asInvalidRequestError().message())
        .isEqualTo("Your credit balance is too low");
    assertThat(error.requestId()).isEmpty();
  }

  @Test
  void results_come_as_jsonl_in_an_order_of_their_own_that_does_not_change() {
    MessageBatch batch =
        house.create(IntStream.range(0, 20).mapToObj(i -> "hello " + i).toArray(String[]::new));
    house.clock.advance(House.HOUR);

    House.Reply first = house.get("/v1/messages/batches/" + batch.id() + "/results");
    House.Reply second = house.get("/v1/messages/batches/" + batch.id() + "/results");

    assertThat(first.http().headers().firstValue("content-type")).contains("application/x-jsonl");
    assertThat(second.http().body()).isEqualTo(first.http().body());
    List<String> order =
        first.lines().stream().map(line -> line.get("custom_id").asString()).toList();
    assertThat(order).hasSize(20).doesNotHaveDuplicates();
    assertThat(order).isNotEqualTo(IntStream.range(0, 20).mapToObj(i -> "r" + i).toList());
  }

  @Test
  void before_the_end_there_are_no_results_and_nothing_to_delete() {
    MessageBatch batch = house.create("hello");

    assertThatThrownBy(() -> results(batch.id())).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> house.client.messages().batches().delete(batch.id()))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void a_deleted_batch_is_gone_but_stays_on_the_bill() {
    MessageBatch batch = house.create("hello");
    house.clock.advance(House.HOUR);
    Bill before = house.emulator.bill();

    assertThat(house.client.messages().batches().delete(batch.id()).validate().id())
        .isEqualTo(batch.id());

    assertThatThrownBy(() -> house.client.messages().batches().retrieve(batch.id()))
        .isInstanceOf(NotFoundException.class);
    assertThat(house.client.messages().batches().list().data()).isEmpty();
    assertThat(house.emulator.bill()).isEqualTo(before);
  }

  @Test
  void a_canceled_batch_finishes_what_is_with_the_model_and_then_ends() {
    MessageBatch batch =
        house.create(IntStream.range(0, 20).mapToObj(i -> "hello " + i).toArray(String[]::new));
    house.clock.advance(House.HOUR.dividedBy(2));

    MessageBatch canceling = house.client.messages().batches().cancel(batch.id());
    house.clock.advance(House.HOUR.dividedBy(10));
    MessageBatch ended = house.client.messages().batches().retrieve(batch.id());

    assertThat(canceling.processingStatus()).isEqualTo(MessageBatch.ProcessingStatus.CANCELING);
    assertThat(canceling.cancelInitiatedAt()).isPresent();
    assertThat(canceling.requestCounts()).isEqualTo(counts(20, 0, 0, 0, 0));
    assertThat(ended.processingStatus()).isEqualTo(MessageBatch.ProcessingStatus.ENDED);
    assertThat(ended.requestCounts()).isEqualTo(counts(0, 10 + Course.IN_FLIGHT, 0, 6, 0));
    assertThat(house.emulator.bill().lines()).hasSize(14);
    assertThatThrownBy(() -> house.client.messages().batches().cancel(batch.id()))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void what_is_not_answered_within_a_day_expires() {
    try (House slow = new House(EmulatorSettings.of(House.ECHO), Duration.ofDays(2))) {
      MessageBatch batch = slow.create("one", "two");
      slow.clock.advance(Duration.ofDays(1));

      MessageBatch ended = slow.client.messages().batches().retrieve(batch.id());

      assertThat(ended.requestCounts()).isEqualTo(counts(0, 1, 0, 0, 1));
      assertThat(ended.endedAt()).contains(ended.expiresAt());
    }
  }

  @Test
  void after_29_days_the_results_are_gone_and_the_batch_is_still_to_be_seen() {
    MessageBatch batch = house.create("hello");
    house.clock.advance(Duration.ofDays(29));

    MessageBatch archived = house.client.messages().batches().retrieve(batch.id());

    assertThat(archived.archivedAt())
        .contains(House.START.plus(Duration.ofDays(29)).atOffset(ZoneOffset.UTC));
    assertThat(archived.resultsUrl()).isEmpty();
    assertThat(archived.requestCounts()).isEqualTo(counts(0, 1, 0, 0, 0));
    assertThatThrownBy(() -> results(batch.id())).isInstanceOf(NotFoundException.class);
  }

  @Test
  void the_list_goes_from_the_newest_to_the_oldest_page_by_page() {
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      newestFirst.addFirst(house.create("hello").id());
    }

    BatchListPage page =
        house.client.messages().batches().list(BatchListParams.builder().limit(2).build());

    assertThat(page.data()).extracting(MessageBatch::id).isEqualTo(newestFirst.subList(0, 2));
    assertThat(page.autoPager().stream().map(MessageBatch::id)).isEqualTo(newestFirst);
    BatchListPage before =
        house
            .client
            .messages()
            .batches()
            .list(BatchListParams.builder().limit(2).beforeId(newestFirst.get(4)).build());
    assertThat(before.data()).extracting(MessageBatch::id).isEqualTo(newestFirst.subList(2, 4));
    assertThat(before.response().hasMore()).isTrue();
  }

  @Test
  void an_empty_list_has_no_first_and_no_last_id() {
    JsonNode list = house.get("/v1/messages/batches").json();

    assertThat(list.toString())
        .isEqualTo("{\"data\":[],\"has_more\":false,\"first_id\":null,\"last_id\":null}");
  }

  @Test
  void the_bill_has_half_the_price_for_a_batch() {
    house.create("hello");
    assertThat(house.emulator.bill().total()).isEqualTo(Usd.ZERO);
    house.clock.advance(House.HOUR);
    house.post("/v1/messages", House.params(""));

    List<Bill.Line> lines = house.emulator.bill().lines();

    assertThat(lines).extracting(Bill.Line::channel).containsExactly(Channel.BATCH, Channel.DIRECT);
    assertThat(lines.get(0).usage()).isEqualTo(lines.get(1).usage());
    assertThat(lines.get(0).what()).isEqualTo("r0");
    assertThat(lines.get(0).cost().plus(lines.get(0).cost())).isEqualTo(lines.get(1).cost());
  }

  private List<MessageBatchIndividualResponse> results(String id) {
    try (StreamResponse<MessageBatchIndividualResponse> lines =
        house.client.messages().batches().resultsStreaming(id)) {
      return lines.stream()
          .sorted(Comparator.comparing(MessageBatchIndividualResponse::customId))
          .toList();
    }
  }

  private static MessageBatchRequestCounts counts(
      long processing, long succeeded, long errored, long canceled, long expired) {
    return MessageBatchRequestCounts.builder()
        .processing(processing)
        .succeeded(succeeded)
        .errored(errored)
        .canceled(canceled)
        .expired(expired)
        .build();
  }
}
