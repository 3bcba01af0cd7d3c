package org.bpmndoc.emulator.cache;

import java.util.List;

/// The fewest tokens that a model caches. A shorter beginning is not cached, and nobody is told.
final class CacheMinimum {

  private record Row(String models, long tokens) {}

  /// By how the names begin; the first that fits counts. From the vendor's page on prompt caching
  /// and its pages on the models. Fable 5.2 is assumed to be as Fable 5.1.
  private static final List<Row> ROWS =
      List.of(
          new Row("claude-fable-5", 512),
          new Row("claude-mythos-5", 512),
          new Row("claude-opus-5", 512),
          new Row("claude-sonnet-5-5", 512),
          new Row("claude-haiku-5-5", 512),
          new Row("claude-sonnet-5", 1_024),
          new Row("claude-opus-4-8", 1_024),
          new Row("claude-sonnet-4", 1_024),
          new Row("claude-opus-4-7", 2_048));

  /// Opus 4.5 and 4.6, Haiku 4.5, and assumed for every model that is not known.
  private static final long MOST = 4_096;

  private CacheMinimum() {}

  static long of(String model) {
    return ROWS.stream()
        .filter(row -> model.startsWith(row.models()))
        .findFirst()
        .map(Row::tokens)
        .orElse(MOST);
  }
}
