package org.bpmndoc.testing.simulation;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.CountApi;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.SentRequest;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.run.DirectCalls;

/// Ends a process before or after any of its effects: whatever goes through one of the wraps passes
/// a point before and a point after, and at some point the fuse blows.
final class Fuse {

  /// The process is gone, and all it had in memory.
  static final class Crash extends Error {
    @Serial private static final long serialVersionUID = 1L;

    Crash(int point) {
      super("crash at point " + point);
    }
  }

  private static final int POINTS_MAX = 200_000;

  private final IntPredicate blows;
  private int points;

  /// `blows` is asked at every point, which are counted from 0 on.
  Fuse(IntPredicate blows) {
    this.blows = blows;
  }

  int points() {
    return points;
  }

  private void point() {
    int point = points++;
    Violation.unless(point < POINTS_MAX, "the process does not come to an end");
    if (blows.test(point)) {
      throw new Crash(point);
    }
  }

  @FunctionalInterface
  private interface Effect<T, E extends Exception> {
    T take() throws E;
  }

  private <T, E extends Exception> T around(Effect<T, E> effect) throws E {
    point();
    T result = effect.take();
    point();
    return result;
  }

  private void around(Runnable effect) {
    point();
    effect.run();
    point();
  }

  Journal wrap(Journal journal) {
    return new Journal() {
      @Override
      public void append(String run, long first, List<Entry> entries) {
        around(() -> journal.append(run, first, entries));
      }

      @Override
      public List<Entry> entries(String run) {
        return journal.entries(run);
      }

      @Override
      public List<Entry> entries(String run, Set<Class<? extends Entry>> kinds) {
        return journal.entries(run, kinds);
      }

      @Override
      public List<String> runs() {
        return journal.runs();
      }

      @Override
      public Optional<String> newestRun() {
        return journal.newestRun();
      }
    };
  }

  DocumentStore wrap(DocumentStore documents) {
    return new DocumentStore() {
      @Override
      public Optional<Document> find(Fingerprint fingerprint) {
        return documents.find(fingerprint);
      }

      @Override
      public List<Document> earlier(Fingerprint fingerprint) {
        return documents.earlier(fingerprint);
      }

      @Override
      public SortedSet<Fingerprint> fingerprints() {
        return documents.fingerprints();
      }

      @Override
      public void put(Document document, boolean replace) {
        around(() -> documents.put(document, replace));
      }

      @Override
      public void put(Document document, SentRequest sent, boolean replace) {
        around(() -> documents.put(document, sent, replace));
      }

      @Override
      public Optional<SentRequest> sent(Fingerprint fingerprint) {
        return documents.sent(fingerprint);
      }

      @Override
      public void assign(SubjectId subject, Assignment assignment) {
        around(() -> documents.assign(subject, assignment));
      }

      @Override
      public Map<SubjectId, Assignment> assignments() {
        return documents.assignments();
      }
    };
  }

  BatchApi wrap(BatchApi api) {
    return new BatchApi() {
      @Override
      public BatchSnapshot create(List<BatchItem> items) throws ProviderException {
        return Fuse.this.<BatchSnapshot, ProviderException>around(() -> api.create(items));
      }

      @Override
      public BatchSnapshot retrieve(String batchId) throws ProviderException {
        return Fuse.this.<BatchSnapshot, ProviderException>around(() -> api.retrieve(batchId));
      }

      @Override
      public int results(String batchId, Consumer<Result> sink) throws ProviderException {
        return Fuse.this.<Integer, ProviderException>around(() -> api.results(batchId, sink));
      }

      @Override
      public List<BatchSnapshot> list(Optional<String> after) throws ProviderException {
        return Fuse.this.<List<BatchSnapshot>, ProviderException>around(() -> api.list(after));
      }

      @Override
      public BatchSnapshot cancel(String batchId) throws ProviderException {
        return Fuse.this.<BatchSnapshot, ProviderException>around(() -> api.cancel(batchId));
      }

      @Override
      public void delete(String batchId) throws ProviderException {
        point();
        api.delete(batchId);
        point();
      }
    };
  }

  CountApi wrap(CountApi api) {
    return request -> Fuse.this.<Long, ProviderException>around(() -> api.promptTokens(request));
  }

  DirectCalls wrap(DirectCalls calls) {
    return new DirectCalls() {
      @Override
      public int concurrency() {
        return calls.concurrency();
      }

      @Override
      public void start(CustomId id, Request request) {
        around(() -> calls.start(id, request));
      }

      @Override
      public Optional<Arrival> await(Instant until) throws InterruptedException {
        return Fuse.this.<Optional<Arrival>, InterruptedException>around(() -> calls.await(until));
      }

      @Override
      public void close() {
        calls.close();
      }
    };
  }
}
