package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.batch.BatchApi.Result;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.provider.anthropic.ScriptedServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Results as they come in the wild.
class ResultsTest {

  private static final String GOOD =
      """
      {"custom_id":"a","result":{"type":"succeeded","message":{"id":"msg_1","type":"message",\
      "role":"assistant","model":"claude-haiku-5-5","content":[{"type":"text","text":"Prüft 🧾"}],\
      "stop_reason":"end_turn","stop_sequence":null,\
      "usage":{"input_tokens":10,"output_tokens":34,"service_tier":"batch"}}}}\
      """;

  private static final Result GOOD_RESULT =
      new Result(
          "a",
          new Outcome.Succeeded(
              "Prüft 🧾", Outcome.Stop.END_TURN, Usage.of(10, 34), "claude-haiku-5-5"));

  private static final String CANCELED = "{\"custom_id\":\"c\",\"result\":{\"type\":\"canceled\"}}";
  private static final Result CANCELED_RESULT = new Result("c", new Outcome.Canceled());

  @TempDir Path spoolFolder;

  private final List<Result> results = new ArrayList<>();

  @Test
  void each_kind_of_line_is_read() throws Exception {
    String expired = "{\"custom_id\":\"d\",\"result\":{\"type\":\"expired\"}}";

    assertThat(read(Replies.lines(GOOD + "\n" + CANCELED + "\n" + expired + "\n"))).isZero();
    assertThat(results)
        .containsExactly(GOOD_RESULT, CANCELED_RESULT, new Result("d", new Outcome.Expired()));
  }

  @Test
  void errors_are_read_with_and_without_details_request_id_and_envelope() throws Exception {
    String envelope =
        """
        {"custom_id":"e1","result":{"type":"errored","error":{"type":"error",\
        "error":{"type":"invalid_request_error","message":"No"},"request_id":"req_1"}}}
        {"custom_id":"e2","result":{"type":"errored","error":{"type":"error",\
        "error":{"details":null,"type":"invalid_request_error",\
        "message":"Your credit balance is too low"}}}}
        {"custom_id":"e3","result":{"type":"errored","error":{"type":"error",\
        "error":{"type":"overloaded_error"},"request_id":null}}}
        {"custom_id":"e4","result":{"type":"errored","error":{"type":"api_error",\
        "message":"flat"}}}
        """;

    assertThat(read(Replies.lines(envelope))).isZero();
    assertThat(results)
        .containsExactly(
            new Result("e1", new Outcome.Errored("invalid_request_error", "No (request req_1)")),
            new Result(
                "e2",
                new Outcome.Errored("invalid_request_error", "Your credit balance is too low")),
            new Result("e3", new Outcome.Errored("overloaded_error", "")),
            new Result("e4", new Outcome.Errored("api_error", "flat")));
  }

  @Test
  void blank_lines_and_carriage_returns_are_no_lines() throws Exception {
    assertThat(read(Replies.lines("\r\n\n" + GOOD + "\r\n  \t\r\n\n" + CANCELED))).isZero();
    assertThat(results).containsExactly(GOOD_RESULT, CANCELED_RESULT);
  }

  @Test
  void a_line_that_cannot_be_read_costs_that_line_only() throws Exception {
    String lines =
        String.join(
            "\n",
            GOOD,
            "{\"custom_id\":\"a\",\"result\":{\"type\":\"succ",
            "not json",
            "[]",
            "null",
            "{} {}",
            "{\"result\":{\"type\":\"canceled\"}}",
            "{\"custom_id\":7,\"result\":{\"type\":\"succeeded\"}}",
            "{\"custom_id\":\"x\"}",
            "{\"custom_id\":\"x\",\"result\":{\"type\":\"succeeded\",\"message\":null}}",
            "{\"custom_id\":\"x\",\"result\":{\"type\":\"errored\"}}",
            "{\"custom_id\":\"x\",\"result\":{\"type\":\"something_new\"}}",
            "[".repeat(100_000),
            CANCELED);

    assertThat(read(Replies.lines(lines))).isEqualTo(12);
    assertThat(results).containsExactly(GOOD_RESULT, CANCELED_RESULT);
  }

  @Test
  void a_line_that_comes_twice_is_handed_on_twice() throws Exception {
    assertThat(read(Replies.lines(GOOD + "\n" + CANCELED + "\n" + GOOD + "\n"))).isZero();
    assertThat(results).containsExactly(GOOD_RESULT, CANCELED_RESULT, GOOD_RESULT);
  }

  @Test
  void neither_a_missing_content_type_nor_gzip_matters() throws Exception {
    assertThat(read(Replies.withoutContentType(200, GOOD + "\n"))).isZero();
    assertThat(read(Replies.gzipped(GOOD + "\n"))).isZero();
    assertThat(results).containsExactly(GOOD_RESULT, GOOD_RESULT);
  }

  @Test
  void pieces_may_end_within_a_character() throws Exception {
    for (int pieceBytes : new int[] {1, 2, 3, 7}) {
      assertThat(read(Replies.inPieces(GOOD + "\n" + CANCELED + "\n", pieceBytes))).isZero();
    }
    assertThat(results).hasSize(8).contains(GOOD_RESULT, CANCELED_RESULT);
  }

  @Test
  void a_download_that_breaks_off_hands_on_nothing() throws Exception {
    String lines = GOOD + "\n" + CANCELED + "\n";
    for (Reply reply :
        List.of(Replies.cut(lines, GOOD.length() + 20), Replies.gzippedAndCut(lines))) {
      try (ScriptedServer server = new ScriptedServer(reply);
          AnthropicProvider provider = Samples.provider(server.address(), spoolFolder)) {
        ProviderException failure =
            Samples.failureOf(() -> provider.batches().results("msgbatch_1", results::add));
        assertThat(failure.kind()).isEqualTo(Kind.AMBIGUOUS);
      }
    }
    assertThat(results).isEmpty();
    assertThat(spooled()).isEmpty();
  }

  @Test
  void a_body_that_ends_early_without_saying_so_hands_on_what_is_there() throws Exception {
    String lines = GOOD + "\n" + CANCELED.substring(0, 20);

    assertThat(read(Replies.untilItEnds(lines))).isEqualTo(1);
    assertThat(results).containsExactly(GOOD_RESULT);
  }

  @Test
  void nothing_stays_on_disk() throws Exception {
    assertThat(read(Replies.lines(GOOD + "\n"))).isZero();
    assertThat(spooled()).isEmpty();

    try (ScriptedServer server = new ScriptedServer(Replies.lines(GOOD + "\n"));
        AnthropicProvider provider = Samples.provider(server.address(), spoolFolder)) {
      assertThatThrownBy(
              () -> {
                int _ =
                    provider
                        .batches()
                        .results(
                            "msgbatch_1",
                            _ -> {
                              throw new IllegalStateException("of the caller's own");
                            });
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("of the caller's own");
    }
    assertThat(spooled()).isEmpty();
  }

  @Test
  void a_folder_that_is_not_there_is_named() throws Exception {
    Path nowhere = spoolFolder.resolve("nowhere");
    try (ScriptedServer server = new ScriptedServer();
        AnthropicProvider provider = Samples.provider(server.address(), nowhere)) {
      assertThat(Samples.failureOf(() -> provider.batches().results("b", _ -> {})).reason())
          .contains(nowhere.toString());
      assertThat(server.received()).isEmpty();
    }
  }

  private int read(Reply reply) throws Exception {
    try (ScriptedServer server = new ScriptedServer(reply);
        AnthropicProvider provider = Samples.provider(server.address(), spoolFolder)) {
      return provider.batches().results("msgbatch_1", results::add);
    }
  }

  private List<Path> spooled() throws IOException {
    try (Stream<Path> files = Files.list(spoolFolder)) {
      return files.toList();
    }
  }
}
