package org.bpmndoc.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bpmndoc.cli.config.Notify;

/// Tells others that a run has ended or paused: its report in JSON, to a command on standard input
/// and to an address by POST. Where that fails there is a warning and nothing else; the run has
/// come to what it has come to.
record Notice(Notify whom, Console console) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int REFUSED = 300;

  /// Tells of a run that does not go on by itself.
  void tell(RunReport report) {
    if (report.exitCode() == ExitCode.RUNNING) {
      return;
    }
    String json = report.toJson().toPrettyString() + "\n";
    try {
      if (!whom.command().isEmpty()) {
        command(whom.command(), json);
      }
      if (whom.url().isPresent()) {
        post(whom.url().get(), json);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      warn("interrupted");
    }
  }

  /// The command sees the environment without keys, and neither of our streams.
  private void command(List<String> words, String json) throws InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.endsWith("_API_KEY"));
    try {
      Process process = builder.start();
      Thread _ = Thread.ofVirtual().start(() -> feed(process, json));
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        warn("%s did not end within %d s".formatted(words.getFirst(), PATIENCE.toSeconds()));
      } else if (process.exitValue() != 0) {
        warn("%s ended with exit code %d".formatted(words.getFirst(), process.exitValue()));
      }
    } catch (IOException e) {
      warn(words.getFirst() + " cannot be run: " + e.getMessage());
    }
  }

  private static void feed(Process process, String json) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A command need not read what it is told; its exit code says whether it minds.
    }
  }

  /// An address may hold a secret: messages name its host alone.
  private void post(URI url, String json) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status >= REFUSED) {
        warn(url.getHost() + " answered " + status);
      }
    } catch (IOException e) {
      warn(url.getHost() + " could not be told: " + e.getClass().getSimpleName());
    }
  }

  private void warn(String what) {
    console.err().println("bpmndoc: warning: nobody was told how the run ended: " + what);
  }
}
