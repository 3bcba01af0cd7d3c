package org.bpmndoc.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState.BatchState;
import org.bpmndoc.journal.RunState.BatchState.Phase;

/// Everything about batches: has them created, finds out about those whose creation got no clear
/// answer, polls them, has them read, and deleted when nothing in them is needed any more. Each
/// call of [#tend] goes once round; it never waits.
final class BatchDesk {

  /// A provider may lose sight of a batch for a moment.
  private static final int LOOKS_AT_A_MISSING_BATCH = 3;

  private final BatchApi api;
  private final RunLog log;
  private final Outbox outbox;
  private final BatchReading reading;
  private final OrphanSearch orphans;
  private final Settling settling;
  private final Patience patience;
  private final RunSettings settings;
  private final InstantSource clock;

  private final Map<Integer, Integer> missed = new HashMap<>();
  private Instant nextLook = Instant.EPOCH;

  BatchDesk(
      BatchApi api,
      RunLog log,
      WorkList work,
      Settling settling,
      Budget budget,
      RunSettings settings,
      InstantSource clock) {
    this.api = api;
    this.log = log;
    this.settling = settling;
    this.settings = settings;
    this.clock = clock;
    this.patience = new Patience(settings);
    this.reading = new BatchReading(api, log, settling, clock);
    this.orphans = new OrphanSearch(api, log, settings.listDelay(), clock);
    this.outbox = new Outbox(api, log, work, budget, orphans, patience, settings, clock);
  }

  /// Whether a batch is about to be created, may exist, or is at the provider.
  boolean busy() {
    return !outbox.isEmpty()
        || !log.state().batches(Phase.INTENDED).isEmpty()
        || !log.state().batches(Phase.OPEN).isEmpty();
  }

  /// Whether there is more to do than to wait for a batch: one to create, to find out about, to
  /// read again or to look for again.
  boolean hasMoreToDo() {
    List<BatchState> inDoubt = log.state().batches(Phase.INTENDED);
    boolean more =
        inDoubt.isEmpty() ? !outbox.isEmpty() : inDoubt.stream().anyMatch(orphans::isWorthwhile);
    return more || reading.isToReadAgain() || !missed.isEmpty();
  }

  /// Begins a wave with all of these. `moneyComesBack` where something under way will give back
  /// most of what is reserved for it.
  void beginWave(List<Prepared> ready, boolean moneyComesBack) throws Paused {
    outbox.beginWave(ready, moneyComesBack);
  }

  /// Whether a batch is about to be created, or may exist or not.
  boolean isCreating() {
    return !outbox.isEmpty() || !log.state().batches(Phase.INTENDED).isEmpty();
  }

  /// When there is something to look at again.
  Instant nextLook() {
    boolean onlyToCreate =
        !outbox.isEmpty()
            && log.state().batches(Phase.INTENDED).isEmpty()
            && log.state().batches(Phase.OPEN).isEmpty();
    return onlyToCreate ? outbox.notBefore() : nextLook;
  }

  /// Goes once round: creates what is to be created, while no batch is in doubt, and when it is
  /// time looks at what is at the provider.
  void tend() throws Paused {
    while (outbox.isDue() && log.state().batches(Phase.INTENDED).isEmpty()) {
      outbox.createNext();
      nextLook = now().plus(settings.poll());
    }
    if (now().isBefore(nextLook)) {
      return;
    }
    nextLook = now().plus(settings.poll());
    for (BatchState batch : log.state().batches(Phase.INTENDED)) {
      boolean _ = patiently(() -> resolve(batch));
    }
    boolean _ = lookForTheLost();
    for (BatchState batch : log.state().batches(Phase.OPEN)) {
      boolean _ = patiently(() -> look(batch));
    }
    if (!settings.keepRemote()) {
      reading.deleteRead();
    }
  }

  /// Work on one batch. Trouble with it keeps none of the others waiting.
  @FunctionalInterface
  private interface Step {
    void take() throws ProviderException;
  }

  private boolean patiently(Step step) throws Paused {
    try {
      step.take();
      patience.answered();
      return true;
    } catch (ProviderException e) {
      Instant _ = patience.failed(e, now());
      return false;
    }
  }

  /// Looks for the batches that were given up, since they are paid for if they turn up late; false
  /// where it could not be told of one whether it has.
  private boolean lookForTheLost() throws Paused {
    boolean told = true;
    for (BatchState batch : log.state().batches(Phase.LOST)) {
      told &= patiently(() -> orphans.searchAgain(batch).ifPresent(id -> adopt(batch, id)));
    }
    return told;
  }

  /// Whether nothing more can be found before the run ends.
  boolean isAllFound() throws Paused {
    return lookForTheLost() && !busy();
  }

  private void resolve(BatchState batch) throws ProviderException {
    switch (orphans.search(batch)) {
      case OrphanSearch.Answer.Found found -> adopt(batch, found.providerId());
      case OrphanSearch.Answer.NotThere() -> {
        log.record(new Entry.BatchNotFound(now(), batch.number()));
        settling.notSent(batch.attempts());
      }
      case OrphanSearch.Answer.NotKnownYet() -> {}
    }
  }

  private void adopt(BatchState batch, String providerId) {
    log.record(new Entry.BatchCreated(now(), batch.number(), providerId, true));
  }

  private void look(BatchState batch) throws ProviderException {
    try {
      BatchSnapshot snapshot = api.retrieve(batch.providerId().orElseThrow());
      if (snapshot.ended()) {
        reading.read(batch, snapshot.took());
      } else if (log.state().isToEnd(batch) && !log.state().isAskedToEnd(batch)) {
        BatchSnapshot _ = api.cancel(batch.providerId().orElseThrow());
        log.record(new Entry.BatchCancelAsked(now(), batch.number()));
      }
      missed.remove(batch.number());
    } catch (ProviderException e) {
      if (!settings.writeOffMissing()
          || !(e.kind() == Kind.NOT_FOUND || e.kind() == Kind.REJECTED)) {
        throw e;
      }
      if (missed.merge(batch.number(), 1, Integer::sum) >= LOOKS_AT_A_MISSING_BATCH) {
        missed.remove(batch.number());
        reading.writeOff(batch);
      }
    }
  }

  private Instant now() {
    return clock.instant();
  }
}
