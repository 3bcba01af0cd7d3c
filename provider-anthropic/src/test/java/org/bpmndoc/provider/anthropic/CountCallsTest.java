package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.emulator.Answer;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.fault.FaultsFile;
import org.bpmndoc.prompt.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CountCallsTest {

  private static final Request REQUEST = Samples.request("{\"name\":\"Kreditprüfung 🧾\"}");

  @Test
  void the_count_is_that_of_what_is_sent() throws Exception {
    try (Emulator emulator = emulator("");
        AnthropicProvider provider = Samples.provider(emulator.baseUrl())) {
      long counted = provider.counts().promptTokens(REQUEST);
      Outcome answer = provider.direct().send(REQUEST);

      assertThat(((Outcome.Succeeded) answer).usage().inputTokens()).isEqualTo(counted);
      assertThat(emulator.bill().lines()).hasSize(1);
    }
  }

  @Test
  void what_is_counted_is_what_is_sent_but_for_the_limit_of_the_answer() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                Replies.json(200, "{\"input_tokens\":2095}"), Replies.json(200, Replies.MESSAGE));
        AnthropicProvider provider = Samples.provider(server.address())) {
      assertThat(provider.counts().promptTokens(REQUEST)).isEqualTo(2095);
      var _ = provider.direct().send(REQUEST);

      ScriptedServer.Received count = server.received().getFirst();
      assertThat(count.method() + " " + count.target()).isEqualTo("POST /v1/messages/count_tokens");
      ObjectNode sent =
          (ObjectNode) JsonMapper.shared().readTree(server.received().getLast().body());
      sent.remove("max_tokens");
      assertThat(JsonMapper.shared().readTree(count.body())).isEqualTo(sent);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fault: drop                           | AMBIGUOUS
          fault: error, status: 500             | AMBIGUOUS
          fault: overloaded                     | BUSY
          fault: rate-limit, retry-after: 2s    | BUSY
          fault: error, status: 401             | AUTHENTICATION
          fault: error, status: 400             | REJECTED
          fault: error, status: 413             | TOO_LARGE
          fault: not-found                      | NOT_FOUND
          """)
  void a_count_that_goes_wrong_is_asked_for_once(String fault, Kind kind) throws Exception {
    try (Emulator emulator = emulator("{count-tokens: 1, " + fault + "}");
        AnthropicProvider provider = Samples.provider(emulator.baseUrl())) {
      ProviderException failure = Samples.failureOf(() -> provider.counts().promptTokens(REQUEST));

      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.retryAfter())
          .isEqualTo(fault.contains("2s") ? Optional.of(Duration.ofSeconds(2)) : Optional.empty());
      assertThat(emulator.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"input_tokens\":null}",
        "{\"input_tokens\":\"12\"}",
        "{\"input_tokens\":1.5}",
        "{\"input_tokens\":-1}",
        "{\"input_tokens\":99999999999999999999}",
        "[]",
        "12"
      })
  void an_answer_that_is_no_count_is_none(String body) throws Exception {
    try (ScriptedServer server = new ScriptedServer(Replies.json(200, body));
        AnthropicProvider provider = Samples.provider(server.address())) {
      assertThat(Samples.failureOf(() -> provider.counts().promptTokens(REQUEST)).kind())
          .isEqualTo(Kind.AMBIGUOUS);
    }
  }

  private static Emulator emulator(String faults) throws Exception {
    FaultsFile file = FaultsFile.parse("faults", "faults: [" + faults + "]");
    assertThat(file).isInstanceOf(FaultsFile.Read.class);
    return Emulator.start(
        EmulatorSettings.of(_ -> new Answer.Text("{}"))
            .withFaults(((FaultsFile.Read) file).faults()));
  }
}
