package org.bpmndoc.emulator;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The requests as they arrived, the newest [#KEPT_MAX] of them, or all where bodies are kept.
final class RequestLog {

  /// Without bodies, a long-lived emulator asked every few milliseconds stays small.
  static final int KEPT_MAX = 10_000;

  private final InstantSource clock;
  private final boolean keepsBodies;
  private final SortedMap<Long, ReceivedRequest> requests = new TreeMap<>();
  private long arrived;

  RequestLog(InstantSource clock, boolean keepsBodies) {
    this.clock = clock;
    this.keepsBodies = keepsBodies;
  }

  /// Gives the request's number.
  synchronized long arrived(String method, String path, String body) {
    long number = ++arrived;
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    requests.put(
        number,
        new ReceivedRequest(
            number,
            clock.instant(),
            method,
            path,
            bytes.length,
            Sha256.of(bytes),
            keepsBodies ? body : "",
            Optional.empty()));
    if (!keepsBodies && requests.size() > KEPT_MAX) {
      requests.remove(requests.firstKey());
    }
    return number;
  }

  synchronized void answered(long number, ReceivedRequest.Answered outcome) {
    requests.computeIfPresent(number, (_, request) -> request.answered(outcome));
  }

  synchronized List<ReceivedRequest> requests() {
    return List.copyOf(requests.values());
  }
}
