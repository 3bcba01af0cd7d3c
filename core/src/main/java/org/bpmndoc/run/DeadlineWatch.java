package org.bpmndoc.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.journal.Attempts;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState.BatchState;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.DurationText;
import org.bpmndoc.plan.Limits;
import org.bpmndoc.plan.Outlook;
import org.bpmndoc.plan.Plan;
import org.bpmndoc.plan.Usd;

/// Keeps an eye on the deadline of a run. A batch that runs past its usual time is waited for as
/// long as what is left could still be written directly in time, since waiting costs nothing; then
/// it is called back, and what is left goes direct, if the budget reaches for it. Once the deadline
/// has passed nothing is paid for speed any more.
final class DeadlineWatch {

  /// A batch that is called back ends within this part of its usual time: what the provider had
  /// begun is finished first.
  private static final int ENDING_PART = 4;

  private final Outlook<SubjectId> outlook;
  private final RunLog log;
  private final Requests requests;
  private final Budget budget;
  private final Duration poll;
  private final InstantSource clock;
  private Instant nextLook = Instant.EPOCH;

  /// How much was left when the plan was last looked at.
  private int lookedAt;

  DeadlineWatch(
      Outlook<SubjectId> outlook,
      RunLog log,
      Requests requests,
      Budget budget,
      Duration poll,
      InstantSource clock) {
    this.outlook = outlook;
    this.log = log;
    this.requests = requests;
    this.budget = budget;
    this.poll = poll;
    this.clock = clock;
  }

  /// Looks at the batches under way, once a poll.
  void look() {
    Optional<Instant> deadline = log.state().deadline();
    if (deadline.isEmpty() || !now().isBefore(deadline.get()) || now().isBefore(nextLook)) {
      return;
    }
    nextLook = now().plus(poll);
    List<BatchState> late =
        log.state().batches(Phase.OPEN).stream().filter(this::isPastItsTime).toList();
    Duration untilDeadline = Duration.between(now(), deadline.get());
    if (!late.isEmpty()) {
      callBack(late, untilDeadline);
    } else if (log.state().batches(Phase.OPEN).isEmpty()
        && log.state().batches(Phase.INTENDED).isEmpty()) {
      hurry(untilDeadline);
    }
  }

  /// Between batches: where what is left would hardly be done in time by the plan there is, takes
  /// the cheapest that would be, else the fastest that the budget reaches for.
  private void hurry(Duration untilDeadline) {
    Map<SubjectId, Channel> left = log.state().left();
    if (left.size() == lookedAt || !left.containsValue(Channel.BATCH)) {
      return;
    }
    lookedAt = left.size();
    Duration expected = outlook.expected(left);
    if (expected.compareTo(untilDeadline) <= 0) {
      return;
    }
    Plan<SubjectId> best =
        outlook.best(
            left.keySet(),
            new Limits(
                Optional.of(untilDeadline), budget.left(log.state().attempts()), Optional.empty()));
    Map<SubjectId, Channel> changed = new HashMap<>(best.channels());
    changed.entrySet().removeIf(one -> one.getValue() == left.get(one.getKey()));
    if (!changed.isEmpty() && best.p95().compareTo(expected) < 0) {
      log.record(
          new Entry.Replanned(
              now(),
              changed,
              List.of(),
              "%s are left until the deadline, and 95 runs in 100 take up to %s for what is left; with %s up to %s"
                  .formatted(
                      DurationText.of(untilDeadline),
                      DurationText.of(expected),
                      best.waits() == 1 ? "1 wait" : best.waits() + " waits",
                      DurationText.of(best.p95()))));
      requests.replanned();
    }
  }

  private boolean isPastItsTime(BatchState batch) {
    return !log.state().isToEnd(batch) && age(batch).compareTo(usual(batch)) > 0;
  }

  private void callBack(List<BatchState> late, Duration untilDeadline) {
    Map<SubjectId, Channel> left = log.state().left();
    Duration direct = outlook.allDirect(left.keySet());
    Duration ending = usual(late.getFirst()).dividedBy(ENDING_PART).plus(poll);
    if (untilDeadline.compareTo(direct.plus(ending)) > 0) {
      return;
    }
    left.keySet().removeAll(inOtherBatches(late));
    if (isAffordable(late, left)) {
      Map<SubjectId, Channel> changed = new HashMap<>();
      left.forEach((subject, channel) -> {
        if (channel == Channel.BATCH) {
          changed.put(subject, Channel.DIRECT);
        }
      });
      log.record(
          new Entry.Replanned(
              now(),
              changed,
              late.stream().map(BatchState::number).toList(),
              reason(late.getFirst(), untilDeadline, direct)));
      requests.replanned();
    }
  }

  /// These are waited for: they are not past their time.
  private Set<SubjectId> inOtherBatches(List<BatchState> late) {
    List<BatchState> others = new ArrayList<>(log.state().batches(Phase.OPEN));
    others.addAll(log.state().batches(Phase.INTENDED));
    others.removeAll(late);
    Set<SubjectId> subjects = new HashSet<>();
    others.forEach(
        batch -> batch.attempts().forEach(attempt -> subjects.addAll(attempt.subjects())));
    return subjects;
  }

  /// Whether there is money for what these batches hold at the price of direct calls at most, on
  /// top of what else is left at the price that is to be expected.
  private boolean isAffordable(List<BatchState> late, Map<SubjectId, Channel> left) {
    Attempts attempts = log.state().attempts();
    Map<SubjectId, Channel> rest = new HashMap<>();
    left.keySet().forEach(subject -> rest.put(subject, Channel.DIRECT));
    Usd more = Usd.ZERO;
    for (BatchState batch : late) {
      for (Entry.Attempt attempt : batch.attempts()) {
        Optional<Prepared> again = requests.find(attempt.fingerprint());
        if (again.isPresent() && attempts.isOpen(attempt.id())) {
          more =
              more.plus(budget.reservation(again.get(), Channel.DIRECT, attempts))
                  .minus(attempt.reserved());
          rest.keySet().removeAll(attempt.subjects());
        }
      }
    }
    return budget.allows(more.plus(outlook.cost(rest)), attempts);
  }

  private String reason(BatchState batch, Duration untilDeadline, Duration direct) {
    return ("batch %d has taken %s, and half of such batches take %s; %s are left until the"
            + " deadline, and direct calls for what is left take up to %s")
        .formatted(
            batch.number(),
            DurationText.of(age(batch)),
            DurationText.of(usual(batch)),
            DurationText.of(untilDeadline),
            DurationText.of(direct));
  }

  private Duration age(BatchState batch) {
    return Duration.between(batch.createdAt().orElseThrow(), now());
  }

  private Duration usual(BatchState batch) {
    return outlook.usualBatch(batch.attempts().size());
  }

  private Instant now() {
    return clock.instant();
  }
}
