package org.bpmndoc.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.batch.CustomId;

/// What a run knows of the provider's cache, by the name of a beginning: whether a primer that
/// writes it is under way, until when it is warm, and how often a primer came to nothing.
public final class Caches {

  /// A beginning is kept for an hour from its last use. A batch needs some of it to be begun.
  private static final Duration WARM = Duration.ofMinutes(50);

  private final Map<String, Integer> underWay = new HashMap<>();
  private final Map<String, Instant> lastUse = new HashMap<>();
  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, Integer> waits = new HashMap<>();
  private final Map<Integer, Entry.BatchIntended> marked = new HashMap<>();

  void intend(Entry.BatchIntended batch) {
    if (!batch.primers().isEmpty() || !batch.reads().isEmpty()) {
      marked.put(batch.number(), batch);
      batch.primers().keySet().forEach(name -> underWay.put(name, batch.number()));
    }
  }

  /// The batch is not at the provider.
  void gone(int number) {
    underWay.values().removeIf(batch -> batch == number);
  }

  /// The batch ended then.
  void read(int number, Instant end, Attempts attempts) {
    gone(number);
    Entry.BatchIntended batch = marked.remove(number);
    if (batch != null) {
      batch.primers().forEach((name, primer) -> primed(name, primer, end, attempts));
      batch.reads().forEach(name -> lastUse.merge(name, end, Caches::later));
    }
  }

  private void primed(String name, CustomId primer, Instant end, Attempts attempts) {
    if (attempts.isAnswered(primer)) {
      lastUse.merge(name, end, Caches::later);
      attempts.find(primer).ifPresent(attempt -> waits.put(name, attempt.waits()));
    } else {
      failures.merge(name, 1, Integer::sum);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /// What came to nothing counts no more.
  void forgive() {
    failures.clear();
  }

  /// Whether a primer for it is under way.
  public boolean isPriming(String name) {
    return underWay.containsKey(name);
  }

  /// Whether it was written in this run, be it still warm or not.
  public boolean wasPrimed(String name) {
    return lastUse.containsKey(name);
  }

  public boolean isWarm(String name, Instant now) {
    return Optional.ofNullable(lastUse.get(name))
        .filter(use -> now.isBefore(use.plus(WARM)))
        .isPresent();
  }

  /// How many batches, one after another, were over once its primer was back.
  public int waits(String name) {
    return waits.getOrDefault(name, 0);
  }

  /// How many primers for it came to nothing, one after another.
  public int failures(String name) {
    return failures.getOrDefault(name, 0);
  }
}
