package org.bpmndoc.emulator;

import tools.jackson.databind.JsonNode;

/// One request of a batch.
public record BatchRequest(String customId, JsonNode params) {}
