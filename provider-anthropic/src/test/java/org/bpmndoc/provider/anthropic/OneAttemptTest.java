package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.provider.anthropic.ScriptedServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever happens to a request, it goes out once, and the run learns whether it may have arrived.
class OneAttemptTest {

  @Test
  void a_create_that_is_dropped_is_one_post_and_ambiguous() throws Exception {
    assertOnePost(Kind.AMBIGUOUS, Kind.AMBIGUOUS, Replies.hangUp());
  }

  @Test
  void an_answer_that_is_cut_short_is_ambiguous() throws Exception {
    assertOnePost(Kind.AMBIGUOUS, Kind.AMBIGUOUS, Replies.cut(Replies.BATCH, 20));
  }

  @Test
  void an_answer_that_ends_in_the_middle_of_its_json_is_ambiguous() throws Exception {
    assertOnePost(
        Kind.AMBIGUOUS, Kind.AMBIGUOUS, Replies.untilItEnds(Replies.BATCH.substring(0, 60)));
  }

  @Test
  void an_answer_of_something_else_is_ambiguous() throws Exception {
    assertOnePost(Kind.AMBIGUOUS, Kind.AMBIGUOUS, Replies.json(200, "{\"hello\":[]}"));
    assertOnePost(
        Kind.AMBIGUOUS,
        Kind.AMBIGUOUS,
        Replies.withoutContentType(200, "<html>Sign in to this network</html>"));
  }

  @ParameterizedTest
  @CsvSource({
    "408, AMBIGUOUS, AMBIGUOUS",
    "409, REJECTED, REJECTED",
    "429, BUSY, BUSY",
    "500, AMBIGUOUS, AMBIGUOUS",
    "503, AMBIGUOUS, AMBIGUOUS",
    "504, AMBIGUOUS, AMBIGUOUS",
    "529, AMBIGUOUS, BUSY",
  })
  void no_status_makes_it_go_out_again(int status, Kind created, Kind answered) throws Exception {
    assertOnePost(created, answered, Replies.json(status, "{}"));
    assertOnePost(created, answered, Replies.json(status, "{}", "retry-after: 0"));
    assertOnePost(created, answered, Replies.json(status, "{}", "x-should-retry: true"));
  }

  @ParameterizedTest
  @CsvSource({"301", "302", "307", "308"})
  void a_redirect_is_not_followed(int status) throws Exception {
    assertOnePost(
        Kind.UNREACHABLE,
        Kind.UNREACHABLE,
        Replies.json(status, "", "location: /v1/messages/elsewhere"));
  }

  @Test
  void no_answer_in_time_is_ambiguous() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Reply silent = Replies.silentUntil(over);
    try (ScriptedServer server = new ScriptedServer(silent, silent, silent);
        AnthropicProvider provider = Samples.impatientProvider(server.address())) {
      assertThat(Samples.failureOf(() -> provider.batches().create(Samples.items())).kind())
          .isEqualTo(Kind.AMBIGUOUS);
      assertThat(Samples.failureOf(() -> provider.direct().send(Samples.request("{}"))).kind())
          .isEqualTo(Kind.AMBIGUOUS);
      assertThat(Samples.failureOf(() -> provider.batches().retrieve("msgbatch_1")).kind())
          .isEqualTo(Kind.AMBIGUOUS);
      assertThat(server.received()).hasSize(3);
    } finally {
      over.countDown();
    }
  }

  @Test
  void where_nobody_listens_nothing_was_sent() throws Exception {
    assertNothingSent(URI.create("http://127.0.0.1:" + unusedPort()), "connect");
  }

  @Test
  void where_there_is_no_such_host_nothing_was_sent() {
    assertNothingSent(URI.create("http://nowhere.invalid"), "nowhere.invalid");
  }

  @Test
  void where_no_secure_connection_comes_about_nothing_was_sent() throws Exception {
    try (ScriptedServer server = new ScriptedServer();
        AnthropicProvider provider =
            Samples.provider(URI.create("https://127.0.0.1:" + server.address().getPort()))) {
      assertThat(Samples.failureOf(() -> provider.batches().create(Samples.items())).kind())
          .isEqualTo(Kind.UNREACHABLE);
      assertThat(server.received()).isEmpty();
    }
  }

  private static void assertNothingSent(URI address, String word) {
    try (AnthropicProvider provider = Samples.provider(address)) {
      for (Samples.Call call : calls(provider)) {
        ProviderException failure = Samples.failureOf(call);
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.reason()).contains(address.toString()).containsIgnoringCase(word);
      }
    }
  }

  private static Samples.Call[] calls(AnthropicProvider provider) {
    return new Samples.Call[] {
      () -> provider.batches().create(Samples.items()),
      () -> provider.direct().send(Samples.request("{}")),
      () -> provider.batches().retrieve("msgbatch_1"),
      () -> provider.batches().cancel("msgbatch_1"),
      () -> provider.batches().results("msgbatch_1", _ -> {}),
    };
  }

  private static void assertOnePost(Kind created, Kind answered, Reply reply) throws IOException {
    try (ScriptedServer server = new ScriptedServer(reply);
        AnthropicProvider provider = Samples.provider(server.address())) {
      assertThat(Samples.failureOf(() -> provider.batches().create(Samples.items())).kind())
          .isEqualTo(created);
      assertThat(server.onlyRequest().method()).isEqualTo("POST");
    }
    try (ScriptedServer server = new ScriptedServer(reply);
        AnthropicProvider provider = Samples.provider(server.address())) {
      assertThat(Samples.failureOf(() -> provider.direct().send(Samples.request("{}"))).kind())
          .isEqualTo(answered);
      assertThat(server.onlyRequest().method()).isEqualTo("POST");
    }
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
