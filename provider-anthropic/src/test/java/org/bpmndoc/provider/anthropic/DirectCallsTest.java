package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.provider.anthropic.ScriptedServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectCallsTest {

  @Test
  void an_answer_is_its_text_without_its_thinking() throws Exception {
    String message =
        """
        {"id":"msg_1","type":"message","role":"assistant","model":"claude-haiku-5-5",
         "content":[
           {"type":"thinking","thinking":"Hm.","signature":"xyz"},
           {"type":"text","text":"{\\"summary\\":"},
           {"type":"something_new","text":"not this"},
           {"type":"text","text":"\\"Prüft 🧾\\"}"}],
         "stop_reason":"end_turn","stop_sequence":null,
         "usage":{"input_tokens":10,"output_tokens":34,"cache_read_input_tokens":5,
           "cache_creation_input_tokens":7,"service_tier":"standard",
           "cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":7}}}\
        """;

    assertThat(answer(Replies.json(200, message)))
        .isEqualTo(
            new Outcome.Succeeded(
                "{\"summary\":\"Prüft 🧾\"}",
                Outcome.Stop.END_TURN,
                new Usage(10, 34, 5, 7),
                "claude-haiku-5-5"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"end_turn\"', END_TURN",
    "'\"max_tokens\"', MAX_TOKENS",
    "'\"refusal\"', REFUSAL",
    "'\"model_context_window_exceeded\"', CONTEXT_WINDOW",
    "'\"stop_sequence\"', OTHER",
    "'\"tool_use\"', OTHER",
    "'\"pause_turn\"', OTHER",
    "'\"something_new\"', OTHER",
    "'null', OTHER",
    "'7', OTHER",
  })
  void a_reason_to_stop_that_is_not_known_is_other(String reason, Outcome.Stop stop)
      throws Exception {
    Reply reply = Replies.json(200, Replies.MESSAGE.replace("\"end_turn\"", reason));

    assertThat(((Outcome.Succeeded) answer(reply)).stop()).isEqualTo(stop);
  }

  @Test
  void an_answer_without_figures_is_an_answer_all_the_same() throws Exception {
    Reply reply = Replies.json(200, "{\"content\":[],\"usage\":{\"input_tokens\":null}}");

    assertThat(answer(reply))
        .isEqualTo(new Outcome.Succeeded("", Outcome.Stop.OTHER, Usage.NONE, ""));
  }

  @Test
  void long_answers_are_asked_for_without_streaming() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Replies.json(200, Replies.MESSAGE));
        AnthropicProvider provider = Samples.provider(server.address())) {
      var _ = provider.direct().send(Samples.request("{}", 128_000));

      assertThat(server.onlyRequest().body())
          .contains("\"max_tokens\":128000")
          .doesNotContain("stream");
    }
  }

  @Test
  void many_threads_may_ask_at_once() throws Exception {
    int callers = 40;
    Reply[] replies = new Reply[callers];
    Arrays.fill(replies, Replies.json(200, Replies.MESSAGE));
    try (ScriptedServer server = new ScriptedServer(replies);
        AnthropicProvider provider = Samples.provider(server.address());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome>> answers = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        String facts = "caller " + i;
        answers.add(threads.submit(() -> provider.direct().send(Samples.request(facts))));
      }
      for (Future<Outcome> answer : answers) {
        assertThat(answer.get()).isInstanceOf(Outcome.Succeeded.class);
      }
      assertThat(server.received())
          .extracting(ScriptedServer.Received::body)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void a_caller_that_is_interrupted_stops_waiting() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (ScriptedServer server = new ScriptedServer(Replies.silentUntil(over));
        AnthropicProvider provider = Samples.provider(server.address());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> ending =
          threads.submit(() -> {
            try {
              return provider.direct().send(Samples.request("{}")).toString();
            } catch (InterruptedException e) {
              return "interrupted";
            }
          });
      var _ = server.await();
      threads.shutdownNow();

      assertThat(ending.get()).isEqualTo("interrupted");
    } finally {
      over.countDown();
    }
  }

  private static Outcome answer(Reply reply) throws Exception {
    try (ScriptedServer server = new ScriptedServer(reply);
        AnthropicProvider provider = Samples.provider(server.address())) {
      return provider.direct().send(Samples.request("{}"));
    }
  }
}
