package org.bpmndoc.testing.simulation;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;

/// What the durable entries of a run add up to, read without the help of the code that is under
/// test: which attempts are open, how each ended, the money, and the state of each subject.
final class Accounts {

  private final Map<Integer, List<Entry.Attempt>> batches = new HashMap<>();
  private final Map<String, Integer> providerIds = new HashMap<>();
  private final Set<Integer> recalled = new HashSet<>();
  private final Map<String, Entry.Attempt> open = new LinkedHashMap<>();
  private final Map<String, Entry.Settled> settled = new HashMap<>();
  private final Map<String, Entry.Attempt> intended = new HashMap<>();
  private final Map<SubjectId, Entry> ends = new HashMap<>();
  private Optional<Usd> budget = Optional.empty();
  private Usd total = Usd.ZERO;
  private Usd overdraft = Usd.ZERO;
  private Instant endedAt = Instant.MAX;

  void saw(Entry entry) {
    endedAt = entry instanceof Entry.RunEnded end ? end.at() : Instant.MAX;
    switch (entry) {
      case Entry.RunStarted started -> budget = started.budget();
      case Entry.BudgetChanged changed -> budget = Optional.of(changed.budget());
      case Entry.BatchIntended batch -> {
        batches.put(batch.number(), batch.attempts());
        batch.attempts().forEach(attempt -> intend(attempt, Channel.BATCH));
      }
      case Entry.DirectIntended direct -> intend(direct.attempt(), Channel.DIRECT);
      case Entry.BatchNotCreated not -> release(not.number());
      case Entry.BatchNotFound not -> release(not.number());
      case Entry.BatchCreated created -> {
        providerIds.put(created.providerId(), created.number());
        reopen(created.number());
      }
      case Entry.Replanned plan -> recalled.addAll(plan.recalled());
      case Entry.Settled end -> settle(end);
      case Entry.Documented end -> ends.put(end.subject(), end);
      case Entry.Failed end -> ends.put(end.subject(), end);
      case Entry.Blocked end -> ends.put(end.subject(), end);
      case Entry.Connected _,
          Entry.DraftTaken _,
          Entry.BatchDisowned _,
          Entry.BatchRead _,
          Entry.BatchDeleted _,
          Entry.Planned _,
          Entry.DeadlineSet _,
          Entry.ChildrenFixed _,
          Entry.RunPaused _,
          Entry.RetryAsked _,
          Entry.CancelAsked _,
          Entry.BatchCancelAsked _,
          Entry.RunCanceled _,
          Entry.RunEnded _ -> {}
    }
  }

  private void intend(Entry.Attempt attempt, Channel channel) {
    String id = attempt.id().value();
    Violation.unless(intended.put(id, attempt) == null, "%s was intended twice", id);
    Violation.unless(
        !World.costMax(channel).isMoreThan(attempt.reserved()), "too little reserved: %s", attempt);
    open.put(id, attempt);
    total = total.plus(attempt.reserved());
    budget.ifPresent(limit ->
        Violation.unless(
            !total.isMoreThan(limit.plus(overdraft)),
            "%s spent and reserved of a budget of %s",
            total,
            limit));
  }

  private void release(int batch) {
    for (Entry.Attempt attempt : batches.getOrDefault(batch, List.of())) {
      if (open.remove(attempt.id().value()) != null) {
        total = total.minus(attempt.reserved());
      }
    }
  }

  /// Of what had been given up: it has turned up and is paid for, whatever the budget says.
  private void reopen(int batch) {
    for (Entry.Attempt attempt : batches.getOrDefault(batch, List.of())) {
      String id = attempt.id().value();
      if (!settled.containsKey(id) && open.put(id, attempt) == null) {
        total = total.plus(attempt.reserved());
        overdraft = overdraft.plus(attempt.reserved());
      }
    }
  }

  private void settle(Entry.Settled end) {
    Entry.Attempt attempt = open.remove(end.attempt().value());
    if (attempt == null) {
      throw new Violation(end.attempt() + " was settled though it was not open");
    }
    settled.put(end.attempt().value(), end);
    total = total.minus(attempt.reserved()).plus(end.cost());
  }

  boolean isRecalled(String providerId) {
    Integer number = providerIds.get(providerId);
    return number != null && recalled.contains(number);
  }

  boolean isOpen(String id) {
    return open.containsKey(id);
  }

  Set<String> open() {
    return Collections.unmodifiableSet(open.keySet());
  }

  Optional<Entry.Settled> settled(String id) {
    return Optional.ofNullable(settled.get(id));
  }

  /// Documented, failed or blocked, whichever was said last.
  Optional<Entry> end(SubjectId subject) {
    return Optional.ofNullable(ends.get(subject));
  }

  /// Spent and reserved.
  Usd total() {
    return total;
  }

  /// When the run ended, if that is the last that is known of it; else never.
  Instant endedAt() {
    return endedAt;
  }
}
