package org.bpmndoc.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.bpmndoc.emulator.fault.CallFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What goes back, how it ends, and which faults are in it.
record ApiReply(
    int status, Map<String, String> headers, Body body, End end, List<CallFault> faults) {

  static final String CONTENT_TYPE = "content-type";

  /// Writes the body, however long it is.
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /// How the connection fares.
  enum End {
    /// All of the body arrives.
    WHOLE,
    /// Breaks after the body, of which more was announced.
    CUT,
    /// Breaks before a single byte has gone back.
    SILENT
  }

  static ApiReply json(JsonNode json) {
    return json(200, json);
  }

  /// JSONL, one object on each line.
  static ApiReply lines(List<Lines.Line> lines) {
    return new ApiReply(
        200,
        Map.of(CONTENT_TYPE, "application/x-jsonl"),
        new Lines(lines, Pause.NONE),
        End.WHOLE,
        List.of());
  }

  static ApiReply silent() {
    return new ApiReply(0, Map.of(), _ -> {}, End.SILENT, List.of());
  }

  /// The error envelope. What is too large is turned away before it reaches the API proper, so that
  /// reply has neither an outer type nor a request id.
  static ApiReply refused(Refusal refusal, String requestId) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    boolean early = refusal.status() == 413;
    if (!early) {
      envelope.put("type", "error");
    }
    envelope.set("error", error(refusal.type(), refusal.reason()));
    if (!early) {
      envelope.put("request_id", requestId);
    }
    return json(refusal.status(), envelope);
  }

  /// The error envelope of a fault, with its details and its time to wait.
  static ApiReply refused(CallFault.Refused fault, String requestId) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("type", "error");
    ObjectNode error = error(fault.type().word(), fault.message());
    fault.code().ifPresent(code -> error.putObject("details").put("error_code", code));
    envelope.set("error", error);
    ApiReply reply = json(fault.status(), envelope.put("request_id", requestId));
    return fault
        .retryAfter()
        .map(wait -> reply.with("retry-after", Long.toString(wait.plusMillis(999).toSeconds())))
        .orElse(reply);
  }

  static ObjectNode error(String type, String message) {
    return JsonNodeFactory.instance.objectNode().put("type", type).put("message", message);
  }

  private static ApiReply json(int status, JsonNode json) {
    return new ApiReply(
        status,
        Map.of(CONTENT_TYPE, "application/json"),
        out -> out.write(json.toString().getBytes(StandardCharsets.UTF_8)),
        End.WHOLE,
        List.of());
  }

  ApiReply with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new ApiReply(status, more, body, end, faults);
  }

  ApiReply withoutContentType() {
    Map<String, String> fewer = new TreeMap<>(headers);
    fewer.remove(CONTENT_TYPE);
    return new ApiReply(status, fewer, body, end, faults);
  }

  ApiReply with(Body other, End otherEnd) {
    return new ApiReply(status, headers, other, otherEnd, faults);
  }

  ApiReply with(List<CallFault> struck) {
    return new ApiReply(status, headers, body, end, struck);
  }

  /// As the log of requests has it.
  ReceivedRequest.Answered outcome() {
    return new ReceivedRequest.Answered(
        end == End.SILENT ? OptionalInt.empty() : OptionalInt.of(status),
        faults.stream().map(CallFault::word).toList());
  }
}
