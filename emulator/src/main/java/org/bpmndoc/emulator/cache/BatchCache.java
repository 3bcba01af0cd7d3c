package org.bpmndoc.emulator.cache;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The cache as the requests of one batch meet it.
///
/// They find what was left by batches that had ended when theirs was created, and keep that alive
/// for each other. What they write they do not see themselves, and neither does anybody else before
/// the batch has ended. What direct calls wrote they never find. For one thread.
public final class BatchCache {

  private final String workspace;
  private final Supplier<Traces> earlier;
  private Optional<Traces> found = Optional.empty();
  private final Map<String, Kept> refreshed = new TreeMap<>();
  private final SortedMap<String, Kept> left = new TreeMap<>();

  /// `earlier` is asked for when the first request comes that has breakpoints.
  public BatchCache(String workspace, Supplier<Traces> earlier) {
    this.workspace = workspace;
    this.earlier = earlier;
  }

  /// As a request meets it that is answered at that moment. Moments rise.
  public PromptCache at(Instant moment) {
    return new PromptCache() {
      @Override
      public Visit visit(Prompt prompt) {
        return Visit.of(prompt, workspace, moment, hash -> find(hash, moment));
      }

      @Override
      public void leave(Visit visit) {
        visit
            .left()
            .forEach((hash, kept) -> {
              if (find(hash, moment).isPresent()) {
                refreshed.merge(hash, kept, Kept::longer);
              }
              left.merge(hash, kept, Kept::longer);
            });
      }
    };
  }

  /// What others find once the batch has ended.
  public SortedMap<String, Kept> left() {
    return Collections.unmodifiableSortedMap(left);
  }

  private Optional<Kept> find(String hash, Instant moment) {
    Traces traces = found.orElseGet(earlier);
    found = Optional.of(traces);
    return Optional.ofNullable(refreshed.get(hash))
        .filter(kept -> kept.isThere(moment))
        .or(() -> traces.find(hash, moment));
  }
}
