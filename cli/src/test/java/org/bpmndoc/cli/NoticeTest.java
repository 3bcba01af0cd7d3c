package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Who is told when a run ends or pauses.
class NoticeTest {

  @TempDir Path folder;

  private Shell told(Shell shell, String notify) throws Exception {
    Path own = Files.writeString(folder.resolve("own.yaml"), "notify: {" + notify + "}\n");
    return shell.and("BPMNDOC_CONFIG", own.toString());
  }

  private static HttpServer server(List<String> bodies, int status) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path";
  }

  @Test
  void a_command_and_an_address_get_the_report() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path heard = folder.resolve("heard.json");
    List<String> bodies = new CopyOnWriteArrayList<>();
    HttpServer server = server(bodies, 200);
    try {
      Shell shell =
          told(
              Shell.empty(),
              "command: [sh, -c, 'cat > \"$0\"; echo noise', '%s'], url: '%s'"
                  .formatted(heard, address(server)));

      Invocation generated = shell.run("generate", hello, "--json");

      assertThat(generated.exitCode()).as(generated.err()).isZero();
      assertThat(generated.err()).doesNotContain("warning");
      assertThat(JsonMapper.shared().readTree(Files.readString(heard))).isEqualTo(generated.json());
      assertThat(bodies)
          .singleElement()
          .satisfies(
              body -> assertThat(JsonMapper.shared().readTree(body)).isEqualTo(generated.json()));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_pause_is_told_and_a_run_that_goes_on_is_not() throws Exception {
    Path hello = Invocation.example("hello", folder);
    SettableClock clock = new SettableClock(java.time.Instant.now());
    List<String> bodies = new CopyOnWriteArrayList<>();
    HttpServer server = server(bodies, 200);
    EmulatorSettings slow =
        EmulatorSettings.of(new OfflineWriter()).withTime(clock, Duration.ofHours(1));
    try (Emulator emulator = Emulator.start(slow)) {
      Shell shell = told(Shell.with(emulator), "url: '" + address(server) + "'");
      String[] options = {"--provider", "anthropic", "--poll", "10ms", "--no-wait"};

      assertThat(shell.run(generate(hello, options, "--yes")).exitCode()).isEqualTo(4);
      assertThat(bodies).isEmpty();

      clock.advance(Duration.ofHours(2));
      assertThat(shell.run("resume", hello, "--poll", "10ms", "--budget", "0.0001").exitCode())
          .isEqualTo(3);
      assertThat(bodies)
          .singleElement()
          .satisfies(body ->
              assertThat(JsonMapper.shared().readTree(body).get("state").asString())
                  .isEqualTo("paused"));
    } finally {
      server.stop(0);
    }
  }

  private static Object[] generate(Path directory, String[] options, String last) {
    List<Object> args = new java.util.ArrayList<>(List.of("generate", directory));
    args.addAll(List.of(options));
    args.add(last);
    return args.toArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "command: ['false']                     | false ended with exit code 1",
        "command: [/no/such/program]            | /no/such/program cannot be run",
        "url: 'http://127.0.0.1:1/secret-path'  | 127.0.0.1 could not be told"
      })
  void a_notice_that_fails_is_a_warning_and_changes_nothing(String line) throws Exception {
    String[] parts = line.split(" +\\| ");
    Path hello = Invocation.example("hello", folder);

    Invocation generated = told(Shell.empty(), parts[0]).run("generate", hello);

    assertThat(generated.exitCode()).isZero();
    assertThat(generated.err())
        .contains("warning: nobody was told how the run ended: " + parts[1])
        .doesNotContain("secret-path");
  }

  @Test
  void an_address_that_refuses_is_a_warning() throws Exception {
    Path hello = Invocation.example("hello", folder);
    HttpServer server = server(new CopyOnWriteArrayList<>(), 404);
    try {
      Invocation generated =
          told(Shell.empty(), "url: '" + address(server) + "'").run("generate", hello);

      assertThat(generated.exitCode()).isZero();
      assertThat(generated.err()).contains("127.0.0.1 answered 404");
    } finally {
      server.stop(0);
    }
  }
}
