package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Bill;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.fault.Faults;
import org.bpmndoc.emulator.fault.FaultsFile;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whole runs against what can go wrong, and the emulator's bill afterwards. The example has four
/// leaves and a parent: undisturbed, two batches with five requests.
class FaultsTest {

  private static final Path REFERENCE = Invocation.ROOT.resolve("docs/reference/faults.md");
  private static final Duration TURNAROUND = Duration.ofMillis(40);
  private static final int SUBJECTS = 5;

  @TempDir Path folder;

  /// The fault, what the run does about it, batches billed, batches adopted, and answers that were
  /// paid although the same was answered before. All documents are there in the end.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {create: 1, fault: drop}                                | finds the batch in the list     | 2 | 1 | 0
          {create: 1, fault: timeout}                             | finds the batch in the list     | 2 | 1 | 0
          {create: 1, fault: error, status: 500, accepted: true}  | finds the batch in the list     | 2 | 1 | 0
          {create: 1, fault: error, status: 408, accepted: true}  | finds the batch in the list     | 2 | 1 | 0
          {create: 1, fault: drop}, {batch: 1, fault: slow-batch, by: 500ms} | adopts it running    | 2 | 1 | 0
          {create: 1, fault: timeout}, {batch: 1, fault: listed-late, by: 100ms} | waits for the list | 2 | 1 | 0
          {create: 1, fault: drop}, {list: 1-2, fault: error, status: 500} | searches again         | 2 | 1 | 0
          {create: all, fault: timeout}                           | finds every batch in the list   | 2 | 2 | 0
          {create: 1, fault: drop, accepted: false}               | searches, then creates it       | 2 | 0 | 0
          {create: 1, fault: error, status: 500}                  | searches, then creates it       | 2 | 0 | 0
          {create: 1, fault: overloaded}                          | searches, then creates it       | 2 | 0 | 0
          {create: 1-2, fault: rate-limit}                        | waits, then creates it          | 2 | 0 | 0
          {create: 1, fault: rate-limit, retry-after: 1s}         | waits as asked, then creates it | 2 | 0 | 0
          {create: 1, fault: slow, by: 200ms}                     | waits                           | 2 | 0 | 0
          {create: 1, fault: error, status: 413}                  | cuts it in halves               | 3 | 0 | 0
          {retrieve: 1-2, fault: not-found}                       | asks again                      | 2 | 0 | 0
          {retrieve: 1, fault: rate-limit}                        | asks again                      | 2 | 0 | 0
          {retrieve: [1, 3], fault: overloaded}                   | asks again                      | 2 | 0 | 0
          {retrieve: 1, fault: drop}                              | asks again                      | 2 | 0 | 0
          {batch: 1, fault: slow-batch, by: 200ms}                | waits                           | 2 | 0 | 0
          {results: 1-2, fault: not-found}                        | downloads again                 | 2 | 0 | 0
          {results: 1-2, fault: error, status: 500}               | downloads again                 | 2 | 0 | 0
          {results: 1, fault: drop}                               | downloads again                 | 2 | 0 | 0
          {results: 1, fault: cut, after-lines: 1}                | downloads again                 | 2 | 0 | 0
          {results: 1, fault: cut, after-lines: 1, in-line: true} | downloads again                 | 2 | 0 | 0
          {results: 1, fault: cut, after-lines: 1, cleanly: true} | counts and downloads again      | 2 | 0 | 0
          {results: 1, fault: cut, after-lines: 1, in-line: true, cleanly: true} | counts, downloads again | 2 | 0 | 0
          {results: 1, fault: malformed-lines, lines: 1}          | counts and downloads again      | 2 | 0 | 0
          {results: 1, fault: missing-lines, lines: 1}            | counts and downloads again      | 2 | 0 | 0
          {results: all, fault: blank-lines}                      | passes over them                | 2 | 0 | 0
          {results: all, fault: duplicate-lines}                  | takes each once                 | 2 | 0 | 0
          {results: all, fault: unknown-lines, count: 2}          | passes over them                | 2 | 0 | 0
          {results: all, fault: no-content-type}                  | reads them all the same         | 2 | 0 | 0
          {results: all, fault: slow-lines, each: 5ms}            | waits                           | 2 | 0 | 0
          {results: all, batch: 1, fault: missing-lines, lines: 1} | books it as unknown, asks again | 3 | 0 | 1
          {results: all, batch: 1, fault: malformed-lines, lines: 1} | books it as unknown, asks again | 3 | 0 | 1
          {delete: all, fault: error, status: 500}                | leaves the batches there        | 2 | 0 | 0
          {batch: 1, lines: 1, fault: expired}                    | keeps the rest, sends that again | 3 | 0 | 0
          {batch: 1, lines: 2-, fault: expired}                   | keeps one, sends the rest again | 3 | 0 | 0
          {batch: 1, lines: 1, fault: errored}                    | sends that again                | 3 | 0 | 0
          {batch: 1, lines: 1, fault: errored, type: overloaded_error} | sends that again           | 3 | 0 | 0
          {batch: 1, lines: 1, fault: invalid-structure}          | asks again, with what was wrong | 3 | 0 | 0
          {batch: 1, lines: 1, fault: max-tokens}                 | asks again with more room       | 3 | 0 | 0
          """)
  void a_run_by_batch_ends_with_all_documents(
      String fault, String does, int batches, int adopted, int again) throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = emulator(fault)) {
      Invocation generated = generate(emulator, hello, "multi-stage");

      JsonNode report = generated.json();
      assertThat(generated.exitCode()).as(generated.err()).isZero();
      assertThat(report.get("documented").asInt()).isEqualTo(SUBJECTS);
      Bill bill = emulator.bill();
      assertThat(report.get("batches").asInt()).isEqualTo(batches);
      assertThat(bill.batches()).hasSize(batches);
      assertThat(report.get("adopted").asInt()).isEqualTo(adopted);
      assertThat(bill.paidMoreThanOnce()).as("" + bill.lines()).hasSize(again);
      costsWhatIsOnTheBill(report, bill, does);
      struck(emulator, fault);
    }
  }

  /// The fault, what the run does about it, and answers that were paid although the same was
  /// answered before: at most those that were under way at once.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {messages: 1, fault: overloaded}                     | calls again                     | 0
          {messages: 1, fault: rate-limit}                     | calls again                     | 0
          {messages: 1, fault: rate-limit, retry-after: 1s}    | waits as asked and calls again  | 0
          {messages: 1, fault: drop, accepted: false}          | books it as unknown, calls again | 0
          {messages: 1, fault: drop}                           | books it as unknown, calls again | 1
          {messages: 1, fault: timeout}                        | books it as unknown, calls again | 1
          {messages: 1, fault: errored}                        | books it as unknown, calls again | 0
          {messages: 1, fault: slow, by: 100ms}                | waits                           | 0
          {messages: 1, fault: invalid-structure}              | asks again, with what was wrong | 0
          {messages: 1, fault: max-tokens}                     | asks again with more room       | 0
          """)
  void a_direct_run_ends_with_all_documents(String fault, String does, int again) throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = emulator(fault)) {
      Invocation generated = generate(emulator, hello, "direct");

      assertThat(generated.exitCode()).as(generated.err()).isZero();
      assertThat(generated.json().get("documented").asInt()).isEqualTo(SUBJECTS);
      Bill bill = emulator.bill();
      assertThat(bill.batches()).isEmpty();
      assertThat(bill.paidMoreThanOnce()).hasSize(again);
      costsWhatIsOnTheBill(generated.json(), bill, does);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refusal        | the model refused to answer
          context-window | exceed the model's window
          """)
  void an_answer_of_no_use_is_paid_once_and_fails_its_subject(String fault, String reason)
      throws Exception {
    for (String where : List.of("batch: 1, lines: 1", "messages: 1")) {
      Path hello = Invocation.example("hello", folder.resolve(where.substring(0, 5)));
      try (Emulator emulator = emulator("{" + where + ", fault: " + fault + "}")) {
        Invocation generated =
            generate(emulator, hello, where.startsWith("batch") ? "multi-stage" : "direct");

        assertThat(generated.exitCode()).isEqualTo(1);
        assertThat(generated.json().get("documented").asInt()).isEqualTo(SUBJECTS - 2);
        assertThat(generated.json().get("problems").get(0).get("reason").asString())
            .contains(reason);
        assertThat(emulator.bill().lines()).hasSize(SUBJECTS - 1);
        assertThat(emulator.bill().paidMoreThanOnce()).isEmpty();
      }
    }
  }

  @Test
  void what_every_line_is_refused_for_is_said_and_sent_once() throws Exception {
    Path hello = Invocation.example("hello", folder);
    String fault = "fault: errored, type: invalid_request_error, message: extra_body is not known";
    try (Emulator emulator = emulator("{batch: all, " + fault + "}")) {
      Invocation generated = generate(emulator, hello, "multi-stage");

      assertThat(generated.exitCode()).isEqualTo(1);
      assertThat(generated.json().get("problems").get(0).get("reason").asString())
          .contains("extra_body is not known");
      assertThat(generated.json().get("requests").get("batch").asInt()).isEqualTo(SUBJECTS - 1);
      assertThat(emulator.bill().lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {batch: 1, lines: 2-, fault: low-balance}     | multi-stage | credit
          {messages: 1, fault: low-balance}             | direct      | credit
          {create: 1, fault: spend-limit}               | multi-stage | credit
          {retrieve: 1, batch: 1, fault: spend-limit}   | multi-stage | credit
          {messages: 1, fault: spend-limit}             | direct      | credit
          {create: 1, fault: error, status: 401}        | multi-stage | authentication
          {create: 1, fault: error, status: 402}        | multi-stage | credit
          {create: 1, fault: error, status: 403}        | multi-stage | authentication
          {results: 1, batch: 1, fault: error, status: 401} | multi-stage | authentication
          {create: 1, fault: error, status: 429, code: organization_on_hold} | multi-stage | credit
          """)
  void an_account_in_trouble_pauses_the_run_and_resume_pays_for_the_rest_only(
      String fault, String strategy, String pause) throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = emulator(fault)) {
      assertThat(generate(emulator, hello, strategy).exitCode()).isEqualTo(3);
      assertThat(Invocation.of("status", hello).out()).contains("paused (" + pause + ")");

      Invocation resumed = resume(emulator, hello);

      assertThat(resumed.exitCode()).as(resumed.err()).isZero();
      assertThat(emulator.bill().lines()).hasSize(SUBJECTS);
      assertThat(emulator.bill().paidMoreThanOnce()).isEmpty();
      costsWhatIsOnTheBill(resumed.json(), emulator.bill(), "");
    }
  }

  /// Time stands still for the batch that fills the queue until another one has been turned away.
  @Test
  void a_full_queue_is_waited_for() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Instant start = Instant.now();
    AtomicReference<@Nullable Emulator> watched = new AtomicReference<>();
    InstantSource clock =
        () ->
            Optional.ofNullable(watched.get()).filter(FaultsTest::hasTurnedAway).isPresent()
                ? start.plus(Duration.ofHours(2))
                : start;
    EmulatorSettings settings =
        EmulatorSettings.of(new OfflineWriter())
            .withTime(clock, Duration.ZERO)
            .withFaults(
                faults("{fault: queue-limit, requests: 4}, {batch: 1, fault: slow-batch, by: 1h}"));
    try (Emulator emulator = Emulator.start(settings)) {
      watched.set(emulator);
      post(
          emulator,
          "/v1/messages/batches",
          "{\"requests\": [{\"custom_id\": \"theirs\", \"params\": {}}]}");

      Invocation generated = generate(emulator, hello, "multi-stage");

      assertThat(generated.exitCode()).as(generated.err()).isZero();
      assertThat(emulator.bill().lines()).hasSize(SUBJECTS);
      assertThat(hasTurnedAway(emulator)).isTrue();
    }
  }

  private static boolean hasTurnedAway(Emulator emulator) {
    return emulator.requests().stream()
        .flatMap(request -> request.answered().stream())
        .anyMatch(answered -> answered.status().orElse(0) == 429);
  }

  @Test
  void a_stuck_batch_that_somebody_cancels_is_sent_again_but_for_what_it_had_answered()
      throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = emulator("{batch: 1, fault: stuck, answered: 2}")) {
      assertThat(generate(emulator, hello, "multi-stage", "--no-wait").exitCode()).isEqualTo(4);
      assertThat(resume(emulator, hello, "--no-wait").exitCode()).isEqualTo(4);
      String create = "POST /v1/messages/batches";
      assertThat(emulator.requests())
          .filteredOn(request -> (request.method() + " " + request.path()).equals(create))
          .hasSize(1);

      String batch =
          Invocation.of("status", hello).out().replaceAll("(?s).*(msgbatch_\\w+).*", "$1");
      post(emulator, "/v1/messages/batches/" + batch + "/cancel", "");
      Invocation resumed = resume(emulator, hello);

      assertThat(resumed.exitCode()).as(resumed.err()).isZero();
      assertThat(resumed.json().get("documented").asInt()).isEqualTo(SUBJECTS);
      assertThat(emulator.bill().lines()).hasSize(SUBJECTS);
      assertThat(emulator.bill().paidMoreThanOnce()).isEmpty();
      costsWhatIsOnTheBill(resumed.json(), emulator.bill(), "");
    }
  }

  /// The files of faults in the reference.
  static Stream<String> examples() throws Exception {
    return Pattern.compile("```yaml\\n(faults:.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(REFERENCE))
        .results()
        .map(block -> block.group(1));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_of_the_reference_is_survived(String example) throws Exception {
    Path hello = Invocation.example("hello", folder);
    FaultsFile file = FaultsFile.parse("example", example);
    assertThat(file).isInstanceOf(FaultsFile.Read.class);
    try (Emulator emulator = emulator(((FaultsFile.Read) file).faults())) {
      Invocation generated = generate(emulator, hello, "hybrid");

      assertThat(generated.exitCode()).as(generated.err()).isZero();
      assertThat(emulator.bill().paidMoreThanOnce()).isEmpty();
    }
  }

  @Test
  void every_fault_of_the_reference_is_one() throws Exception {
    Matcher faults =
        Pattern.compile("`(\\{[^`]*fault: [^`]*})`").matcher(Files.readString(REFERENCE));
    List<String> entries = faults.results().map(found -> found.group(1)).toList();

    assertThat(entries).hasSizeGreaterThan(20);
    assertThat(entries)
        .allSatisfy(entry ->
            assertThat(FaultsFile.parse("reference", "faults: [" + entry + "]"))
                .isInstanceOf(FaultsFile.Read.class));
  }

  @Test
  void a_run_in_one_process_against_an_emulator_with_faults_in_another() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path faults =
        Files.writeString(
            folder.resolve("f.json"), "{\"faults\": [{\"create\": 1, \"fault\": \"timeout\"}]}");
    Process process =
        Child.start(
            Map.of(), "emulator", "--port", "0", "--batch-seconds", "0", "--faults", faults);
    try {
      String baseUrl = process.inputReader().readLine();
      Invocation generated =
          generate(
              Shell.empty().and("ANTHROPIC_BASE_URL", baseUrl).and("ANTHROPIC_API_KEY", "any"),
              hello,
              "multi-stage");

      assertThat(generated.json().get("adopted").asInt()).isEqualTo(1);
      JsonNode bill = get(baseUrl + "/emulator/bill");
      assertThat(bill.get("batches")).hasSize(2);
      assertThat(bill.get("paidMoreThanOnce")).isEmpty();
      assertThat(bill.get("usd").decimalValue())
          .isEqualByComparingTo(generated.json().get("costUsd").decimalValue());
      assertThat(get(baseUrl + "/emulator/requests").at("/requests/0/faults/0").asString())
          .isEqualTo("504 after accept");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void a_file_of_faults_that_is_wrong_is_2_and_says_where() throws Exception {
    Path file = Files.writeString(folder.resolve("faults.yaml"), "faults:\n  - {crate: 1}\n");

    Invocation refused = Invocation.of("emulator", "--port", "0", "--faults", file);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("faults.yaml:2: expected \"fault\", found none")
        .contains("hint: docs/reference/faults.md");
    assertThat(Invocation.of("emulator", "--faults", folder.resolve("none")).exitCode())
        .isEqualTo(2);
  }

  private static Invocation generate(
      Emulator emulator, Path directory, String strategy, String... more) {
    return generate(Shell.with(emulator), directory, strategy, more);
  }

  private static Invocation generate(Shell shell, Path directory, String strategy, String... more) {
    return shell.run(
        Stream.concat(
                Stream.of(
                    "generate",
                    directory,
                    "--provider",
                    "anthropic",
                    "--strategy",
                    strategy,
                    "--poll",
                    "10ms",
                    "--list-delay",
                    "300ms",
                    "--yes",
                    "--json"),
                Stream.of(more))
            .toArray());
  }

  private static Invocation resume(Emulator emulator, Path directory, String... more) {
    return Shell.with(emulator)
        .run(
            Stream.concat(
                    Stream.of(
                        "resume", directory, "--poll", "10ms", "--list-delay", "300ms", "--json"),
                    Stream.of(more))
                .toArray());
  }

  /// To the last digit, unless something had to be booked that nobody knows the price of.
  private static void costsWhatIsOnTheBill(JsonNode report, Bill bill, String does) {
    if (does.contains("unknown")) {
      assertThat(report.get("costUsd").decimalValue())
          .isGreaterThanOrEqualTo(bill.total().amount());
    } else {
      assertThat(report.get("costUsd").decimalValue()).isEqualByComparingTo(bill.total().amount());
    }
  }

  /// A fault that strikes calls is in the log of requests.
  private static void struck(Emulator emulator, String fault) {
    if (!fault.startsWith("{batch")) {
      assertThat(emulator.requests())
          .anySatisfy(
              request -> assertThat(request.answered().orElseThrow().faults()).isNotEmpty());
    }
  }

  private static void post(Emulator emulator, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .headers("x-api-key", "theirs", "anthropic-version", "2026-10-21")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }

  private static JsonNode get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JsonMapper.shared()
          .readTree(
              client
                  .send(
                      HttpRequest.newBuilder(URI.create(address)).build(),
                      HttpResponse.BodyHandlers.ofString())
                  .body());
    }
  }

  private static Emulator emulator(String fault) throws Exception {
    return emulator(faults(fault));
  }

  private static Faults faults(String text) {
    FaultsFile file = FaultsFile.parse("faults", "faults: [" + text + "]");
    assertThat(file).isInstanceOf(FaultsFile.Read.class);
    return ((FaultsFile.Read) file).faults();
  }

  private static Emulator emulator(Faults faults) throws Exception {
    return Emulator.start(
        EmulatorSettings.of(new OfflineWriter())
            .withTime(InstantSource.system(), TURNAROUND)
            .withFaults(faults));
  }
}
