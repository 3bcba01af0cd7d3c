package org.bpmndoc.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.Packing;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.journal.Attempts;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Pause;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.prompt.RequestJson;
import org.bpmndoc.run.Priming.Parcel;

/// The batches of a wave that are still to be created. Creates them one at a time, each with its
/// intent durable first. Until then what they hold stays to be sent.
final class Outbox {

  private final BatchApi api;
  private final RunLog log;
  private final WorkList work;
  private final Budget budget;
  private final OrphanSearch orphans;
  private final Patience patience;
  private final RunSettings settings;
  private final InstantSource clock;

  private final Deque<Parcel> waiting = new ArrayDeque<>();
  private Instant notBefore = Instant.EPOCH;

  Outbox(
      BatchApi api,
      RunLog log,
      WorkList work,
      Budget budget,
      OrphanSearch orphans,
      Patience patience,
      RunSettings settings,
      InstantSource clock) {
    this.api = api;
    this.log = log;
    this.work = work;
    this.budget = budget;
    this.orphans = orphans;
    this.patience = patience;
    this.settings = settings;
    this.clock = clock;
  }

  /// All of these that the budget reaches for and that wait for no primer, in as few batches as the
  /// limits allow. Where it does not reach for all and `moneyComesBack` soon, nothing yet: each
  /// batch more is a wait more.
  void beginWave(List<Prepared> ready, boolean moneyComesBack) throws Paused {
    Set<String> primed = log.state().planned().map(Entry.Planned::primed).orElse(Set.of());
    refuseIfRefused(primed);
    for (Parcel parcel : new Priming(primed, log.state().caches(), now()).parcels(ready)) {
      List<Prepared> affordable = affordable(parcel);
      if (moneyComesBack && affordable.size() < parcel.requests().size()) {
        return;
      }
      Packing.pack(affordable, one -> one.request(log.state().attempts()), settings.packLimits())
          .forEach(some -> waiting.add(parcel.with(some)));
    }
  }

  /// What is wrong with one request after another is most likely wrong with all of them.
  private void refuseIfRefused(Set<String> primed) throws Paused {
    for (String prefix : primed) {
      if (log.state().caches().failures(prefix) >= Priming.REFUSALS) {
        throw new Paused(
            Pause.FAILURE,
            "%d requests of %s that went ahead of the others came to nothing, one after another; bpmndoc audit says why"
                .formatted(Priming.REFUSALS, prefix));
      }
    }
  }

  private List<Prepared> affordable(Parcel wanted) {
    List<Prepared> affordable = new ArrayList<>();
    Usd more = Usd.ZERO;
    for (Prepared one : wanted.requests()) {
      Usd withOne = more.plus(reservation(one, wanted));
      if (budget.allows(withOne, log.state().attempts())) {
        affordable.add(one);
        more = withOne;
      }
    }
    return affordable;
  }

  private Usd reservation(Prepared one, Parcel parcel) {
    return budget.reservation(one, Channel.BATCH, log.state().attempts(), parcel.isCached(one));
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// From when on the next batch may be created.
  Instant notBefore() {
    return notBefore;
  }

  boolean isDue() {
    return !waiting.isEmpty() && !clock.instant().isBefore(notBefore);
  }

  /// Creates the next batch with what is still to be sent, as far as the budget still reaches:
  /// since the wave began a late answer may have come, and direct calls may have used the budget
  /// up.
  void createNext() throws Paused {
    Parcel next = waiting.remove().sentAt(now(), log.state().caches());
    Parcel toSend =
        next.with(
            next.requests().stream()
                .filter(one -> work.requests().isToSend(one, Channel.BATCH))
                .toList());
    List<Prepared> wanted = affordable(toSend);
    if (!wanted.isEmpty()) {
      create(toSend.with(wanted));
    }
  }

  private void create(Parcel parcel) throws Paused {
    List<Prepared> wanted = parcel.requests();
    Map<String, CustomId> primers = new TreeMap<>();
    List<BatchItem> items = new ArrayList<>();
    List<Entry.Attempt> attempts = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    long bytes = 0;
    for (Prepared one : wanted) {
      Attempts before = log.state().attempts();
      Entry.Attempt attempt = one.nextAttempt(log, reservation(one, parcel), waits(one, parcel));
      attempts.add(attempt);
      Request request = one.request(before);
      items.add(new BatchItem(attempt.id(), request, parcel.isCached(one)));
      if (parcel.primers().containsValue(one)) {
        primers.put(one.prefix(), attempt.id());
      }
      body.append(one.fingerprint().hex());
      bytes += RequestJson.bytes(request);
    }
    int number = log.state().batches().size() + 1;
    int wave = attempts.stream().mapToInt(Entry.Attempt::waits).max().orElse(0);
    log.record(
        new Entry.BatchIntended(
            now(),
            number,
            wave,
            attempts,
            sha256(body.toString()),
            bytes,
            primers,
            parcel.reads()));
    wanted.forEach(work.requests()::sent);
    try {
      BatchSnapshot created = api.create(items);
      log.record(new Entry.BatchCreated(now(), number, created.id(), false));
      patience.answered();
    } catch (ProviderException e) {
      if (e.kind() == ProviderException.Kind.AMBIGUOUS) {
        orphans.suspect(number, now());
      } else {
        notCreated(number, parcel, e);
      }
    }
  }

  /// What was sent for it before, what it is written from, and its primer are over before it.
  private int waits(Prepared one, Parcel parcel) {
    int before = one.waitsBefore(log.state());
    if (parcel.reads().contains(one.prefix())) {
      before = Math.max(before, log.state().caches().waits(one.prefix()));
    }
    return before + 1;
  }

  private void notCreated(int number, Parcel parcel, ProviderException e) throws Paused {
    List<Prepared> wanted = parcel.requests();
    log.record(new Entry.BatchNotCreated(now(), number, e.reason()));
    wanted.forEach(one -> work.again(one.fingerprint()));
    switch (e.kind()) {
      case TOO_LARGE -> {
        if (wanted.size() == 1) {
          work.failed(wanted.getFirst().fingerprint(), e.reason());
        } else {
          int half = wanted.size() / 2;
          waiting.addFirst(parcel.with(wanted.subList(half, wanted.size())));
          waiting.addFirst(parcel.with(wanted.subList(0, half)));
        }
      }
      case REJECTED -> wanted.forEach(one -> work.failed(one.fingerprint(), e.reason()));
      case UNREACHABLE, NOT_FOUND, BUSY, AUTHENTICATION, CREDIT -> {
        waiting.addFirst(parcel);
        notBefore = patience.failed(e, now());
      }
      case AMBIGUOUS -> throw new IllegalStateException("whether it was created is not known");
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Instant now() {
    return clock.instant();
  }
}
