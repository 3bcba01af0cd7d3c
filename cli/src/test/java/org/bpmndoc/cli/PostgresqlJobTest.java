package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.store.sql.Hold;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The main job with its state on a real PostgreSQL server, as docs/how-to/share-a-state.md has it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresqlJobTest {

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
    return Shell.empty().and("PGUSER", "postgres").and("PGPASSWORD", "postgres");
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
}
