package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.provider.anthropic.ScriptedServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchCallsTest {

  private static final BatchSnapshot RUNNING =
      new BatchSnapshot(
          "msgbatch_1",
          2,
          Instant.parse("2026-11-24T18:37:24.100435Z"),
          Instant.parse("2026-11-25T18:37:24.100435Z"),
          Optional.empty());

  private static final String ENDED =
      """
      {"id":"msgbatch_1","type":"message_batch","processing_status":"ended",
       "request_counts":{"processing":0,"succeeded":1,"errored":2,"canceled":3,"expired":4},
       "created_at":"2026-11-24T18:37:24+00:00","expires_at":"2026-11-25T18:37:24Z",
       "ended_at":"2026-11-24T19:00:00Z","archived_at":null,"cancel_initiated_at":null,
       "results_url":"http://elsewhere.invalid/results","something_new":{"a":[1]}}\
      """;

  @Test
  void a_batch_that_is_created_is_shown() throws Exception {
    assertThat(answer(api -> api.create(Samples.items()), Replies.json(200, Replies.BATCH)))
        .isEqualTo(RUNNING);
  }

  @Test
  void a_gzipped_answer_is_read() throws Exception {
    assertThat(answer(api -> api.retrieve("msgbatch_1"), Replies.gzipped(Replies.BATCH)))
        .isEqualTo(RUNNING);
  }

  @Test
  void a_batch_that_has_ended_says_when_and_how_many_requests_it_held() throws Exception {
    assertThat(answer(api -> api.retrieve("msgbatch_1"), Replies.json(200, ENDED)))
        .isEqualTo(
            new BatchSnapshot(
                "msgbatch_1",
                10,
                Instant.parse("2026-11-24T18:37:24Z"),
                Instant.parse("2026-11-25T18:37:24Z"),
                Optional.of(Instant.parse("2026-11-24T19:00:00Z"))));
  }

  @Test
  void only_the_status_says_that_a_batch_has_ended() throws Exception {
    String canceling = ENDED.replace("\"ended\"", "\"canceling\"");
    String endedSometime = ENDED.replace("\"2026-11-24T19:00:00Z\"", "null");

    assertThat(answer(api -> api.retrieve("b"), Replies.json(200, canceling)).ended()).isFalse();
    assertThat(answer(api -> api.retrieve("b"), Replies.json(200, endedSometime)).ended()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"id\"", "\"created_at\"", "\"expires_at\"", "\"request_counts\""})
  void a_batch_that_lacks_what_matters_is_no_answer(String field) throws Exception {
    Reply reply = Replies.json(200, Replies.BATCH.replace(field, "\"other\""));
    try (ScriptedServer server = new ScriptedServer(reply);
        AnthropicProvider provider = Samples.provider(server.address())) {
      assertThat(Samples.failureOf(() -> provider.batches().create(Samples.items())).kind())
          .isEqualTo(Kind.AMBIGUOUS);
    }
  }

  @Test
  void each_call_goes_to_its_address() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                Replies.json(200, Replies.BATCH),
                Replies.json(200, Replies.BATCH),
                Replies.json(200, "{\"id\":\"msgbatch_1\",\"type\":\"message_batch_deleted\"}"),
                Replies.lines(""));
        AnthropicProvider provider = Samples.provider(server.address())) {
      BatchApi api = provider.batches();
      var _ = api.retrieve("msgbatch_1");
      var _ = api.cancel("msgbatch_1");
      api.delete("msgbatch_1");
      int _ = api.results("msgbatch_1", _ -> {});

      assertThat(server.received())
          .extracting(request -> request.method() + " " + request.target())
          .containsExactly(
              "GET /v1/messages/batches/msgbatch_1",
              "POST /v1/messages/batches/msgbatch_1/cancel",
              "DELETE /v1/messages/batches/msgbatch_1",
              "GET /v1/messages/batches/msgbatch_1/results");
    }
  }

  @Test
  void the_list_is_read_page_by_page_up_to_its_end() throws Exception {
    String page = "{\"data\":[" + Replies.BATCH + "," + ENDED + "],\"has_more\":true}";
    String end = "{\"data\":[],\"has_more\":false,\"first_id\":null,\"last_id\":null}";
    try (ScriptedServer server =
            new ScriptedServer(Replies.json(200, page), Replies.json(200, end));
        AnthropicProvider provider = Samples.provider(server.address())) {
      List<BatchSnapshot> first = provider.batches().list(Optional.empty());
      List<BatchSnapshot> second = provider.batches().list(Optional.of("msgbatch_1"));

      assertThat(first).extracting(BatchSnapshot::requests).containsExactly(2, 10);
      assertThat(second).isEmpty();
      assertThat(server.received())
          .extracting(ScriptedServer.Received::target)
          .containsExactly(
              "/v1/messages/batches?limit=100",
              "/v1/messages/batches?after_id=msgbatch_1&limit=100");
    }
  }

  @Test
  void a_page_with_a_batch_that_cannot_be_read_is_no_answer() throws Exception {
    String page = "{\"data\":[" + Replies.BATCH + ",{}],\"has_more\":false}";
    try (ScriptedServer server =
            new ScriptedServer(Replies.json(200, page), Replies.json(200, "{}"));
        AnthropicProvider provider = Samples.provider(server.address())) {
      assertThat(Samples.failureOf(() -> provider.batches().list(Optional.empty())).kind())
          .isEqualTo(Kind.AMBIGUOUS);
      assertThat(Samples.failureOf(() -> provider.batches().list(Optional.empty())).kind())
          .isEqualTo(Kind.AMBIGUOUS);
    }
  }

  @Test
  void a_batch_that_is_not_there_yet_is_not_found() throws Exception {
    Reply notFound =
        Replies.json(404, "{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\"}}");
    try (ScriptedServer server = new ScriptedServer(notFound, notFound, notFound, notFound);
        AnthropicProvider provider = Samples.provider(server.address())) {
      BatchApi api = provider.batches();
      assertThat(
              List.of(
                  Samples.failureOf(() -> api.retrieve("b")),
                  Samples.failureOf(() -> api.results("b", _ -> {})),
                  Samples.failureOf(() -> api.cancel("b")),
                  Samples.failureOf(() -> {
                    api.delete("b");
                    return "deleted";
                  })))
          .extracting(ProviderException::kind)
          .containsOnly(Kind.NOT_FOUND);
    }
  }

  @Test
  void a_base_address_may_have_a_path() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Replies.json(200, Replies.BATCH));
        AnthropicProvider provider = Samples.provider(server.address().resolve("/gateway/"))) {
      var _ = provider.batches().retrieve("msgbatch_1");

      assertThat(server.onlyRequest().target())
          .isEqualTo("/gateway/v1/messages/batches/msgbatch_1");
    }
  }

  @FunctionalInterface
  private interface Asking {
    BatchSnapshot ask(BatchApi api) throws ProviderException;
  }

  private static BatchSnapshot answer(Asking asking, Reply reply) throws Exception {
    try (ScriptedServer server = new ScriptedServer(reply);
        AnthropicProvider provider = Samples.provider(server.address())) {
      return asking.ask(provider.batches());
    }
  }
}
