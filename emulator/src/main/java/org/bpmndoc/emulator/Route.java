package org.bpmndoc.emulator;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.emulator.fault.ApiCall;

/// Which call a request is, and of which batch.
record Route(ApiCall call, Optional<String> batchId) {

  private static final String ROOT = "/v1/messages";

  /// Nothing where the API has no such call.
  static Optional<Route> of(String method, String path) {
    if (!path.equals(ROOT) && !path.startsWith(ROOT + "/")) {
      return Optional.empty();
    }
    List<String> parts = List.of(path.substring(ROOT.length()).split("/", -1));
    Optional<String> id = parts.size() > 2 ? Optional.of(parts.get(2)) : Optional.empty();
    String shape =
        switch (parts.size()) {
          case 1, 2 -> method + String.join("/", parts);
          case 3 -> method + "/" + parts.get(1) + "/ID";
          case 4 -> method + "/" + parts.get(1) + "/ID/" + parts.get(3);
          default -> "";
        };
    return call(shape).map(call -> new Route(call, id));
  }

  private static Optional<ApiCall> call(String shape) {
    return switch (shape) {
      case "POST" -> Optional.of(ApiCall.MESSAGES);
      case "POST/count_tokens" -> Optional.of(ApiCall.COUNT_TOKENS);
      case "POST/batches" -> Optional.of(ApiCall.CREATE);
      case "GET/batches" -> Optional.of(ApiCall.LIST);
      case "GET/batches/ID" -> Optional.of(ApiCall.RETRIEVE);
      case "DELETE/batches/ID" -> Optional.of(ApiCall.DELETE);
      case "POST/batches/ID/cancel" -> Optional.of(ApiCall.CANCEL);
      case "GET/batches/ID/results" -> Optional.of(ApiCall.RESULTS);
      default -> Optional.empty();
    };
  }
}
