package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What goes over the wire, field by field in the order it is sent.
class SentTest {

  @Test
  void a_direct_request_is_sent_as_written_down() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Replies.json(200, Replies.MESSAGE));
        AnthropicProvider provider = Samples.provider(server.address())) {
      var _ = provider.direct().send(Samples.request("{\"name\":\"Kreditprüfung\"}"));

      ScriptedServer.Received sent = server.onlyRequest();
      assertThat(sent.method() + " " + sent.target()).isEqualTo("POST /v1/messages");
      assertThat(json(sent.body())).isEqualTo(golden("direct-request.json"));
      assertHeaders(sent);
    }
  }

  @Test
  void a_batch_is_sent_as_written_down() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Replies.json(200, Replies.BATCH));
        AnthropicProvider provider = Samples.provider(server.address())) {
      var _ = provider.batches().create(Samples.items());

      ScriptedServer.Received sent = server.onlyRequest();
      assertThat(sent.method() + " " + sent.target()).isEqualTo("POST /v1/messages/batches");
      assertThat(json(sent.body())).isEqualTo(golden("batch-request.json"));
      assertHeaders(sent);
    }
  }

  private static void assertHeaders(ScriptedServer.Received sent) {
    assertThat(sent.headers())
        .containsEntry("authorization", "Bearer " + Samples.KEY)
        .containsEntry("anthropic-version", "2026-10-21")
        .containsEntry("content-type", "application/json")
        .containsEntry("x-stainless-retry-count", "0")
        .doesNotContainKeys("anthropic-beta", "idempotency-key", "traceparent");
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = SentTest.class.getResourceAsStream(name)) {
      return json(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /// The same JSON without any choice of how to write it.
  private static String json(String text) {
    return JsonMapper.shared().readTree(text).toString();
  }
}
