package org.bpmndoc.emulator.cache;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What batches left in the cache, each for itself, by hash.
public record Traces(List<Map<String, Kept>> traces) {

  static final Traces NONE = new Traces(List.of());

  public Traces {
    traces = List.copyOf(traces);
  }

  /// What is kept longest of what is there at that moment.
  Optional<Kept> find(String hash, Instant moment) {
    return traces.stream()
        .flatMap(trace -> Optional.ofNullable(trace.get(hash)).stream())
        .filter(kept -> kept.isThere(moment))
        .reduce(Kept::longer);
  }
}
