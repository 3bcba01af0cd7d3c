package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.store.sql.Hold;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.bpmndoc.testing.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The main job with its state on a real PostgreSQL server, as docs/how-to/share-a-state.md has it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresqlJobTest {

  private final SettableClock clock = new SettableClock(Instant.now());
  private final AtomicInteger schemas = new AtomicInteger();
  private EmbeddedPostgres server;

  @TempDir private Path folder;

  @BeforeAll
  void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  private String freshState() {
    return "jdbc:postgresql://localhost:%d/postgres?currentSchema=landscape_%d"
        .formatted(server.getPort(), schemas.incrementAndGet());
  }

  private static Shell shell() {
    return withUser(Shell.empty());
  }

  private static Shell withUser(Shell shell) {
    return shell.and("PGUSER", "postgres").and("PGPASSWORD", "postgres");
  }

  @Test
  void a_landscape_is_documented_looked_at_resumed_and_published() throws Exception {
    Path hello = Invocation.example("hello", folder.resolve("first"));
    String state = freshState();
    assertThat(shell().run("status", hello, "--state", state).exitCode()).isEqualTo(2);

    JsonNode generated = shell().run("generate", hello, "--state", state, "--json").json();
    JsonNode status = shell().run("status", hello, "--state", state, "--json").json();
    JsonNode resumed = shell().run("resume", hello, "--state", state, "--json").json();

    assertThat(generated.get("state").asString()).isEqualTo("done");
    assertThat(generated.get("documented")).isEqualTo(generated.get("subjects"));
    assertThat(status.get("run")).isEqualTo(generated.get("run"));
    assertThat(resumed.get("run")).isEqualTo(generated.get("run"));
    assertThat(resumed.get("state").asString()).isEqualTo("done");
    assertThat(hello.resolve(".bpmndoc/bpmndoc.db")).doesNotExist();
    assertThat(hello.resolve(".bpmndoc/.gitignore")).hasContent("*");
  }

  @Test
  void another_machine_has_the_same_documents_and_writes_the_same_pages() throws Exception {
    String state = freshState();
    Path here = Invocation.example("hello", folder.resolve("here"));
    Path there = Invocation.example("hello", folder.resolve("there"));
    assertThat(shell().run("generate", here, "--state", state).exitCode()).isZero();

    assertThat(shell().run("site", there, "--state", state).exitCode()).isZero();
    JsonNode again = shell().run("generate", there, "--state", state, "--json").json();

    assertThat(again.get("documented").asInt()).isZero();
    assertThat(again.get("reused")).isEqualTo(again.get("subjects"));
    assertThat(Files.readString(there.resolve("bpmndoc-site/index.html")))
        .isEqualTo(Files.readString(here.resolve("bpmndoc-site/index.html")));
  }

  @Test
  void while_somebody_works_on_it_others_are_told_who_and_may_look() {
    Path hello = Invocation.example("hello", folder.resolve("busy"));
    String state = freshState();
    assertThat(shell().run("generate", hello, "--state", state).exitCode()).isZero();

    try (State open = State.open(StateAddress.parse(state, Map.of("PGUSER", "postgres")));
        Hold _ = open.hold(new WaitingOptions().leaseTerms())) {
      for (String command : new String[] {"generate", "resume"}) {
        Invocation second = shell().run(command, hello, "--state", state);
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err())
            .contains("is being worked on by process " + ProcessHandle.current().pid() + " on ");
      }
      assertThat(shell().run("status", hello, "--state", state).exitCode()).isZero();
    }
    assertThat(shell().run("resume", hello, "--state", state).exitCode()).isZero();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends signals with kill")
  void interrupted_a_process_lets_go_and_the_next_goes_on_at_once() throws Exception {
    Path hello = Invocation.example("hello", folder.resolve("interrupted"));
    String state = freshState();
    try (Emulator emulator = emulator()) {
      Process process = generate(hello, state, emulator);
      Child.awaitLine(process, "batch 1 sent");
      assertThat(new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor()).isZero();
      assertThat(process.waitFor()).isEqualTo(130);

      resumedRunPaysOnce(hello, state, emulator);
    }
  }

  @Test
  void killed_its_run_is_taken_over_once_its_lease_is_long_dead() throws Exception {
    Path hello = Invocation.example("hello", folder.resolve("killed"));
    String state = freshState();
    try (Emulator emulator = emulator()) {
      Process process = generate(hello, state, emulator);
      Child.awaitLine(process, "batch 1 sent");
      process.destroyForcibly().waitFor();

      Invocation early =
          withUser(Shell.with(emulator)).run("resume", hello, "--state", state, "--poll", "10ms");
      assertThat(early.exitCode()).isEqualTo(2);
      assertThat(early.err()).contains("is being worked on by process " + process.pid() + " on ");

      age(state, "1 day");
      resumedRunPaysOnce(hello, state, emulator);
    }
  }

  private Emulator emulator() throws IOException {
    return Emulator.start(
        EmulatorSettings.of(new OfflineWriter()).withTime(clock, Duration.ofHours(1)));
  }

  private static Process generate(Path directory, String state, Emulator emulator)
      throws IOException {
    return Child.start(
        withUser(Shell.with(emulator)).environment(),
        "generate",
        directory,
        "--strategy",
        "hybrid",
        "--provider",
        "anthropic",
        "--yes",
        "--poll",
        "50ms",
        "--state",
        state);
  }

  /// As if its owner had died that much earlier.
  private void age(String state, String interval) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update %s.lease set until = until - interval '%s'"
              .formatted(state.replaceFirst(".*=", ""), interval));
    }
  }

  private void resumedRunPaysOnce(Path directory, String state, Emulator emulator) {
    clock.advance(Duration.ofHours(2));
    Invocation resumed =
        withUser(Shell.with(emulator))
            .run("resume", directory, "--state", state, "--poll", "10ms", "--json");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    JsonNode report = resumed.json();
    assertThat(report.get("batches").asInt()).isEqualTo(1);
    assertThat(emulator.bill().lines()).hasSize(report.get("documented").asInt());
    assertThat(report.get("costUsd").decimalValue())
        .isEqualByComparingTo(emulator.bill().total().amount());
  }

  /// The page shows commands on a folder `orders` and a database that nobody has.
  @Test
  void what_the_page_shows_works() throws Exception {
    Path hello = Invocation.example("hello", folder.resolve("page"));
    String state = freshState();
    List<String> commands =
        Files.readAllLines(Invocation.ROOT.resolve("docs/how-to/share-a-state.md")).stream()
            .filter(line -> line.startsWith("bpmndoc "))
            .map(line -> line.substring("bpmndoc ".length()))
            .toList();
    assertThat(commands).hasSizeGreaterThan(3);

    for (String command : commands) {
      Object[] args =
          Stream.of(command.split(" +"))
              .map(word -> word.equals("orders") ? hello.toString() : word)
              .map(word -> word.startsWith("'jdbc:") ? state : word)
              .toArray();
      Invocation called = shell().run(args);
      assertThat(called.exitCode()).as(command + ": " + called.err()).isZero();
    }
  }
}
