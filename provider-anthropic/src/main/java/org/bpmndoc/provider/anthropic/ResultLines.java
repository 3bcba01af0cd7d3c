package org.bpmndoc.provider.anthropic;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.bpmndoc.batch.BatchApi.Result;
import org.bpmndoc.batch.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads results line by line, in constant memory, and leaves no line uncounted: one that cannot be
/// read costs that line, not those after it.
final class ResultLines {

  /// Longer lines are not read. The longest answer there is takes less than a tenth of it.
  static final int LINE_BYTES_MAX = 16 * 1024 * 1024;

  private final Consumer<Result> sink;
  private int unreadable;

  private ResultLines(Consumer<Result> sink) {
    this.sink = sink;
  }

  /// Hands each line's result to `sink` and returns how many lines could not be read. Blank lines
  /// are none.
  static int read(InputStream source, int lineBytesMax, Consumer<Result> sink) throws IOException {
    ResultLines results = new ResultLines(sink);
    int tooLong = new LineReader(source, lineBytesMax).forEach(results::take);
    return results.unreadable + tooLong;
  }

  private void take(byte[] line) {
    result(line).ifPresentOrElse(sink, () -> unreadable++);
  }

  private static Optional<Result> result(byte[] line) {
    try {
      JsonNode json = AnswerJson.read(line);
      String customId = json.path("custom_id").asString("");
      return customId.isEmpty()
          ? Optional.empty()
          : outcome(json.path("result")).map(outcome -> new Result(customId, outcome));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Outcome> outcome(JsonNode result) {
    return switch (result.path("type").asString("")) {
      case "succeeded" -> AnswerJson.message(result.path("message")).map(answer -> answer);
      case "errored" -> error(result.path("error"));
      case "canceled" -> Optional.of(new Outcome.Canceled());
      case "expired" -> Optional.of(new Outcome.Expired());
      default -> Optional.empty();
    };
  }

  /// An error stands in an envelope of its own, which is read whether or not it is there.
  private static Optional<Outcome> error(JsonNode envelope) {
    JsonNode error = envelope.path("error").isObject() ? envelope.path("error") : envelope;
    String type = error.path("type").asString("");
    String request = envelope.path("request_id").asString("");
    String message = error.path("message").asString("");
    return type.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Outcome.Errored(
                type, request.isEmpty() ? message : message + " (request " + request + ")"));
  }
}
