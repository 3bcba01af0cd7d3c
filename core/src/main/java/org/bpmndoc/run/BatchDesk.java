package org.bpmndoc.run;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.Packing;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState.BatchState;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.plan.Usd;

/// Everything about batches: creates them one at a time with their intent durable first, finds out
/// about those whose creation got no clear answer, polls them, reads them, and deletes them when
/// nothing in them is needed any more. Each call of [#tend] goes once round; it never waits.
final class BatchDesk {

  private final BatchApi api;
  private final RunLog log;
  private final WorkList work;
  private final Budget budget;
  private final BatchReading reading;
  private final OrphanSearch orphans;
  private final Settling settling;
  private final Patience patience;
  private final RunSettings settings;
  private final InstantSource clock;

  private final Deque<List<Prepared>> outbox = new ArrayDeque<>();
  private Instant nextLook = Instant.EPOCH;
  private Instant createNotBefore = Instant.EPOCH;
  private int wave;

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
    this.work = work;
    this.settling = settling;
    this.budget = budget;
    this.settings = settings;
    this.clock = clock;
    this.patience = new Patience(settings.patience());
    this.reading = new BatchReading(api, log, settling, clock);
    this.orphans = new OrphanSearch(api, log, settings.listDelay(), clock);
  }

  /// Whether a batch is about to be created, may exist, or is at the provider.
  boolean busy() {
    return !outbox.isEmpty()
        || !log.state().batches(Phase.INTENDED).isEmpty()
        || !log.state().batches(Phase.OPEN).isEmpty();
  }

  /// Begins a wave: all of these, in as few batches as the limits allow, as far as the budget
  /// reaches. A wave of which no batch came to be is not counted: nobody waited for it.
  void beginWave(List<Prepared> ready) {
    wave =
        log.state().batches().stream()
                .filter(batch -> batch.providerId().isPresent())
                .mapToInt(BatchState::wave)
                .max()
                .orElse(0)
            + 1;
    List<Prepared> affordable = new ArrayList<>();
    Usd more = Usd.ZERO;
    for (Prepared one : ready) {
      Usd withOne = more.plus(budget.reservation(one));
      if (budget.allows(withOne, log.state().attempts())) {
        affordable.add(one);
        more = withOne;
      }
    }
    affordable.forEach(work::sent);
    outbox.addAll(
        Packing.pack(affordable, one -> one.rendering().request(), settings.packLimits()));
  }

  /// When there is something to look at again.
  Instant nextLook() {
    boolean onlyToCreate =
        !outbox.isEmpty()
            && log.state().batches(Phase.INTENDED).isEmpty()
            && log.state().batches(Phase.OPEN).isEmpty();
    return onlyToCreate ? createNotBefore : nextLook;
  }

  /// Goes once round: creates what is to be created, and when it is time looks at what is at the
  /// provider.
  void tend() throws Paused {
    while (!outbox.isEmpty()
        && log.state().batches(Phase.INTENDED).isEmpty()
        && !clock.instant().isBefore(createNotBefore)) {
      create(outbox.poll());
    }
    if (clock.instant().isBefore(nextLook)) {
      return;
    }
    nextLook = clock.instant().plus(settings.poll());
    try {
      for (BatchState batch : log.state().batches(Phase.INTENDED)) {
        resolve(batch);
      }
      for (BatchState batch : log.state().batches(Phase.OPEN)) {
        look(batch);
      }
    } catch (ProviderException e) {
      patience.failed(e, clock.instant());
    }
    if (!settings.keepRemote()) {
      reading.deleteRead();
    }
  }

  private void create(List<Prepared> wanted) throws Paused {
    List<BatchItem> items = new ArrayList<>();
    List<Entry.Attempt> attempts = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    for (Prepared one : wanted) {
      Entry.Attempt attempt = one.nextAttempt(log, budget.reservation(one));
      attempts.add(attempt);
      items.add(new BatchItem(attempt.id(), one.rendering().request()));
      body.append(one.fingerprint().hex());
    }
    int number = log.state().batches().size() + 1;
    log.record(new Entry.BatchIntended(now(), number, wave, attempts, hash(body.toString())));
    try {
      BatchSnapshot created = api.create(items);
      log.record(new Entry.BatchCreated(now(), number, created.id(), false));
      patience.answered();
      nextLook = now().plus(settings.poll());
    } catch (ProviderException e) {
      notCreated(number, wanted, e);
    }
  }

  private void notCreated(int number, List<Prepared> wanted, ProviderException e) throws Paused {
    if (e.kind() == ProviderException.Kind.AMBIGUOUS) {
      orphans.suspect(number, now());
      nextLook = now();
      return;
    }
    log.record(new Entry.BatchNotCreated(now(), number, e.reason()));
    switch (e.kind()) {
      case TOO_LARGE -> {
        if (wanted.size() == 1) {
          work.failed(wanted.getFirst().fingerprint(), e.reason());
        } else {
          int half = wanted.size() / 2;
          outbox.addFirst(wanted.subList(half, wanted.size()));
          outbox.addFirst(wanted.subList(0, half));
        }
      }
      case REJECTED -> wanted.forEach(one -> work.failed(one.fingerprint(), e.reason()));
      case UNREACHABLE, NOT_FOUND, BUSY, AUTHENTICATION, CREDIT -> {
        outbox.addFirst(wanted);
        createNotBefore = now().plus(e.retryAfter().orElse(settings.poll()));
        patience.failed(e, now());
      }
      case AMBIGUOUS -> throw new IllegalStateException("handled above");
    }
  }

  private void resolve(BatchState batch) throws ProviderException {
    switch (orphans.search(batch)) {
      case OrphanSearch.Answer.Found found ->
          log.record(new Entry.BatchCreated(now(), batch.number(), found.providerId(), true));
      case OrphanSearch.Answer.NotThere() -> {
        log.record(
            new Entry.BatchNotCreated(
                now(), batch.number(), "the provider's list of batches does not have it"));
        settling.notSent(batch.attempts());
      }
      case OrphanSearch.Answer.NotKnownYet() -> {}
    }
    patience.answered();
  }

  private void look(BatchState batch) throws ProviderException {
    BatchSnapshot snapshot = api.retrieve(batch.providerId().orElseThrow());
    if (snapshot.ended()) {
      reading.read(batch);
    }
    patience.answered();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(text.getBytes(StandardCharsets.US_ASCII));
      return java.util.HexFormat.of().formatHex(digest);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Instant now() {
    return clock.instant();
  }
}
