package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The program in a process of its own against the emulator in another, killed without warning at
/// random moments and taken up again until it ends. `-Dbpmndoc.kills=50` kills that often.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kills as POSIX does")
class KillTest {

  private static final int KILLS = Integer.getInteger("bpmndoc.kills", 4);
  private static final int MILLISECONDS_MAX = 2_500;

  /// So many direct calls are under way at once.
  private static final int CONCURRENCY = 8;

  @TempDir Path folder;

  private record Bill(JsonNode json) {
    int paidMoreThanOnce() {
      return json.get("paidMoreThanOnce").size();
    }
  }

  /// What came of a landscape: the last report, what is stored, and how often it was killed.
  private record End(JsonNode report, Map<SubjectId, String> documents, int kills) {}

  @Test
  void by_batch_nothing_is_paid_for_twice_and_every_document_is_the_same() throws Exception {
    End undisturbed = undisturbed("multi-stage");
    int kills = 0;
    for (int round = 0; kills < KILLS; round++) {
      Process emulator = emulator();
      try {
        String baseUrl = emulator.inputReader().readLine();
        End end = killed("multi-stage", baseUrl, "batch" + round, new Random(round), KILLS - kills);

        kills += end.kills();
        Bill bill = bill(baseUrl);
        assertThat(end.documents()).isEqualTo(undisturbed.documents());
        assertThat(bill.paidMoreThanOnce()).as("" + bill.json()).isZero();
        assertThat(end.report().get("costUsd").decimalValue())
            .isEqualByComparingTo(bill.json().get("usd").decimalValue())
            .isEqualByComparingTo(undisturbed.report().get("costUsd").decimalValue());
      } finally {
        emulator.destroyForcibly().waitFor();
      }
    }
    System.out.println(kills + " kills, by batch: nothing paid twice, all documents the same");
  }

  @Test
  void direct_calls_are_paid_again_only_where_they_were_under_way() throws Exception {
    End undisturbed = undisturbed("hybrid");
    int kills = 0;
    int again = 0;
    for (int round = 0; kills < KILLS; round++) {
      Process emulator = emulator();
      try {
        String baseUrl = emulator.inputReader().readLine();
        End end = killed("hybrid", baseUrl, "hybrid" + round, new Random(round), KILLS - kills);

        kills += end.kills();
        Bill bill = bill(baseUrl);
        again += bill.paidMoreThanOnce();
        assertThat(end.documents()).isEqualTo(undisturbed.documents());
        assertThat(bill.paidMoreThanOnce()).isLessThanOrEqualTo(end.kills() * CONCURRENCY);
        assertThat(end.report().get("costUsd").decimalValue())
            .isGreaterThanOrEqualTo(bill.json().get("usd").decimalValue());
      } finally {
        emulator.destroyForcibly().waitFor();
      }
    }
    System.out.println(
        kills
            + " kills, with direct calls: "
            + again
            + " calls paid again, all documents the same");
  }

  private End undisturbed(String strategy) throws Exception {
    Process emulator = emulator();
    try {
      String baseUrl = emulator.inputReader().readLine();
      return killed(strategy, baseUrl, "undisturbed-" + strategy, new Random(), 0);
    } finally {
      emulator.destroyForcibly().waitFor();
    }
  }

  private static Process emulator() throws Exception {
    return Child.start(Map.of(), "emulator", "--port", "0", "--batch-seconds", "1");
  }

  /// Starts the program, kills it, and takes the run up again, until it ends by itself.
  private End killed(String strategy, String baseUrl, String name, Random random, int killsMax)
      throws Exception {
    Path directory = Invocation.example("mortgage", folder.resolve(name));
    Map<String, String> environment =
        Shell.empty()
            .and("ANTHROPIC_BASE_URL", baseUrl)
            .and("ANTHROPIC_API_KEY", "any")
            .environment();
    int kills = 0;
    while (true) {
      boolean begun = begun(directory);
      Process process =
          begun
              ? Child.start(
                  environment,
                  "resume",
                  directory,
                  "--poll",
                  "50ms",
                  "--list-delay",
                  "500ms",
                  "--json")
              : Child.start(
                  environment,
                  "generate",
                  directory,
                  "--provider",
                  "anthropic",
                  "--strategy",
                  strategy,
                  "--yes",
                  "--poll",
                  "50ms",
                  "--list-delay",
                  "500ms",
                  "--json");
      if (kills < killsMax
          && !process.waitFor(1 + random.nextInt(MILLISECONDS_MAX), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        kills++;
        continue;
      }
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(err).isZero();
      return new End(JsonMapper.shared().readTree(out), documents(directory), kills);
    }
  }

  private static boolean begun(Path directory) throws Exception {
    return Invocation.of("status", directory, "--json").exitCode() == 0;
  }

  private static Map<SubjectId, String> documents(Path directory) throws Exception {
    Map<SubjectId, String> documents = new TreeMap<>();
    StateAddress address = new StateAddress.Folder(directory.resolve(".bpmndoc"));
    try (State state = State.openExisting(address).orElseThrow()) {
      state
          .documents()
          .assignments()
          .forEach((subject, assignment) ->
              documents.put(
                  subject,
                  CanonicalJson.text(
                      state.documents().find(assignment.fingerprint()).orElseThrow().content())));
    }
    return documents;
  }

  private static Bill bill(String baseUrl) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/emulator/bill")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return new Bill(
          JsonMapper.shared()
              .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body()));
    }
  }
}
