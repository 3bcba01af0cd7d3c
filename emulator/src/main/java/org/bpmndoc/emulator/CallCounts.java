package org.bpmndoc.emulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bpmndoc.emulator.fault.ApiCall;

/// Counts calls: each kind for itself, and those that name a batch for each batch.
final class CallCounts {

  private record Counted(ApiCall call, String batchId) {}

  private final Map<Counted, AtomicLong> counts = new ConcurrentHashMap<>();

  /// The number of this call, from 1.
  long next(Route route) {
    return counts
        .computeIfAbsent(
            new Counted(route.call(), route.batchId().orElse("")), _ -> new AtomicLong())
        .incrementAndGet();
  }
}
