package org.bpmndoc.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.prompt.RequestJson;
import org.bpmndoc.run.DirectCalls.Arrival;

/// Everything about direct calls: starts them, each with its intent durable first, and takes in
/// what comes of them.
final class CallDesk {

  private final DirectCalls calls;
  private final RunLog log;
  private final WorkList work;
  private final Settling settling;
  private final Budget budget;
  private final Patience patience;
  private final InstantSource clock;

  private final Set<CustomId> underWay = new HashSet<>();
  private Instant notBefore = Instant.EPOCH;

  CallDesk(
      DirectCalls calls,
      RunLog log,
      WorkList work,
      Settling settling,
      Budget budget,
      RunSettings settings,
      InstantSource clock) {
    this.calls = calls;
    this.log = log;
    this.work = work;
    this.settling = settling;
    this.budget = budget;
    this.patience = new Patience(settings);
    this.clock = clock;
  }

  /// Books what was under way when the last process working on this run ended. A direct call has no
  /// list that could be searched for it.
  void takeUp() {
    for (Entry.Attempt attempt : log.state().attempts().open(Channel.DIRECT)) {
      settling.unheard(attempt.id());
    }
  }

  boolean isCalling() {
    return !underWay.isEmpty();
  }

  /// When there is something to call, where nothing but the provider's wish to be left alone keeps
  /// it from being called. The moment may have passed since the last call of [#call].
  Optional<Instant> nextCall() {
    return underWay.size() < atOnce() && next().isPresent()
        ? Optional.of(notBefore)
        : Optional.empty();
  }

  /// While the provider is in trouble, one call at a time finds out whether it still is.
  private int atOnce() {
    return patience.inTrouble() ? 1 : calls.concurrency();
  }

  private Optional<Prepared> next() {
    return work.requests()
        .next(Channel.DIRECT)
        .filter(one -> budget.allows(reservation(one), log.state().attempts()));
  }

  private Usd reservation(Prepared one) {
    return budget.reservation(one, Channel.DIRECT, log.state().attempts());
  }

  /// Starts as many calls as may be under way.
  void call() {
    int atOnce = atOnce();
    Optional<Prepared> next = next();
    while (next.isPresent() && underWay.size() < atOnce && !now().isBefore(notBefore)) {
      start(next.get());
      next = next();
    }
  }

  private void start(Prepared one) {
    Request request = one.request(log.state().attempts());
    Entry.Attempt attempt = one.nextAttempt(log, reservation(one), one.waitsBefore(log.state()));
    log.record(new Entry.DirectIntended(now(), attempt, RequestJson.bytes(request)));
    work.requests().sent(one);
    underWay.add(attempt.id());
    calls.start(attempt.id(), request);
  }

  /// Waits for the next answer until a moment, and takes in every answer that is there, before it
  /// pauses for one of them.
  void await(Instant until) throws InterruptedException, Paused {
    Optional<Paused> pause = Optional.empty();
    Optional<Arrival> arrival = calls.await(until);
    while (arrival.isPresent()) {
      try {
        take(arrival.get());
      } catch (Paused e) {
        pause = pause.or(() -> Optional.of(e));
      }
      arrival = calls.await(now());
    }
    if (pause.isPresent()) {
      throw pause.get();
    }
  }

  private void take(Arrival arrival) throws Paused {
    underWay.remove(arrival.id());
    switch (arrival) {
      case Arrival.Answered answered -> {
        patience.answered();
        settling.answered(answered.id(), Channel.DIRECT, answered.outcome());
      }
      case Arrival.NotCarriedOut not -> notCarriedOut(not);
    }
  }

  private void notCarriedOut(Arrival.NotCarriedOut not) throws Paused {
    ProviderException reason = not.reason();
    switch (reason.kind()) {
      case AMBIGUOUS -> {
        settling.unknown(not.id(), reason.reason());
        notBefore = patience.failed(reason, now());
      }
      case BUSY, UNREACHABLE, AUTHENTICATION, CREDIT -> {
        settling.deferred(not.id(), reason.reason());
        notBefore = patience.failed(reason, now());
      }
      case TOO_LARGE, NOT_FOUND, REJECTED ->
          settling.answered(
              not.id(),
              Channel.DIRECT,
              new Outcome.Errored("invalid_request_error", reason.reason()));
    }
  }

  /// Before a pause: answers to calls under way are paid for, so they are waited for, `poll` at a
  /// time.
  void takeInWhatIsUnderWay(Duration poll) {
    try {
      while (isCalling()) {
        awaitWhilePausing(now().plus(poll));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// When interrupted: answers that are here already are paid for, and nobody has to wait for them.
  void takeInWhatIsHere() {
    try {
      awaitWhilePausing(now());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitWhilePausing(Instant until) throws InterruptedException {
    try {
      await(until);
    } catch (Paused again) {
      // The run is pausing already, for the first reason.
    }
  }

  private Instant now() {
    return clock.instant();
  }
}
