package org.bpmndoc.emulator;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One request as it came. Names of headers are in lower case; `query` is decoded.
record ApiRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(String::strip);
  }

  /// The body, which must be one JSON object.
  JsonNode json() throws Refusal {
    try {
      JsonNode json = MAPPER.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JacksonException e) {
      throw Refusal.invalid("The request body is not valid JSON: " + e.getOriginalMessage());
    }
    throw Refusal.invalid("The request body must be a JSON object.");
  }
}
