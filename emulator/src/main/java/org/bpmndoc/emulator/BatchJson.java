package org.bpmndoc.emulator;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A batch as the API shows it: always all its fields, null where there is nothing yet.
final class BatchJson {

  private BatchJson() {}

  /// `counts` has how often each result type occurs; it is shown only when the batch has ended.
  static ObjectNode of(StoredBatch batch, Course course, Map<String, Integer> counts, URI baseUrl) {
    boolean ended = course.ended();
    Map<String, Integer> shown = new TreeMap<>(ended ? counts : Map.of());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", batch.id());
    json.put("type", "message_batch");
    json.put("processing_status", course.status().name().toLowerCase(Locale.ROOT));
    json.putObject("request_counts")
        .put("processing", ended ? 0 : batch.size())
        .put("succeeded", shown.getOrDefault("succeeded", 0))
        .put("errored", shown.getOrDefault("errored", 0))
        .put("canceled", shown.getOrDefault("canceled", 0))
        .put("expired", shown.getOrDefault("expired", 0));
    json.put("created_at", batch.createdAt().toString());
    json.put("expires_at", batch.createdAt().plus(Course.EXPIRES_AFTER).toString());
    time(json, "ended_at", ended ? Optional.of(course.endedAt()) : Optional.empty());
    time(json, "archived_at", course.archivedAt());
    time(json, "cancel_initiated_at", batch.cancelInitiatedAt());
    if (ended && course.archivedAt().isEmpty()) {
      json.put("results_url", baseUrl + "/v1/messages/batches/" + batch.id() + "/results");
    } else {
      json.putNull("results_url");
    }
    return json;
  }

  private static void time(ObjectNode json, String field, Optional<Instant> moment) {
    moment.ifPresentOrElse(value -> json.put(field, value.toString()), () -> json.putNull(field));
  }
}
