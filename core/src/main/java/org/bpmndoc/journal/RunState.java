package org.bpmndoc.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usd;

/// What is known about a run: the fold of its entries, and nothing else. The same entries always
/// give the same state, whoever folds them.
public final class RunState {

  /// A subject's final state. One that is not here is still to come.
  public sealed interface SubjectState {
    record Documented(Fingerprint fingerprint, Lineage lineage, boolean written)
        implements SubjectState {}

    record Failed(String reason) implements SubjectState {}

    record Blocked(SubjectId child) implements SubjectState {}
  }

  /// A batch of this run. `providerId` is absent while it is not known whether the provider has it.
  public record BatchState(
      int number,
      int wave,
      Instant intendedAt,
      List<Entry.Attempt> attempts,
      Optional<String> providerId,
      Optional<Instant> createdAt,
      boolean adopted,
      Phase phase) {

    /// INTENDED: may exist. LOST: given up, and may turn up all the same. OPEN: exists, results not
    /// read. READ: all settled. GONE: never came to be, or deleted.
    public enum Phase {
      INTENDED,
      LOST,
      OPEN,
      READ,
      GONE
    }

    private BatchState now(
        Optional<String> providerId, Optional<Instant> createdAt, boolean adopted, Phase phase) {
      return new BatchState(
          number, wave, intendedAt, attempts, providerId, createdAt, adopted, phase);
    }
  }

  private Optional<Entry.RunStarted> started = Optional.empty();
  private Optional<Usd> budget = Optional.empty();
  private Optional<Instant> deadline = Optional.empty();
  private Optional<Entry.Planned> firstPlan = Optional.empty();
  private Optional<Entry.Planned> planned = Optional.empty();
  private Optional<Entry.ChildrenFixed> childrenFixed = Optional.empty();
  private final Map<SubjectId, Channel> channels = new HashMap<>();
  private Optional<Entry.RunPaused> paused = Optional.empty();
  private Optional<Instant> endedAt = Optional.empty();
  private Optional<Instant> canceledAt = Optional.empty();
  private boolean canceling;
  private final Set<Integer> recalled = new LinkedHashSet<>();
  private final Set<Integer> askedToEnd = new LinkedHashSet<>();
  private final Map<SubjectId, SubjectState> subjects = new LinkedHashMap<>();
  private final Map<Integer, BatchState> batches = new LinkedHashMap<>();
  private final Set<String> foreignBatches = new LinkedHashSet<>();
  private final Attempts attempts = new Attempts();
  private final Caches caches = new Caches();
  private final Map<SubjectId, Integer> waits = new HashMap<>();
  private int plans;
  private long sequence;

  public static RunState of(Iterable<Entry> entries) {
    RunState state = new RunState();
    entries.forEach(state::apply);
    return state;
  }

  /// Takes the next entry in. Only whoever appended it to the journal may do so.
  public void apply(Entry entry) {
    sequence++;
    paused = entry instanceof Entry.RunPaused pause ? Optional.of(pause) : Optional.empty();
    endedAt = entry instanceof Entry.RunEnded end ? Optional.of(end.at()) : Optional.empty();
    switch (entry) {
      case Entry.RunStarted e -> {
        started = Optional.of(e);
        budget = e.budget();
      }
      case Entry.BudgetChanged e -> budget = Optional.of(e.budget());
      case Entry.DeadlineSet e -> deadline = Optional.of(e.deadline());
      case Entry.Planned e -> {
        planned = Optional.of(e);
        firstPlan = firstPlan.or(() -> planned);
        plans++;
        channels.clear();
        channels.putAll(e.channels());
      }
      case Entry.Replanned e -> {
        plans++;
        channels.putAll(e.channels());
        recalled.addAll(e.recalled());
      }
      case Entry.ChildrenFixed e ->
          childrenFixed = Optional.of(childrenFixed.map(before -> before.plus(e)).orElse(e));
      case Entry.BatchIntended e -> intend(e);
      case Entry.BatchCreated e -> created(e);
      case Entry.BatchDisowned e -> disowned(e);
      case Entry.BatchNotCreated e -> letGo(e.number(), Phase.GONE);
      case Entry.BatchNotFound e -> letGo(e.number(), Phase.LOST);
      case Entry.BatchRead e -> {
        phase(e.number(), Phase.READ);
        caches.read(e.number(), ended(e), attempts);
      }
      case Entry.BatchDeleted e -> phase(e.number(), Phase.GONE);
      case Entry.DirectIntended e -> attempts.open(e.attempt(), Channel.DIRECT);
      case Entry.Settled e -> attempts.settle(e);
      case Entry.DraftTaken e -> attempts.take(e);
      case Entry.Documented e -> documented(e);
      case Entry.Failed e -> subjects.put(e.subject(), new SubjectState.Failed(e.reason()));
      case Entry.Blocked e -> subjects.put(e.subject(), new SubjectState.Blocked(e.child()));
      case Entry.RetryAsked _ -> {
        subjects.values().removeIf(state -> !(state instanceof SubjectState.Documented));
        attempts.forgive();
        caches.forgive();
      }
      case Entry.CancelAsked _ -> canceling = true;
      case Entry.BatchCancelAsked e -> askedToEnd.add(e.number());
      case Entry.RunCanceled e -> canceledAt = Optional.of(e.at());
      case Entry.RunPaused _ -> caches.forgive();
      case Entry.Connected _, Entry.RunEnded _ -> {}
    }
  }

  private void documented(Entry.Documented e) {
    subjects.put(
        e.subject(), new SubjectState.Documented(e.fingerprint(), e.lineage(), e.written()));
    waits.put(
        e.subject(),
        e.written() ? Math.max(waits(e.lineage()), attempts.waits(e.fingerprint())) : 0);
  }

  private Instant ended(Entry.BatchRead read) {
    return batch(read.number())
        .createdAt()
        .flatMap(created -> read.took().map(created::plus))
        .filter(end -> end.isBefore(read.at()))
        .orElse(read.at());
  }

  private void intend(Entry.BatchIntended e) {
    BatchState intended =
        new BatchState(
            e.number(),
            e.wave(),
            e.at(),
            e.attempts(),
            Optional.empty(),
            Optional.empty(),
            false,
            Phase.INTENDED);
    if (batches.putIfAbsent(e.number(), intended) != null) {
      throw new IllegalStateException("batch " + e.number() + " was intended twice");
    }
    e.attempts().forEach(attempt -> attempts.open(attempt, Channel.BATCH));
    caches.intend(e);
  }

  private void letGo(int number, Phase phase) {
    phase(number, phase);
    attempts.release(batch(number).attempts());
    caches.gone(number);
  }

  private void created(Entry.BatchCreated e) {
    BatchState batch = batch(e.number());
    if (batch.phase() == Phase.LOST) {
      attempts.reopen(batch.attempts());
    }
    batches.put(
        e.number(),
        batch.now(Optional.of(e.providerId()), Optional.of(e.at()), e.adopted(), Phase.OPEN));
  }

  private void disowned(Entry.BatchDisowned e) {
    foreignBatches.add(e.providerId());
    batches.put(
        e.number(),
        batch(e.number()).now(Optional.empty(), Optional.empty(), false, Phase.INTENDED));
  }

  private void phase(int number, Phase phase) {
    BatchState b = batch(number);
    batches.put(number, b.now(b.providerId(), b.createdAt(), b.adopted(), phase));
  }

  private BatchState batch(int number) {
    BatchState found = batches.get(number);
    if (found == null) {
      throw new IllegalStateException(
          "the journal speaks of batch " + number + " before its intent");
    }
    return found;
  }

  /// How many entries have been folded; the next one has this number plus one.
  public long sequence() {
    return sequence;
  }

  public Entry.RunStarted started() {
    return started.orElseThrow(() -> new IllegalStateException("the journal has no first entry"));
  }

  /// What the run may spend in all.
  public Optional<Usd> budget() {
    return budget;
  }

  /// The plan the run began with: what it was expected to come to.
  public Optional<Entry.Planned> firstPlan() {
    return firstPlan;
  }

  /// The plan from here on.
  public Optional<Entry.Planned> planned() {
    return planned;
  }

  /// What parents are shown of their children, where they do not wait for these.
  public Optional<Entry.ChildrenFixed> childrenFixed() {
    return childrenFixed;
  }

  /// How many plans there were.
  public int plans() {
    return plans;
  }

  /// When the run is to be done.
  public Optional<Instant> deadline() {
    return deadline;
  }

  /// How a subject travels, by the newest plan. One that was thought documented and is not goes by
  /// batch: slow and cheap.
  public Channel channel(SubjectId subject) {
    return channels.getOrDefault(subject, Channel.BATCH);
  }

  /// The subjects of the newest plan that are not in their final state, with their channels.
  public Map<SubjectId, Channel> left() {
    Map<SubjectId, Channel> left = new HashMap<>(channels);
    left.keySet().removeAll(subjects.keySet());
    return left;
  }

  /// Set while the last thing that happened to the run is that it paused.
  public Optional<Entry.RunPaused> paused() {
    return paused;
  }

  /// Set while the last thing that happened to the run is that it ended.
  public Optional<Instant> endedAt() {
    return endedAt;
  }

  /// Whether a person wants no more of the run.
  public boolean isCanceling() {
    return canceling;
  }

  /// When nothing was under way any more of a run that nobody wanted any more.
  public Optional<Instant> canceledAt() {
    return canceledAt;
  }

  /// Whether a batch is to end before its time: its run is canceled, or is in a hurry.
  public boolean isToEnd(BatchState batch) {
    return canceling || recalled.contains(batch.number());
  }

  /// Whether the provider has been asked to end a batch.
  public boolean isAskedToEnd(BatchState batch) {
    return askedToEnd.contains(batch.number());
  }

  public Map<SubjectId, SubjectState> subjects() {
    return Collections.unmodifiableMap(subjects);
  }

  /// How many batches, one after another, were over before the documents of this run that a request
  /// shows were there.
  public int waits(Lineage lineage) {
    return lineage.children().stream()
        .filter(seen -> seen.source() == Lineage.Source.THIS_RUN)
        .mapToInt(seen -> waits.getOrDefault(seen.child(), 0))
        .max()
        .orElse(0);
  }

  public Caches caches() {
    return caches;
  }

  public Attempts attempts() {
    return attempts;
  }

  public Collection<BatchState> batches() {
    return Collections.unmodifiableCollection(batches.values());
  }

  public List<BatchState> batches(Phase phase) {
    List<BatchState> found = new ArrayList<>();
    for (BatchState batch : batches.values()) {
      if (batch.phase() == phase) {
        found.add(batch);
      }
    }
    return found;
  }

  /// The provider's names of batches that were taken for this run's and are somebody else's.
  public Set<String> foreignBatches() {
    return Collections.unmodifiableSet(foreignBatches);
  }
}
