package org.bpmndoc.emulator.cache;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The cache as direct calls meet it.
///
/// They find what was left by direct calls that were answered when theirs came, and by batches that
/// had ended. It lives as long as the emulator. Safe for many threads at once.
public final class DirectCache {

  private static final int SWEPT_FROM = 1_000;

  private final Map<String, Kept> kept = new HashMap<>();
  private int sweepAt = SWEPT_FROM;

  /// As a call meets it that comes at that moment; `batches` is asked for if it has breakpoints.
  public PromptCache at(Instant moment, String workspace, Supplier<Traces> batches) {
    return new PromptCache() {
      @Override
      public Visit visit(Prompt prompt) {
        Traces traces = prompt.hasBreakpoints() ? batches.get() : Traces.NONE;
        return Visit.of(
            prompt,
            workspace,
            moment,
            hash -> find(hash, moment).or(() -> traces.find(hash, moment)));
      }

      @Override
      public void leave(Visit visit) {
        keep(visit.left(), moment);
      }
    };
  }

  private synchronized Optional<Kept> find(String hash, Instant moment) {
    return Optional.ofNullable(kept.get(hash)).filter(one -> one.isThere(moment));
  }

  /// Forgets what is gone whenever twice as much has come.
  private synchronized void keep(Map<String, Kept> left, Instant moment) {
    left.forEach((hash, one) -> kept.merge(hash, one, Kept::longer));
    if (kept.size() >= sweepAt) {
      kept.values().removeIf(one -> !one.isThere(moment));
      sweepAt = Math.max(SWEPT_FROM, 2 * kept.size());
    }
  }
}
