package org.bpmndoc.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
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

    /// Refused clearly.
    record Refused(ProviderException.Kind kind) implements CreateFault {}
  }

  private record Stored(BatchSnapshot snapshot, List<BatchItem> items) {}

  private final InstantSource clock;
  private final Duration turnaround;
  private final Function<BatchItem, Outcome> answer;
  private final Map<String, Stored> batches = new LinkedHashMap<>();
  private final Deque<CreateFault> createFaults = new ArrayDeque<>();
  private final List<Integer> created = new ArrayList<>();
  private final Map<String, Instant> canceled = new LinkedHashMap<>();
  private int linesToLose;
  private Duration listDelay = Duration.ZERO;

  public FakeBatchApi(
      InstantSource clock, Duration turnaround, Function<BatchItem, Outcome> answer) {
    this.clock = clock;
    this.turnaround = turnaround;
    this.answer = answer;
  }

  public void failNextCreate(CreateFault fault) {
    createFaults.add(fault);
  }

  /// Leaves that many lines out of the next results that are read.
  public void loseLines(int lines) {
    linesToLose = lines;
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
    CreateFault fault = createFaults.poll();
    switch (fault) {
      case null -> {}
      case CreateFault.RequestLost() -> throw ambiguous();
      case CreateFault.Refused refused ->
          throw new ProviderException(refused.kind(), "refused", Optional.empty(), null);
      case CreateFault.ReplyLost() -> {
        BatchSnapshot _ = store(items);
        throw ambiguous();
      }
    }
    return store(items);
  }

  private BatchSnapshot store(List<BatchItem> items) {
    Instant now = clock.instant();
    String id = "batch_" + (created.size() + 1);
    created.add(items.size());
    BatchSnapshot snapshot =
        new BatchSnapshot(id, items.size(), now, now.plus(Duration.ofHours(24)), Optional.empty());
    batches.put(id, new Stored(snapshot, List.copyOf(items)));
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
    List<BatchItem> items = new ArrayList<>(find(batchId).items());
    Collections.shuffle(items, new Random(batchId.hashCode()));
    int lost = Math.min(linesToLose, items.size());
    linesToLose = 0;
    for (BatchItem item : items.subList(lost, items.size())) {
      Outcome outcome = canceled.containsKey(batchId) ? new Outcome.Canceled() : answer.apply(item);
      sink.accept(new Result(item.id().value(), outcome));
    }
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
