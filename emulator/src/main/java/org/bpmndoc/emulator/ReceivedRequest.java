package org.bpmndoc.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A request that reached the emulator, whether or not it was answered. `path` has its query;
/// headers, and with them keys, are not kept. `body` is empty where bodies are not kept; `bytes` is
/// its length all the same, and `sha256` its hash.
public record ReceivedRequest(
    long number,
    Instant at,
    String method,
    String path,
    int bytes,
    String sha256,
    String body,
    Optional<Answered> answered) {

  /// What came of it: the status, unless the connection was cut without a word, and the faults that
  /// struck it.
  public record Answered(OptionalInt status, List<String> faults) {
    public Answered {
      faults = List.copyOf(faults);
    }
  }

  ReceivedRequest answered(Answered outcome) {
    return new ReceivedRequest(number, at, method, path, bytes, sha256, body, Optional.of(outcome));
  }
}
