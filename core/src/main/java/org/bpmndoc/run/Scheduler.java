package org.bpmndoc.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Pause;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.run.DirectCalls.Arrival;

/// The loop: brings what is ready into words, sends it, waits, takes answers in, until every
/// subject is in its final state or the run has to pause. Everything that must survive this process
/// is in the journal before anything is done about it, so a run that stopped anywhere is taken up
/// by just running it again.
public final class Scheduler {

  /// What the loop works on and through.
  public record Ports(
      BatchApi batches,
      DirectCalls calls,
      DocumentStore documents,
      Renderer renderer,
      Answers answers,
      Tariff tariff,
      InstantSource clock) {}

  private final Ports ports;
  private final RunLog log;
  private final RunSettings settings;
  private final WorkList work;
  private final Settling settling;
  private final Budget budget;
  private final BatchDesk desk;
  private final Patience patience;
  private final Set<CustomId> calling = new HashSet<>();
  private Instant callNotBefore = Instant.EPOCH;

  public Scheduler(
      DependencyGraph<SubjectId> graph,
      Function<SubjectId, Channel> channels,
      Ports ports,
      RunLog log,
      RunSettings settings) {
    this.ports = ports;
    this.log = log;
    this.settings = settings;
    this.budget = new Budget(settings.budget(), ports.tariff());
    this.patience = new Patience(settings);
    this.work =
        new WorkList(
            graph,
            ports.renderer(),
            ports.documents(),
            channels,
            log,
            ports.clock(),
            settings.force());
    this.settling =
        new Settling(
            log,
            work,
            ports.documents(),
            ports.answers(),
            ports.tariff(),
            ports.clock(),
            settings.tries());
    this.desk =
        new BatchDesk(ports.batches(), log, work, settling, budget, settings, ports.clock());
  }

  /// Runs until the run has ended, has paused, or (where it is not to wait) has only batches to
  /// wait for. Which of these, the state tells. When interrupted it pauses the run and returns at
  /// once.
  public RunState run() {
    try {
      takeUp();
      while (goRound()) {
        await();
      }
    } catch (Paused e) {
      takeInWhatIsUnderWay();
      log.record(new Entry.RunPaused(now(), e.pause(), e.reason()));
    } catch (InterruptedException e) {
      log.record(new Entry.RunPaused(now(), Pause.INTERRUPTED, "interrupted"));
    }
    return log.state();
  }

  /// Books what was under way when the last process working on this run ended. A direct call has no
  /// list that could be searched for it.
  private void takeUp() {
    work.advance();
    for (Entry.Attempt attempt : log.state().attempts().open(Channel.DIRECT)) {
      settling.unknown(attempt.id(), "the process ended while the call was under way");
    }
    work.advance();
  }

  /// Does all that can be done now; false when there is nothing left to wait for.
  private boolean goRound() throws Paused {
    long before;
    do {
      before = log.state().sequence();
      work.advance();
      settling.haltIfAsked();
      call();
      if (!desk.busy()) {
        desk.beginWave(work.toSend(Channel.BATCH));
      }
      desk.tend();
    } while (log.state().sequence() > before);
    return isAnythingToWaitFor();
  }

  private boolean isAnythingToWaitFor() throws Paused {
    if (!calling.isEmpty()
        || work.nextToSend(Channel.DIRECT).filter(this::isAffordable).isPresent()) {
      return true;
    }
    if (desk.busy()) {
      return settings.waitForBatches() || desk.hasMoreToDo();
    }
    for (Channel channel : Channel.values()) {
      Optional<Prepared> unaffordable = work.nextToSend(channel);
      if (unaffordable.isPresent()) {
        throw new Paused(Pause.BUDGET, budget.shortage(unaffordable.get(), log.state().attempts()));
      }
    }
    work.refuseToLeaveAnything();
    log.record(new Entry.RunEnded(now()));
    return false;
  }

  private boolean isToCallLater() {
    return now().isBefore(callNotBefore)
        && work.nextToSend(Channel.DIRECT).filter(this::isAffordable).isPresent();
  }

  private boolean isAffordable(Prepared one) {
    return budget.allows(budget.reservation(one), log.state().attempts());
  }

  /// Starts as many direct calls as may be under way, each with its intent durable first. While the
  /// provider is in trouble, one at a time finds out whether it still is.
  private void call() {
    Optional<Prepared> next = work.nextToSend(Channel.DIRECT).filter(this::isAffordable);
    int atOnce = patience.inTrouble() ? 1 : ports.calls().concurrency();
    while (next.isPresent() && calling.size() < atOnce && !now().isBefore(callNotBefore)) {
      Prepared one = next.get();
      Entry.Attempt attempt = one.nextAttempt(log, budget.reservation(one));
      log.record(new Entry.DirectIntended(now(), attempt, one.bytes()));
      work.sent(one);
      calling.add(attempt.id());
      ports.calls().start(attempt.id(), one.rendering().request());
      next = work.nextToSend(Channel.DIRECT).filter(this::isAffordable);
    }
  }

  /// Waits for the next answer or the next time to look, whichever comes first, and takes in every
  /// answer that is there.
  private void await() throws InterruptedException, Paused {
    Instant until = now().plus(settings.poll());
    if (desk.busy()) {
      until = earlier(until, desk.nextLook());
    }
    if (isToCallLater()) {
      until = earlier(until, callNotBefore);
    }
    Optional<Arrival> arrival = ports.calls().await(until);
    while (arrival.isPresent()) {
      take(arrival.get());
      arrival = ports.calls().await(now());
    }
  }

  private void take(Arrival arrival) throws Paused {
    calling.remove(arrival.id());
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
        callNotBefore = patience.failed(reason, now());
      }
      case BUSY, UNREACHABLE, AUTHENTICATION, CREDIT -> {
        settling.deferred(not.id(), reason.reason());
        callNotBefore = patience.failed(reason, now());
      }
      case TOO_LARGE, NOT_FOUND, REJECTED ->
          settling.answered(
              not.id(),
              Channel.DIRECT,
              new Outcome.Errored("invalid_request_error", reason.reason()));
    }
  }

  /// Before a pause: answers to calls under way are paid for, so they are waited for.
  private void takeInWhatIsUnderWay() {
    try {
      while (!calling.isEmpty()) {
        Optional<Arrival> arrival = ports.calls().await(now().plus(settings.poll()));
        if (arrival.isPresent()) {
          try {
            take(arrival.get());
          } catch (Paused again) {
            // The run is pausing already, for the first reason.
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private Instant now() {
    return ports.clock().instant();
  }
}
