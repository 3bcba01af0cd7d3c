package org.bpmndoc.testing.simulation;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;

/// What reached the provider and what it billed, in its own books.
final class Books {

  /// One request that the provider took. `usable` where the answer is a document. `turnsUp` is when
  /// its answer can be found, where that is later than the provider's list promises.
  record Taken(
      String id,
      String text,
      Channel channel,
      Usd billed,
      boolean usable,
      Optional<Instant> turnsUp) {}

  private final Map<String, Taken> taken = new LinkedHashMap<>();
  private final Map<String, Integer> excuses = new HashMap<>();
  private final Map<String, Integer> troubles = new HashMap<>();

  void take(Taken request) {
    Violation.unless(
        taken.putIfAbsent(request.id(), request) == null,
        "attempt %s was sent twice",
        request.id());
  }

  /// Not answered, and not billed.
  void takeBack(String id) {
    taken.computeIfPresent(
        id,
        (_, before) ->
            new Taken(id, before.text(), before.channel(), Usd.ZERO, false, before.turnsUp()));
  }

  Optional<Taken> find(String id) {
    return Optional.ofNullable(taken.get(id));
  }

  Collection<Taken> all() {
    return Collections.unmodifiableCollection(taken.values());
  }

  /// An answer to this was paid for and could not be heard: it may be paid for once more.
  void excuse(String text) {
    excuses.merge(text, 1, Integer::sum);
  }

  int excuses(String text) {
    return excuses.getOrDefault(text, 0);
  }

  /// An attempt at this failed for a reason that counts.
  void trouble(String text, int times) {
    troubles.merge(text, times, Integer::sum);
  }

  int troubles(String text) {
    return troubles.getOrDefault(text, 0);
  }
}
