package org.bpmndoc.emulator.cache;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One block of a prompt, and apart from it its `cache_control`. `place` is who speaks: `tools`,
/// `system`, `user` or `assistant`; `path` says where in the request it stands.
record Block(
    String place, String path, JsonNode content, Optional<JsonNode> cacheControl, long tokens) {

  boolean isOfMessages() {
    return place.equals("user") || place.equals("assistant");
  }

  /// What says nothing is not cached.
  boolean isEmpty() {
    JsonNode text = content.path("text");
    return text.isString() && text.stringValue().isEmpty();
  }
}
