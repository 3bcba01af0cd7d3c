package org.bpmndoc.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.journal.Entry;

/// Everything that one run has sent, by its journal. An intent is durable before anything leaves,
/// so nothing is missing; what was never sent after all says so.
record Audit(String run, List<Submission> submissions) {

  /// One HTTP request with content in it. `batch` is the number of the batch, 0 for a direct call;
  /// `sha256` is the request's fingerprint, or the SHA-256 of the fingerprints in a batch.
  /// `regions` are where the provider says it was answered.
  record Submission(
      Instant at,
      String provider,
      String server,
      boolean redacting,
      int batch,
      int requests,
      long bytes,
      String sha256,
      SortedSet<String> regions,
      String outcome) {

    public Submission {
      regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }

    private Submission now(String what) {
      return new Submission(
          at, provider, server, redacting, batch, requests, bytes, sha256, regions, what);
    }

    private Submission answeredIn(String region) {
      if (region.isEmpty()) {
        return this;
      }
      SortedSet<String> all = new TreeSet<>(regions);
      all.add(region);
      return new Submission(
          at, provider, server, redacting, batch, requests, bytes, sha256, all, outcome);
    }
  }

  static Audit of(String run, List<Entry> entries) {
    String provider = "";
    Entry.Connected to = new Entry.Connected(Instant.EPOCH, "not recorded", false);
    Map<CustomId, Object> batchOf = new HashMap<>();
    Map<Object, Submission> submissions = new LinkedHashMap<>();
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.RunStarted e -> provider = e.provider();
        case Entry.Connected e -> to = e;
        case Entry.BatchIntended e -> {
          e.attempts().forEach(attempt -> batchOf.put(attempt.id(), e.number()));
          submissions.put(
              e.number(),
              new Submission(
                  e.at(),
                  provider,
                  to.server(),
                  to.redacting(),
                  e.number(),
                  e.attempts().size(),
                  e.bytes(),
                  e.bodyHash(),
                  new TreeSet<>(),
                  "in doubt"));
        }
        case Entry.BatchCreated e ->
            submissions.computeIfPresent(
                e.number(),
                (_, s) -> s.now((e.adopted() ? "found as " : "created as ") + e.providerId()));
        case Entry.BatchNotCreated e ->
            submissions.computeIfPresent(e.number(), (_, s) -> s.now("refused: " + e.reason()));
        case Entry.BatchNotFound e ->
            submissions.computeIfPresent(e.number(), (_, s) -> s.now("not in the provider's list"));
        case Entry.BatchDisowned e ->
            submissions.computeIfPresent(e.number(), (_, s) -> s.now("in doubt"));
        case Entry.BatchDeleted e ->
            submissions.computeIfPresent(
                e.number(), (_, s) -> s.now(s.outcome() + ", deleted there"));
        case Entry.DirectIntended e ->
            submissions.put(
                e.attempt().id(),
                new Submission(
                    e.at(),
                    provider,
                    to.server(),
                    to.redacting(),
                    0,
                    1,
                    e.bytes(),
                    e.attempt().fingerprint().hex(),
                    new TreeSet<>(),
                    "in doubt"));
        case Entry.Settled e -> {
          submissions.computeIfPresent(
              e.attempt(), (_, s) -> s.now(e.settlement().name().toLowerCase(Locale.ROOT)));
          submissions.computeIfPresent(
              Objects.requireNonNullElse(batchOf.get(e.attempt()), e.attempt()),
              (_, s) -> s.provider().equals(Provider.OFFLINE) ? s : s.answeredIn(e.region()));
        }
        case Entry.DraftTaken e ->
            submissions.computeIfPresent(
                e.attempt(),
                (_, s) -> s.now(Entry.Settlement.ACCEPTED.name().toLowerCase(Locale.ROOT)));
        case Entry.BudgetChanged _,
            Entry.Planned _,
            Entry.DeadlineSet _,
            Entry.Replanned _,
            Entry.ChildrenFixed _,
            Entry.BatchRead _,
            Entry.Documented _,
            Entry.Failed _,
            Entry.Blocked _,
            Entry.RunPaused _,
            Entry.RetryAsked _,
            Entry.CancelAsked _,
            Entry.BatchCancelAsked _,
            Entry.RunCanceled _,
            Entry.RunEnded _ -> {}
      }
    }
    return new Audit(run, new ArrayList<>(submissions.values()));
  }
}
