package org.bpmndoc.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;

/// A batch provider in memory, on somebody else's clock: a batch ends when its turnaround has
/// passed. The next calls can be made to go wrong.
public final class FakeBatchApi implements BatchApi {

  /// What goes wrong with the creation of a batch.
  public sealed interface CreateFault {

    /// The batch is created, and nobody hears of it.
    record ReplyLost() implements CreateFault {}

    /// Nothing is created, and no clear answer comes back either.
    record RequestLost() implements CreateFault {}

    /// Refused clearly, with the wait that is asked for.
    record Refused(ProviderException.Kind kind, Optional<Duration> retryAfter)
        implements CreateFault {
      public Refused(ProviderException.Kind kind) {
        this(kind, Optional.empty());
      }
    }
  }

  /// A batch. Its results, once they were asked for, stay what they are.
  private record Stored(BatchSnapshot snapshot, Supplier<List<Result>> results) {}

  private final InstantSource clock;
  private final Duration turnaround;
  private final Function<BatchItem, Outcome> answer;
  private final Map<String, Stored> batches = new LinkedHashMap<>();
  private final Map<Integer, CreateFault> createFaults = new HashMap<>();
  private final List<Integer> created = new ArrayList<>();
  private final List<Integer> cached = new ArrayList<>();
  private final Map<String, Instant> canceled = new LinkedHashMap<>();
  private int creations;
  private int linesToLose;
  private int readsToSpoil;
  private int foreign;
  private int finishedBeforeCancel;
  private Duration listDelay = Duration.ZERO;

  public FakeBatchApi(
      InstantSource clock, Duration turnaround, Function<BatchItem, Outcome> answer) {
    this.clock = clock;
    this.turnaround = turnaround;
    this.answer = answer;
  }

  /// How many requests of each batch that was created were marked for the cache.
  public List<Integer> cached() {
    return List.copyOf(cached);
  }

  /// The next creation goes wrong; several calls stand for the next several.
  public void failNextCreate(CreateFault fault) {
    int next = creations + 1;
    while (createFaults.containsKey(next)) {
      next++;
    }
    failCreate(next, fault);
  }

  /// That creation goes wrong, counted from 1 and those that go wrong included.
  public void failCreate(int creation, CreateFault fault) {
    createFaults.put(creation, fault);
  }

  /// Leaves that many lines out of the next results, as often as they are read.
  public void loseLines(int lines, int reads) {
    linesToLose = lines;
    readsToSpoil = reads;
  }

  /// Of each batch that is canceled, that many requests are answered before.
  public void finishBeforeCancel(int requests) {
    finishedBeforeCancel = requests;
  }

  /// Creates a batch as other software with the same key would, and gives its id.
  public String createForeign(int requests) {
    String id = "foreign_" + ++foreign;
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      results.add(new Result(id + "-" + i, new Outcome.Expired()));
    }
    return store(id, requests, () -> results).id();
  }

  /// How long a new batch stays missing from the list.
  public void delayList(Duration delay) {
    listDelay = delay;
  }

  /// The sizes of all batches that were ever created, in order.
  public List<Integer> created() {
    return List.copyOf(created);
  }

  /// The batches that are still there.
  public int kept() {
    return batches.size();
  }

  @Override
  public BatchSnapshot create(List<BatchItem> items) throws ProviderException {
    CreateFault fault = createFaults.get(++creations);
    switch (fault) {
      case null -> {}
      case CreateFault.RequestLost() -> throw ambiguous();
      case CreateFault.Refused refused ->
          throw new ProviderException(refused.kind(), "refused", refused.retryAfter(), null);
      case CreateFault.ReplyLost() -> {
        BatchSnapshot _ = store(items);
        throw ambiguous();
      }
    }
    return store(items);
  }

  private BatchSnapshot store(List<BatchItem> items) {
    String id = "batch_" + (created.size() + 1);
    created.add(items.size());
    cached.add((int) items.stream().filter(BatchItem::cached).count());
    List<BatchItem> sent = new ArrayList<>(items);
    Collections.shuffle(sent, new Random(id.hashCode()));
    List<Result> results = new ArrayList<>();
    return store(
        id,
        sent.size(),
        () -> {
          for (BatchItem item : sent.subList(results.size(), sent.size())) {
            boolean begun = !canceled.containsKey(id) || results.size() < finishedBeforeCancel;
            Outcome outcome = begun ? answer.apply(item) : new Outcome.Canceled();
            results.add(new Result(item.id().value(), outcome));
          }
          return results;
        });
  }

  private BatchSnapshot store(String id, int requests, Supplier<List<Result>> results) {
    Instant now = clock.instant();
    BatchSnapshot snapshot =
        new BatchSnapshot(id, requests, now, now.plus(Duration.ofHours(24)), Optional.empty());
    batches.put(id, new Stored(snapshot, results));
    return snapshot;
  }

  private static ProviderException ambiguous() {
    return new ProviderException(
        ProviderException.Kind.AMBIGUOUS, "connection cut", Optional.empty(), null);
  }

  @Override
  public BatchSnapshot retrieve(String batchId) throws ProviderException {
    return now(find(batchId).snapshot());
  }

  private BatchSnapshot now(BatchSnapshot s) {
    Instant end = canceled.getOrDefault(s.id(), s.createdAt().plus(turnaround));
    Optional<Instant> ended = clock.instant().isBefore(end) ? Optional.empty() : Optional.of(end);
    return new BatchSnapshot(s.id(), s.requests(), s.createdAt(), s.expiresAt(), ended);
  }

  @Override
  public int results(String batchId, Consumer<Result> sink) throws ProviderException {
    List<Result> results = find(batchId).results().get();
    int lost = readsToSpoil > 0 ? Math.min(linesToLose, results.size()) : 0;
    readsToSpoil--;
    results.subList(lost, results.size()).forEach(sink);
    return 0;
  }

  @Override
  public List<BatchSnapshot> list(Optional<String> after) {
    List<BatchSnapshot> newestFirst = new ArrayList<>();
    for (Stored stored : batches.values()) {
      BatchSnapshot snapshot = stored.snapshot();
      if (!clock.instant().isBefore(snapshot.createdAt().plus(listDelay))) {
        newestFirst.addFirst(now(snapshot));
      }
    }
    if (after.isEmpty()) {
      return newestFirst;
    }
    List<String> ids = newestFirst.stream().map(BatchSnapshot::id).toList();
    return newestFirst.subList(ids.indexOf(after.get()) + 1, newestFirst.size());
  }

  @Override
  public BatchSnapshot cancel(String batchId) throws ProviderException {
    if (!retrieve(batchId).ended()) {
      canceled.put(batchId, clock.instant());
    }
    return retrieve(batchId);
  }

  @Override
  public void delete(String batchId) throws ProviderException {
    Stored _ = find(batchId);
    batches.remove(batchId);
  }

  private Stored find(String batchId) throws ProviderException {
    Stored stored = batches.get(batchId);
    if (stored == null) {
      throw new ProviderException(
          ProviderException.Kind.NOT_FOUND, "no batch " + batchId, Optional.empty(), null);
    }
    return stored;
  }
}
