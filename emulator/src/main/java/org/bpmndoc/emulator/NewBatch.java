package org.bpmndoc.emulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads the body of a create call. What is wrong with the list and its custom ids is refused at
/// once; what is wrong with the params of a request shows in its result.
final class NewBatch {

  static final int REQUESTS_MAX = 100_000;
  private static final int CUSTOM_ID_MAX = 64;
  private static final Pattern CUSTOM_ID = Pattern.compile("[a-zA-Z0-9_-]+");

  private NewBatch() {}

  static List<BatchRequest> requests(JsonNode body) throws Refusal {
    JsonNode list = body.path("requests");
    if (!list.isArray()) {
      throw Refusal.invalid(
          "requests: "
              + (list.isMissingNode() ? "Field required" : "Input should be a valid list"));
    }
    if (list.isEmpty()) {
      throw Refusal.invalid("requests: List should have at least 1 item after validation, not 0");
    }
    if (list.size() > REQUESTS_MAX) {
      throw Refusal.tooLarge(
          "requests: expected at most " + REQUESTS_MAX + " requests, found " + list.size());
    }
    List<BatchRequest> requests = new ArrayList<>(list.size());
    Set<String> customIds = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      BatchRequest request = request(list.get(i), "requests." + i);
      if (!customIds.add(request.customId())) {
        // Assumed: that it is refused is documented, the words are not.
        throw Refusal.invalid(
            "requests." + i + ".custom_id: Duplicate custom_id " + request.customId());
      }
      requests.add(request);
    }
    return requests;
  }

  private static BatchRequest request(JsonNode item, String at) throws Refusal {
    String customId = customId(item.path("custom_id"), at + ".custom_id: ");
    JsonNode params = item.path("params");
    if (!params.isObject()) {
      throw Refusal.invalid(
          at
              + ".params: "
              + (params.isMissingNode() ? "Field required" : "Input should be a valid dictionary"));
    }
    return new BatchRequest(customId, params);
  }

  private static String customId(JsonNode value, String at) throws Refusal {
    if (!value.isString()) {
      throw Refusal.invalid(
          at + (value.isMissingNode() ? "Field required" : "Input should be a valid string"));
    }
    String customId = value.stringValue();
    if (customId.isEmpty()) {
      throw Refusal.invalid(at + "String should have at least 1 character");
    }
    if (customId.length() > CUSTOM_ID_MAX) {
      throw Refusal.invalid(at + "String should have at most 64 characters");
    }
    if (!CUSTOM_ID.matcher(customId).matches()) {
      throw Refusal.invalid(at + "String should match pattern '^[a-zA-Z0-9_-]{1,64}$'");
    }
    return customId;
  }
}
