package org.bpmndoc.provider.anthropic;

import com.anthropic.core.JsonObject;
import com.anthropic.core.JsonString;
import com.anthropic.core.JsonValue;
import java.util.Optional;

/// The body of an error, as far as it is one: the envelope may lack its outer part (a 413 comes
/// from a proxy before the API), or be no JSON at all, in which case the text is the message.
record ErrorBody(String type, String code, String message, String requestId) {

  static ErrorBody of(JsonValue body) {
    JsonValue error = field(body, "error").orElse(body);
    Optional<JsonValue> details = field(error, "details");
    return new ErrorBody(
        text(field(error, "type")),
        text(details.flatMap(some -> field(some, "error_code"))),
        text(field(error, "message").or(() -> Optional.of(body))),
        text(field(body, "request_id")));
  }

  private static Optional<JsonValue> field(JsonValue value, String name) {
    return value instanceof JsonObject object
        ? Optional.ofNullable(object.values().get(name))
        : Optional.empty();
  }

  private static String text(Optional<JsonValue> value) {
    return value.orElse(null) instanceof JsonString string ? string.value() : "";
  }
}
