package org.bpmndoc.emulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsFileTest {

  private static final Which FIRST = Which.of(1);

  @TempDir Path folder;

  @Test
  void each_entry_is_a_fault() {
    assertThat(
            faults(
                """
                faults:
                  - {create: 1, fault: drop}
                  - {create: 2, fault: error, status: 503, retry-after: 2s, code: ramp_limit_exceeded}
                  - {retrieve: 1-2, batch: 1, fault: not-found}
                  - {results: 1, fault: cut, after-lines: 2, in-line: true}
                  - {messages: every 3, fault: refusal}
                  - {batch: all, fault: listed-late, by: 300ms}
                  - {batch: 2-, lines: [1, 3], fault: low-balance}
                  - {fault: queue-limit, requests: 7}
                """))
        .containsExactly(
            new Fault.OnCall(ApiCall.CREATE, FIRST, Which.ALL, new CallFault.Dropped(true)),
            new Fault.OnCall(
                ApiCall.CREATE,
                Which.of(2),
                Which.ALL,
                new CallFault.Refused(
                    ErrorType.API_ERROR,
                    503,
                    "An error was asked for",
                    Optional.of(Duration.ofSeconds(2)),
                    Optional.of("ramp_limit_exceeded"),
                    false)),
            new Fault.OnCall(
                ApiCall.RETRIEVE,
                new Which(List.of(new Which.Span(1, 2, 1))),
                FIRST,
                new CallFault.Refused(
                    ErrorType.NOT_FOUND_ERROR,
                    404,
                    "Not found",
                    Optional.empty(),
                    Optional.empty(),
                    false)),
            new Fault.OnCall(ApiCall.RESULTS, FIRST, Which.ALL, new CallFault.Cut(2, true, false)),
            new Fault.OnMessage(
                new Which(List.of(new Which.Span(3, Long.MAX_VALUE, 3))),
                new AnswerFault.Refusal()),
            new Fault.OnBatch(Which.ALL, new BatchFault.ListedLate(Duration.ofMillis(300))),
            new Fault.OnLine(
                new Which(List.of(new Which.Span(2, Long.MAX_VALUE, 1))),
                Which.of(1, 3),
                new AnswerFault.Errored(
                    ErrorType.INVALID_REQUEST_ERROR,
                    "Your credit balance is too low to access the Anthropic API.")),
            new Fault.QueueLimit(7));
  }

  @Test
  void json_says_the_same() {
    assertThat(faults("{\"faults\": [{\"results\": [1, 3], \"fault\": \"no-content-type\"}]}"))
        .isEqualTo(faults("faults:\n- results: 1, 3\n  fault: no-content-type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{create: 1, fault: timeout}",
        "{messages: all, fault: rate-limit, retry-after: 1s}",
        "{create: 1, fault: spend-limit}",
        "{list: 2, fault: overloaded}",
        "{count-tokens: 1, fault: slow, by: 1s}",
        "{results: 1, batch: 2, fault: blank-lines}",
        "{results: 1, fault: malformed-lines, lines: 2}",
        "{results: 1, fault: duplicate-lines}",
        "{results: all, fault: missing-lines, lines: every 4}",
        "{results: 1, fault: unknown-lines, count: 3}",
        "{results: 1, fault: slow-lines, each: 20ms}",
        "{batch: 1, fault: stuck, answered: 2}",
        "{batch: 1, fault: slow-batch, by: 4h}",
        "{batch: 1, fault: errored, type: overloaded_error, message: busy}",
        "{batch: 1, lines: 2-, fault: expired}",
        "{batch: 1, fault: max-tokens}",
        "{batch: 1, fault: context-window}",
        "{messages: 1, fault: invalid-structure}",
      })
  void every_name_is_known(String entry) {
    assertThat(faults("faults: [" + entry + "]")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {create: 1, fault: dorp}                   | fault: expected drop, error, timeout
          {create: 1}                                | expected "fault", found none
          {fault: drop}                              | expected a call it strikes, create, retrieve
          {create: 1, list: 1, fault: drop}          | found create, list
          {create: 1, fault: cut}                    | expected a call it strikes, results, found create
          {create: 0, fault: drop}                   | create: expected 1, 2-4, 3-, every 5, all
          {create: 4-2, fault: drop}                 | found "4-2"
          {create: 1, fault: drop, aftr: 1}          | takes fault, accepted, create; found "aftr"
          {create: 1, batch: 1, fault: drop}         | found "batch"
          {create: 1, fault: drop, accepted: maybe}  | accepted: expected true or false, found "maybe"
          {create: 1, fault: error}                  | expected "status", found none
          {create: 1, fault: error, status: 200}     | status: expected 400 to 599, found 200
          {create: 1, fault: error, status: many}    | status: expected a number, found "many"
          {list: 1, fault: slow, by: soon}           | by: expected a duration such as 200ms
          {list: 1, fault: slow}                     | expected "by", found none
          {fault: stuck}                             | expected "batch", found none
          {messages: 1, fault: expired}              | expected "batch", found none
          {batch: 1, fault: errored, type: oops}     | type: expected an error of the API
          {batch: {a: 1}, fault: stuck}              | expected a text, a number or a list of them
          {batch: 1, batch: 2, fault: stuck}         | "batch" is here a second time
          drop                                       | expected a fault such as {create: 1, fault: drop}
          """)
  void what_is_wrong_is_named_with_its_line(String entry, String message) {
    Diagnostic problem = problems("# a comment\nfaults:\n- " + entry).getFirst();

    assertThat(problem.toText()).startsWith("faults.yaml:3: ").contains(message).contains("hint: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''             | expected "faults:" and a list, found nothing
          'drop'         | expected "faults:" and a list, found "drop"
          'faults: drop' | expected a list of faults, found "drop"
          'fault: []'    | expected "faults", found "fault"
          'faults: [{'   | expected YAML or JSON
          """)
  void a_text_that_is_no_list_of_faults_is_refused(String text, String message) {
    assertThat(problems(text).getFirst().toText()).contains(message);
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThat(
            problems(
                """
                faults:
                  - {create: none, fault: drop, accepted: 1}
                  - {fault: stuck}
                """))
        .extracting(problem -> problem.location().line())
        .containsExactly(2, 2, 3);
  }

  @Test
  void a_file_is_read_and_one_that_cannot_be_is_said_so() throws IOException {
    Path file = Files.writeString(folder.resolve("f.yaml"), "faults: []");
    Path binary = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xff});

    assertThat(FaultsFile.read(file)).isEqualTo(new FaultsFile.Read(Faults.NONE));
    for (Path wrong : List.of(folder, folder.resolve("none"), binary)) {
      assertThat(FaultsFile.read(wrong))
          .isInstanceOfSatisfying(
              FaultsFile.Refused.class,
              refused ->
                  assertThat(refused.problems().getFirst().toText())
                      .startsWith(wrong + ": expected "));
    }
  }

  private static List<Fault> faults(String text) {
    assertThat(FaultsFile.parse("faults.yaml", text)).isInstanceOf(FaultsFile.Read.class);
    return ((FaultsFile.Read) FaultsFile.parse("faults.yaml", text)).faults().faults();
  }

  private static List<Diagnostic> problems(String text) {
    assertThat(FaultsFile.parse("faults.yaml", text)).isInstanceOf(FaultsFile.Refused.class);
    return ((FaultsFile.Refused) FaultsFile.parse("faults.yaml", text)).problems();
  }
}
