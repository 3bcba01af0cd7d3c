package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.batch.BatchApi.Result;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.Outcome.Stop;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.emulator.Answer;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.fault.FaultsFile;
import org.bpmndoc.plan.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each fault of the emulator comes to on this side of the port.
class FaultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fault: drop                                    | AMBIGUOUS      | 1
          fault: drop, accepted: false                   | AMBIGUOUS      | 0
          fault: timeout                                 | AMBIGUOUS      | 1
          fault: error, status: 500                      | AMBIGUOUS      | 0
          fault: error, status: 408, accepted: true      | AMBIGUOUS      | 1
          fault: error, status: 503, retry-after: 0s     | AMBIGUOUS      | 0
          fault: overloaded                              | AMBIGUOUS      | 0
          fault: rate-limit, retry-after: 2s             | BUSY           | 0
          fault: rate-limit                              | BUSY           | 0
          fault: spend-limit                             | CREDIT         | 0
          fault: error, status: 402                      | CREDIT         | 0
          fault: error, status: 400, message: You have reached your specified API usage limits | CREDIT | 0
          fault: error, status: 429, code: ramp_limit_exceeded, retry-after: 1s | BUSY | 0
          fault: error, status: 401                      | AUTHENTICATION | 0
          fault: error, status: 403                      | AUTHENTICATION | 0
          fault: error, status: 413                      | TOO_LARGE      | 0
          fault: error, status: 400                      | REJECTED       | 0
          fault: not-found                               | NOT_FOUND      | 0
          """)
  void a_create_is_sent_once_whatever_comes_of_it(String fault, Kind kind, int batches)
      throws Exception {
    try (Emulator emulator = emulator("{create: 1, " + fault + "}");
        AnthropicProvider provider = Samples.provider(emulator.baseUrl())) {
      ProviderException failure =
          Samples.failureOf(() -> provider.batches().create(Samples.items()));

      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.retryAfter().map(Duration::toSeconds)).isEqualTo(retryAfter(fault));
      assertThat(emulator.requests()).hasSize(1);
      assertThat(provider.batches().list(Optional.empty())).hasSize(batches);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fault: blank-lines                                     | 2 | 0
          fault: malformed-lines, lines: 1                       | 1 | 1
          fault: duplicate-lines                                 | 4 | 0
          fault: missing-lines, lines: 2                         | 1 | 0
          fault: unknown-lines                                   | 3 | 0
          fault: no-content-type                                 | 2 | 0
          fault: slow-lines, each: 1ms                           | 2 | 0
          fault: cut, after-lines: 1, cleanly: true              | 1 | 0
          fault: cut, after-lines: 1, in-line: true, cleanly: true | 1 | 1
          """)
  void results_that_arrive_are_handed_on_and_counted(String fault, int lines, int unreadable)
      throws Exception {
    List<Result> results = new ArrayList<>();
    try (Emulator emulator = emulator("{results: 1, " + fault + "}");
        AnthropicProvider provider = Samples.provider(emulator.baseUrl())) {
      BatchSnapshot batch = provider.batches().create(Samples.items());

      assertThat(provider.batches().results(batch.id(), results::add)).isEqualTo(unreadable);
      assertThat(results).hasSize(lines);
      assertThat(results)
          .extracting(Result::outcome)
          .allMatch(outcome -> outcome instanceof Outcome.Succeeded);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fault: cut, after-lines: 1                    | AMBIGUOUS
          fault: cut, after-lines: 1, in-line: true     | AMBIGUOUS
          fault: cut                                    | AMBIGUOUS
          fault: drop                                   | AMBIGUOUS
          fault: error, status: 500                     | AMBIGUOUS
          fault: not-found                              | NOT_FOUND
          fault: overloaded                             | BUSY
          """)
  void results_that_do_not_arrive_hand_on_nothing(String fault, Kind kind) throws Exception {
    List<Result> results = new ArrayList<>();
    try (Emulator emulator = emulator("{results: 1, " + fault + "}");
        AnthropicProvider provider = Samples.provider(emulator.baseUrl())) {
      BatchSnapshot batch = provider.batches().create(Samples.items());

      assertThat(
              Samples.failureOf(() -> provider.batches().results(batch.id(), results::add)).kind())
          .isEqualTo(kind);
      assertThat(results).isEmpty();
      assertThat(provider.batches().results(batch.id(), results::add)).isZero();
      assertThat(results).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "refusal, REFUSAL",
    "max-tokens, MAX_TOKENS",
    "context-window, CONTEXT_WINDOW",
    "invalid-structure, END_TURN"
  })
  void an_answer_of_no_use_says_why_and_what_it_cost_on_both_ways(String fault, Stop stop)
      throws Exception {
    List<Result> results = new ArrayList<>();
    try (Emulator emulator =
            emulator("{batch: 1, fault: %s}, {messages: 1, fault: %s}".formatted(fault, fault));
        AnthropicProvider provider = Samples.provider(emulator.baseUrl())) {
      BatchSnapshot batch = provider.batches().create(Samples.items());
      int _ = provider.batches().results(batch.id(), results::add);
      Outcome direct = provider.direct().send(Samples.request("{}"));

      List<Outcome> outcomes = new ArrayList<>(results.stream().map(Result::outcome).toList());
      outcomes.add(direct);
      assertThat(outcomes)
          .extracting(outcome -> ((Outcome.Succeeded) outcome).stop())
          .containsOnly(stop);
      assertThat(outcomes.stream().map(outcome -> ((Outcome.Succeeded) outcome).usage()))
          .containsExactlyInAnyOrderElementsOf(
              emulator.bill().lines().stream().map(line -> line.usage()).toList())
          .doesNotContain(Usage.NONE);
    }
  }

  @Test
  void lines_without_an_answer_say_why_and_cost_nothing() throws Exception {
    List<Result> results = new ArrayList<>();
    try (Emulator emulator =
            emulator(
                "{batch: 1, lines: 1, fault: low-balance}, {batch: 1, lines: 2, fault: expired}");
        AnthropicProvider provider = Samples.provider(emulator.baseUrl())) {
      BatchSnapshot batch = provider.batches().create(Samples.items());
      assertThat(provider.batches().results(batch.id(), results::add)).isZero();

      assertThat(results)
          .containsExactlyInAnyOrder(
              new Result(
                  "run_a_1",
                  new Outcome.Errored(
                      "invalid_request_error",
                      "Your credit balance is too low to access the Anthropic API.")),
              new Result("run_b_1", new Outcome.Expired()));
      assertThat(emulator.bill().lines()).isEmpty();
    }
  }

  private static Optional<Long> retryAfter(String fault) {
    int at = fault.indexOf("retry-after: ");
    return at < 0
        ? Optional.empty()
        : Optional.of(Long.valueOf(fault.substring(at + 13).replaceAll("s.*", "").strip()));
  }

  private static Emulator emulator(String faults) throws IOException {
    FaultsFile file = FaultsFile.parse("faults", "faults: [" + faults + "]");
    assertThat(file).isInstanceOf(FaultsFile.Read.class);
    return Emulator.start(
        EmulatorSettings.of(_ -> new Answer.Text("{\"summary\":\"It bills.\"}"))
            .withFaults(((FaultsFile.Read) file).faults()));
  }
}
