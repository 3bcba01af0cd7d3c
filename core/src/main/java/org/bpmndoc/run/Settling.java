package org.bpmndoc.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Settlement;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.prompt.RequestJson;
import org.bpmndoc.prompt.Sent;
import tools.jackson.databind.JsonNode;

/// Takes outcomes in: judges each, stores its document, settles its attempt, and moves its subjects
/// on. An outcome of an attempt that is settled already changes nothing.
final class Settling {

  private final RunLog log;
  private final WorkList work;
  private final DocumentStore documents;
  private final Answers answers;
  private final Tariff tariff;
  private final InstantSource clock;
  private final RunSettings settings;
  private Optional<Paused> halt = Optional.empty();

  Settling(
      RunLog log,
      WorkList work,
      DocumentStore documents,
      Answers answers,
      Tariff tariff,
      InstantSource clock,
      RunSettings settings) {
    this.log = log;
    this.work = work;
    this.documents = documents;
    this.answers = answers;
    this.tariff = tariff;
    this.clock = clock;
    this.settings = settings;
  }

  void answered(CustomId id, Channel channel, Outcome outcome) {
    if (!log.state().attempts().isOpen(id)) {
      return;
    }
    Entry.Attempt attempt = log.state().attempts().find(id).orElseThrow();
    Fingerprint fingerprint = attempt.fingerprint();
    Paid paid = paid(attempt, outcome, channel);
    Optional<Request> asked =
        work.requests().find(fingerprint).map(prepared -> prepared.rendering().request());
    Verdict verdict =
        Verdict.of(outcome, text -> answers.check(attempt, asked, text), tries(fingerprint));
    switch (verdict) {
      case Verdict.Accept _ when log.state().attempts().isAccepted(fingerprint) ->
          settle(id, Settlement.SUPERSEDED, paid, "another answer had come first");
      case Verdict.Accept accept when isWorse(accept, fingerprint) -> {
        takeDraft(fingerprint);
        settle(id, Settlement.SUPERSEDED, paid, "the answer before had less wrong in it");
        work.accepted(fingerprint);
      }
      case Verdict.Accept accept -> {
        store(attempt, accept.content(), accept.findings(), origin(paid, channel, outcome));
        settle(id, Settlement.ACCEPTED, paid, "", RequestJson.bytesOfChild(accept.content()));
        work.accepted(fingerprint);
      }
      case Verdict.Repair repair -> {
        log.record(
            new Entry.Settled(
                now(),
                id,
                Settlement.FLAWED,
                paid.usage(),
                paid.cost(),
                repair.reason(),
                RequestJson.bytesOfChild(repair.draft().content()),
                paid.region(),
                Optional.of(repair.draft())));
        work.again(fingerprint);
      }
      case Verdict.Again again -> {
        settle(id, again.settlement(), paid, again.reason());
        work.again(fingerprint);
      }
      case Verdict.GiveUp giveUp -> {
        boolean taken = takeDraft(fingerprint);
        settle(id, giveUp.settlement(), paid, giveUp.reason());
        end(fingerprint, taken, giveUp.reason());
      }
      case Verdict.Halt stop -> {
        settle(id, Settlement.VOID, paid, stop.reason());
        work.again(fingerprint);
        halt = Optional.of(new Paused(stop.pause(), stop.reason()));
      }
    }
  }

  /// Whether what was answered before had less wrong in it.
  private boolean isWorse(Verdict.Accept accept, Fingerprint fingerprint) {
    return log.state()
        .attempts()
        .draft(fingerprint)
        .flatMap(Entry.Settled::draft)
        .filter(draft -> draft.isBetterThan(accept.findings()))
        .isPresent();
  }

  /// Makes the best draft there is the document, unless findings are to fail it. The document is
  /// stored first: whoever takes the run up after that finds it.
  private boolean takeDraft(Fingerprint fingerprint) {
    Optional<Entry.Settled> best =
        settings.failFlawed() ? Optional.empty() : log.state().attempts().draft(fingerprint);
    best.ifPresent(drafted -> {
      Entry.Attempt attempt = log.state().attempts().find(drafted.attempt()).orElseThrow();
      Entry.Draft draft = drafted.draft().orElseThrow();
      store(
          attempt,
          draft.content(),
          draft.findings(),
          new Document.Origin(
              log.state().started().provider(),
              draft.model(),
              log.state().attempts().channel(drafted.attempt()),
              drafted.usage(),
              drafted.cost(),
              drafted.at(),
              log.state().started().language()));
      log.record(new Entry.DraftTaken(now(), drafted.attempt()));
    });
    return best.isPresent();
  }

  /// Takes the draft of a request for which nothing more can be sent; false where it has none.
  boolean endWithDraft(Fingerprint fingerprint) {
    boolean taken = takeDraft(fingerprint);
    if (taken) {
      work.accepted(fingerprint);
    }
    return taken;
  }

  private void end(Fingerprint fingerprint, boolean taken, String reason) {
    if (taken) {
      work.accepted(fingerprint);
    } else {
      work.failed(fingerprint, reason);
    }
  }

  private Document.Origin origin(Paid paid, Channel channel, Outcome outcome) {
    return new Document.Origin(
        log.state().started().provider(),
        ((Outcome.Succeeded) outcome).model(),
        channel,
        paid.usage(),
        paid.cost(),
        now(),
        log.state().started().language());
  }

  /// A document that nobody waits for any more may have been shown to parents: it stays.
  private void store(
      Entry.Attempt attempt, JsonNode content, List<Finding> findings, Document.Origin origin) {
    Document document =
        new Document(attempt.fingerprint(), attempt.contract(), content, findings, origin);
    work.requests()
        .find(attempt.fingerprint())
        .ifPresentOrElse(
            needed ->
                documents.put(
                    document, Sent.of(needed.rendering(), log.state().started().language()), true),
            () -> documents.put(document, false));
  }

  /// What an outcome used and cost, and where.
  private record Paid(Usage usage, Usd cost, String region) {
    static final Paid NOTHING = new Paid(Usage.NONE, Usd.ZERO, "");
  }

  /// An answer is billed by the model that was asked, whatever it calls itself.
  private Paid paid(Entry.Attempt attempt, Outcome outcome, Channel channel) {
    if (!(outcome instanceof Outcome.Succeeded answer)) {
      return Paid.NOTHING;
    }
    String model = log.state().started().writers().of(attempt.contract()).model();
    return new Paid(answer.usage(), tariff.cost(model, answer.usage(), channel), answer.region());
  }

  private Verdict.Tries tries(Fingerprint fingerprint) {
    return new Verdict.Tries(
        log.state().attempts().failures(fingerprint),
        log.state().attempts().cutOff(fingerprint),
        settings.tries(),
        !settings.failFlawed());
  }

  /// The batch of the attempt was ended on this run's request before it was sent to the model.
  void takenBack(CustomId id) {
    if (log.state().attempts().isOpen(id)) {
      settle(id, Settlement.VOID, Paid.NOTHING, "canceled on request");
      again(id);
    }
  }

  /// The attempt was not billed and does not count as a try.
  void deferred(CustomId id, String reason) {
    settle(id, Settlement.DEFERRED, Paid.NOTHING, reason);
    again(id);
  }

  /// The process that made the attempt ended before its answer: it may have been billed, and is
  /// booked at all that was reserved for it.
  void unheard(CustomId id) {
    Entry.Attempt attempt = log.state().attempts().find(id).orElseThrow();
    String reason = "the process ended while the call was under way";
    settle(id, Settlement.UNHEARD, new Paid(Usage.NONE, attempt.reserved(), ""), reason);
    again(id);
  }

  /// Nobody knows whether the attempt was billed: it is booked at all that was reserved for it.
  void unknown(CustomId id, String reason) {
    Entry.Attempt attempt = log.state().attempts().find(id).orElseThrow();
    Fingerprint fingerprint = attempt.fingerprint();
    int failures = log.state().attempts().failures(fingerprint);
    boolean another = failures + 1 < settings.tries();
    boolean taken = !another && takeDraft(fingerprint);
    settle(id, Settlement.UNKNOWN, new Paid(Usage.NONE, attempt.reserved(), ""), reason);
    if (another) {
      work.again(fingerprint);
    } else {
      end(fingerprint, taken, reason);
    }
  }

  /// The requests of a batch that surely does not exist are to be sent in another.
  void notSent(Iterable<Entry.Attempt> attempts) {
    for (Entry.Attempt attempt : attempts) {
      work.again(attempt.fingerprint());
    }
  }

  private void again(CustomId id) {
    work.again(log.state().attempts().find(id).orElseThrow().fingerprint());
  }

  private void settle(CustomId id, Settlement settlement, Paid paid, String reason) {
    settle(id, settlement, paid, reason, 0);
  }

  private void settle(CustomId id, Settlement settlement, Paid paid, String reason, long bytes) {
    log.record(
        new Entry.Settled(
            now(), id, settlement, paid.usage(), paid.cost(), reason, bytes, paid.region()));
  }

  private Instant now() {
    return clock.instant();
  }

  /// Stops the run where an outcome asked for it, after everything that came with it was taken in.
  void haltIfAsked() throws Paused {
    if (halt.isPresent()) {
      throw halt.get();
    }
  }
}
