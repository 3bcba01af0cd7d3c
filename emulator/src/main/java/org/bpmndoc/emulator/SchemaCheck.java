package org.bpmndoc.emulator;

import tools.jackson.databind.JsonNode;

/// Whether a schema is one that structured output takes.
final class SchemaCheck {

  private SchemaCheck() {}

  /// `format` is `output_config.format` of a request, or missing.
  static void check(JsonNode format) throws Refusal {
    if (format.isMissingNode() || format.isNull()) {
      return;
    }
    if (!format.path("type").asString("").equals("json_schema")) {
      throw Refusal.invalid("output_config.format.type: Input should be 'json_schema'");
    }
    if (!format.path("schema").isObject()) {
      throw Refusal.invalid("output_config.format.schema: Field required");
    }
    closed(format.path("schema"));
  }

  /// Every object says that it has no other properties.
  private static void closed(JsonNode schema) throws Refusal {
    JsonNode additional = schema.path("additionalProperties");
    if (schema.path("type").asString("").equals("object")
        && !(additional.isBoolean() && !additional.booleanValue())) {
      throw Refusal.invalid(
          "output_config.format.schema: For 'object' type, 'additionalProperties' must be"
              + " explicitly set to false");
    }
    for (JsonNode inside : schema) {
      if (inside.isContainer()) {
        closed(inside);
      }
    }
  }
}
