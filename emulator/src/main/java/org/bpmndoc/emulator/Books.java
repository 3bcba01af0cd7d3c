package org.bpmndoc.emulator;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.bpmndoc.plan.Usd;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The emulator's books, for whoever is not in its process: `/emulator/bill` and
/// `/emulator/requests`. They are no part of the API, and hold neither keys nor anything that was
/// said.
record Books(Door door, Supplier<Bill> bill, Supplier<List<ReceivedRequest>> requests) {

  private static final String ROOT = "/emulator/";

  static boolean areAskedBy(ApiRequest request) {
    return request.path().startsWith(ROOT);
  }

  ApiReply reply(ApiRequest request, String requestId) {
    try {
      door.enterWithoutVersion(request);
      return switch (request.method() + " " + request.path()) {
        case "GET /emulator/bill" -> ApiReply.json(json(bill.get()));
        case "GET /emulator/requests" -> ApiReply.json(json(requests.get()));
        default -> throw Refusal.notFound("Not Found");
      };
    } catch (Refusal refusal) {
      return ApiReply.refused(refusal, requestId);
    }
  }

  private static ObjectNode json(Bill bill) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("usd", bill.total().amount());
    ArrayNode batches = json.putArray("batches");
    SequencedMap<String, Usd> costs = bill.batches();
    costs.forEach((id, usd) -> {
      ObjectNode batch = batches.addObject().put("id", id).put("usd", usd.amount());
      lines(batch, bill, Optional.of(id));
    });
    ObjectNode direct = json.putObject("direct").put("usd", bill.direct().amount());
    lines(direct, bill, Optional.empty());
    ArrayNode again = json.putArray("paidMoreThanOnce");
    bill.paidMoreThanOnce().keySet().forEach(again::add);
    return json;
  }

  private static void lines(ObjectNode json, Bill bill, Optional<String> batch) {
    ArrayNode lines = json.putArray("lines");
    bill.lines().stream()
        .filter(line -> line.batch().equals(batch))
        .forEach(line ->
            lines
                .addObject()
                .put("what", line.what())
                .put("request", line.request())
                .put("model", line.model())
                .put("inputTokens", line.usage().inputTokens())
                .put("cacheReadTokens", line.usage().cacheReadTokens())
                .put("cacheWriteTokens", line.usage().cacheWriteTokens())
                .put("outputTokens", line.usage().outputTokens())
                .put("usd", line.cost().amount()));
  }

  private static ObjectNode json(List<ReceivedRequest> requests) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode list = json.putArray("requests");
    for (ReceivedRequest request : requests) {
      ObjectNode line =
          list.addObject()
              .put("number", request.number())
              .put("at", request.at().toString())
              .put("method", request.method())
              .put("path", request.path())
              .put("bytes", request.bytes())
              .put("sha256", request.sha256())
              .putNull("status");
      ArrayNode faults = line.putArray("faults");
      request
          .answered()
          .ifPresent(answered -> {
            answered.status().ifPresent(status -> line.put("status", status));
            answered.faults().forEach(faults::add);
          });
    }
    return json;
  }
}
