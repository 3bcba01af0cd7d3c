package org.bpmndoc.emulator;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.batches.BatchCreateParams;
import com.anthropic.models.messages.batches.MessageBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bpmndoc.testing.SettableClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An emulator whose batches take an hour on a clock that a test moves, and two clients of it: the
/// vendor's, and one that sends what the vendor's never would. Models do not think unless a test
/// says so.
final class House implements AutoCloseable {

  static final String MODEL = "claude-haiku-5-5";
  static final Instant START = Instant.parse("2026-11-24T09:00:00.123456Z");
  static final Duration HOUR = Duration.ofHours(1);

  /// Says back the first message; errs where that says so.
  static final Writer ECHO =
      params -> {
        String said = params.path("messages").path(0).path("content").asString("");
        return said.equals("err")
            ? new Answer.Refused(400, "invalid_request_error", "Your credit balance is too low")
            : new Answer.Text("You said: " + said);
      };

  final SettableClock clock = new SettableClock(START);
  final Emulator emulator;
  final AnthropicClient client;
  private final HttpClient http = HttpClient.newHttpClient();

  House() {
    this(EmulatorSettings.of(ECHO), HOUR);
  }

  House(EmulatorSettings settings, Duration turnaround) {
    this(settings, turnaround, Thinking.NONE);
  }

  House(EmulatorSettings settings, Duration turnaround, Thinking thinking) {
    try {
      emulator = Emulator.start(settings.withTime(clock, turnaround).withThinking(thinking));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client =
        AnthropicOkHttpClient.builder()
            .baseUrl(emulator.baseUrl().toString())
            .apiKey(settings.key().orElse("any"))
            .maxRetries(0)
            .build();
  }

  MessageBatch create(String... said) {
    BatchCreateParams.Builder params = BatchCreateParams.builder();
    for (int i = 0; i < said.length; i++) {
      params.addRequest(
          BatchCreateParams.Request.builder()
              .customId("r" + i)
              .params(
                  BatchCreateParams.Request.Params.builder()
                      .model(MODEL)
                      .maxTokens(100)
                      .addUserMessage(said[i])
                      .build())
              .build());
    }
    return client.messages().batches().create(params.build());
  }

  record Reply(int status, HttpResponse<String> http) {
    JsonNode json() {
      return JsonMapper.shared().readTree(http.body());
    }

    List<JsonNode> lines() {
      return http.body().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    String error() {
      return json().at("/error/type").asString("")
          + ": "
          + json().at("/error/message").asString("");
    }
  }

  Reply get(String path) {
    return get(path, "k");
  }

  Reply get(String path, String key) {
    return send("GET", path, "", "x-api-key", key, "anthropic-version", "2026-10-21");
  }

  Reply post(String path, String body) {
    return send("POST", path, body, "x-api-key", "k", "anthropic-version", "2026-10-21");
  }

  Reply send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(reply.statusCode(), reply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Params that are fine, with more fields.
  static String params(String more) {
    return """
    {"model": "claude-haiku-5-5", "max_tokens": 100,
     "messages": [{"role": "user", "content": "hello"}]%s}\
    """
        .formatted(more.isEmpty() ? "" : ", " + more);
  }

  static String batch(String customId, String params) {
    return "{\"requests\": [{\"custom_id\": \"" + customId + "\", \"params\": " + params + "}]}";
  }

  @Override
  public void close() {
    client.close();
    http.close();
    emulator.close();
  }
}
