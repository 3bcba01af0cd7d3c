package org.bpmndoc.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.CountApi;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Pause;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Outlook;

/// The loop: brings what is ready into words, sends it, waits, takes answers in, until every
/// subject is in its final state or the run has to pause. Everything that must survive this process
/// is in the journal before anything is done about it, so a run that stopped anywhere is taken up
/// by just running it again.
public final class Scheduler {

  /// What the loop works on and through.
  public record Ports(
      BatchApi batches,
      DirectCalls calls,
      CountApi counts,
      DocumentStore documents,
      Renderer renderer,
      Answers answers,
      Tariff tariff,
      Outlook<SubjectId> outlook,
      InstantSource clock) {}

  private final Ports ports;
  private final RunLog log;
  private final RunSettings settings;
  private final WorkList work;
  private final Settling settling;
  private final Budget budget;
  private final BatchDesk batches;
  private final CallDesk calls;
  private final CountDesk counts;
  private final DeadlineWatch deadline;
  private final Gathering gathering;

  /// Children first.
  public Scheduler(
      DependencyGraph<SubjectId> graph, Ports ports, RunLog log, RunSettings settings) {
    this(new ChildrenFirst(graph), ports, log, settings);
  }

  public Scheduler(Sight sight, Ports ports, RunLog log, RunSettings settings) {
    this.ports = ports;
    this.log = log;
    this.settings = settings;
    this.budget = new Budget(settings.budget(), ports.tariff());
    this.work =
        new WorkList(
            sight,
            ports.renderer(),
            ports.documents(),
            log,
            ports.clock(),
            new Routes(log.state(), sight.order(), ports.outlook(), budget, ports.clock()),
            settings.force());
    this.settling =
        new Settling(
            log, work, ports.documents(), ports.answers(), ports.tariff(), ports.clock(), settings);
    this.batches =
        new BatchDesk(ports.batches(), log, work, settling, budget, settings, ports.clock());
    this.calls = new CallDesk(ports.calls(), log, work, settling, budget, settings, ports.clock());
    this.counts =
        new CountDesk(ports.counts(), log.state(), work, settling, settings, ports.clock());
    this.gathering = new Gathering(ports.outlook(), ports.clock());
    this.deadline =
        new DeadlineWatch(
            ports.outlook(), log, work.requests(), budget, settings.poll(), ports.clock());
  }

  /// Runs until the run has ended, has paused, or (where it is not to wait) has only batches to
  /// wait for. Which of these, the state tells. When interrupted it pauses the run and returns at
  /// once.
  public RunState run() {
    try {
      work.advance();
      calls.takeUp();
      while (goRound()) {
        await();
      }
    } catch (Paused e) {
      calls.takeInWhatIsUnderWay(settings.poll());
      log.record(new Entry.RunPaused(now(), e.pause(), e.reason()));
    } catch (InterruptedException e) {
      calls.takeInWhatIsHere();
      log.record(new Entry.RunPaused(now(), Pause.INTERRUPTED, "interrupted"));
    }
    return log.state();
  }

  /// Does all that can be done now; false when there is nothing left to wait for.
  private boolean goRound() throws Paused {
    long before;
    do {
      before = log.state().sequence();
      work.advance();
      settling.haltIfAsked();
      stopAtFailureIfAsked();
      if (!log.state().isCanceling()) {
        deadline.look();
        send();
      }
      batches.tend();
    } while (log.state().sequence() > before);
    return isAnythingToWaitFor();
  }

  private void send() throws Paused {
    counts.count();
    calls.call();
    List<Prepared> ready = work.requests().toSend(Channel.BATCH);
    if (!ready.isEmpty() && mayBegin(ready.size())) {
      batches.beginWave(ready, calls.isCalling() || batches.busy());
    }
  }

  /// What is in doubt is soon counted, and a batch more is a wait more.
  private boolean mayBegin(int ready) {
    return settings.barrier()
        ? !batches.busy() && nextCount().isEmpty()
        : !batches.isCreating()
            && gathering.isOver(
                ready, calls.isCalling() || nextCall().isPresent() || nextCount().isPresent());
  }

  private void stopAtFailureIfAsked() throws Paused {
    Optional<Entry.Failed> failure = work.lastFailure();
    if (settings.failFast() && failure.isPresent()) {
      throw new Paused(Pause.FAILURE, failure.get().subject() + ": " + failure.get().reason());
    }
  }

  private boolean isAnythingToWaitFor() throws Paused {
    if (calls.isCalling() || nextCall().isPresent() || nextCount().isPresent()) {
      return true;
    }
    if (batches.busy()) {
      return settings.waitForBatches() || batches.hasMoreToDo();
    }
    if (log.state().isCanceling()) {
      List.of(Channel.values()).forEach(channel -> endWithDrafts(work.requests().toSend(channel)));
      boolean _ = endWithDrafts(work.requests().inDoubt());
      return isAnythingToFindBefore(new Entry.RunCanceled(now()));
    }
    return isAnythingLeft();
  }

  private Optional<Instant> nextCall() {
    return log.state().isCanceling() ? Optional.empty() : calls.nextCall();
  }

  private Optional<Instant> nextCount() {
    return log.state().isCanceling() ? Optional.empty() : counts.nextCount();
  }

  private boolean isAnythingLeft() throws Paused {
    for (Channel channel : Channel.values()) {
      Optional<Prepared> unaffordable = work.requests().next(channel);
      if (unaffordable.isPresent() && endWithDrafts(work.requests().toSend(channel))) {
        return true;
      }
      if (unaffordable.isPresent()) {
        throw new Paused(
            Pause.BUDGET, budget.shortage(unaffordable.get(), channel, log.state().attempts()));
      }
    }
    work.refuseToLeaveAnything();
    return isAnythingToFindBefore(new Entry.RunEnded(now()));
  }

  /// Better ones are not asked for any more: what is there is taken.
  private boolean endWithDrafts(List<Prepared> notSent) {
    return notSent.stream()
            .filter(prepared -> settling.endWithDraft(prepared.fingerprint()))
            .count()
        > 0;
  }

  private boolean isAnythingToFindBefore(Entry end) throws Paused {
    if (!batches.isAllFound()) {
      return true;
    }
    log.record(end);
    return false;
  }

  /// Waits for the next answer or the next time to look, whichever comes first.
  private void await() throws InterruptedException, Paused {
    Instant until = earlier(earlier(now().plus(settings.poll()), nextCall()), nextCount());
    calls.await(
        earlier(until, batches.busy() ? Optional.of(batches.nextLook()) : Optional.empty()));
  }

  private static Instant earlier(Instant a, Optional<Instant> b) {
    return b.filter(a::isAfter).orElse(a);
  }

  private Instant now() {
    return ports.clock().instant();
  }
}
