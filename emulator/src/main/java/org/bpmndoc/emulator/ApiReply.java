package org.bpmndoc.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What goes back.
record ApiReply(int status, String contentType, Body body) {

  /// Writes the body, however long it is.
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  static ApiReply json(JsonNode json) {
    return json(200, json);
  }

  /// JSONL, one object on each line.
  static ApiReply lines(List<? extends LineSource> lines) {
    return new ApiReply(
        200,
        "application/x-jsonl",
        out -> {
          for (LineSource line : lines) {
            out.write((line.json() + "\n").getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  /// Makes one line when its turn comes.
  interface LineSource {
    JsonNode json();
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

  static ObjectNode error(String type, String message) {
    return JsonNodeFactory.instance.objectNode().put("type", type).put("message", message);
  }

  private static ApiReply json(int status, JsonNode json) {
    return new ApiReply(
        status,
        "application/json",
        out -> out.write(json.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
