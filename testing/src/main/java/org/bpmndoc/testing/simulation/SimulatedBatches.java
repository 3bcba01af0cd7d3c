package org.bpmndoc.testing.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.testing.SettableClock;
import org.bpmndoc.testing.simulation.Weather.Fault;

/// The batches of a provider, which outlives every process that asks it.
final class SimulatedBatches implements BatchApi {

  static final Duration LIST_DELAY = Duration.ofSeconds(60);
  private static final int PAGE = 3;

  private static final List<Kind> REFUSALS_OF_ONE =
      List.of(Kind.UNREACHABLE, Kind.BUSY, Kind.BUSY, Kind.AUTHENTICATION, Kind.CREDIT);
  private static final List<Kind> REFUSALS =
      Stream.concat(Stream.of(Kind.TOO_LARGE), REFUSALS_OF_ONE.stream()).toList();

  /// How many downloads of one batch may end early as if they were whole.
  private static final int SHORT_DOWNLOADS = 2;

  private final SettableClock clock;
  private final Weather weather;
  private final Answering answering;
  private final Oracle oracle;
  private final Map<String, StoredBatch> batches = new LinkedHashMap<>();
  private final Map<String, Integer> downloads = new LinkedHashMap<>();
  private int taken;

  SimulatedBatches(SettableClock clock, Weather weather, Answering answering, Oracle oracle) {
    this.clock = clock;
    this.weather = weather;
    this.answering = answering;
    this.oracle = oracle;
  }

  @Override
  public BatchSnapshot create(List<BatchItem> items) throws ProviderException {
    if (weather.strikes(Fault.BATCH_OF_OTHERS)) {
      storeOfOthers(items.size());
    }
    if (weather.strikes(Fault.CREATE_REFUSED)) {
      throw weather.failure(items.size() > 1 ? REFUSALS : REFUSALS_OF_ONE);
    }
    if (weather.strikes(Fault.CREATE_LOST)) {
      throw weather.failure(List.of(Kind.AMBIGUOUS));
    }
    boolean replyLost = weather.strikes(Fault.CREATE_REPLY_LOST);
    boolean tooLate = replyLost && weather.strikes(Fault.LISTED_TOO_LATE);
    StoredBatch stored = take(items, replyLost, tooLate);
    if (replyLost) {
      throw weather.failure(List.of(Kind.AMBIGUOUS));
    }
    return stored.snapshot(now());
  }

  private StoredBatch take(List<BatchItem> items, boolean replyLost, boolean tooLate) {
    items.forEach(item -> oracle.reached(Prompting.asked(item.request()), item.id()));
    Instant created = now();
    Instant listed = created;
    if (tooLate) {
      listed = created.plus(LIST_DELAY).plus(upTo(Duration.ofHours(3)));
    } else if (weather.strikes(Fault.LISTED_LATE)) {
      listed = created.plus(upTo(LIST_DELAY));
      created = replyLost ? listed : created;
    }
    Instant ended = created.plus(turnaround());
    Optional<Instant> turnsUp =
        tooLate ? Optional.of(ended.isAfter(listed) ? ended : listed) : Optional.empty();
    List<StoredBatch.Line> lines = new ArrayList<>();
    for (BatchItem item : items) {
      String text = Prompting.asked(item.request());
      Outcome outcome = answering.line(item.id(), text, turnsUp);
      boolean withheld = weather.strikes(Fault.LINE_WITHHELD);
      if (withheld) {
        oracle.neverHeard(text);
      }
      if (tooLate) {
        oracle.excuse(text);
      }
      lines.add(new StoredBatch.Line(new Result(item.id().value(), outcome), !withheld));
    }
    Collections.shuffle(lines, new Random(weather.draw(1000)));
    return store(new StoredBatch("batch_" + ++taken, created, listed, ended, lines));
  }

  private void storeOfOthers(int size) {
    String id = "others_" + ++taken;
    List<StoredBatch.Line> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lines.add(new StoredBatch.Line(new Result(id + "-" + i, new Outcome.Expired()), true));
    }
    StoredBatch _ = store(new StoredBatch(id, now(), now(), now().plus(turnaround()), lines));
  }

  private StoredBatch store(StoredBatch stored) {
    batches.put(stored.id(), stored);
    return stored;
  }

  private Duration turnaround() {
    return weather.strikes(Fault.BATCH_SLOW)
        ? weather.between(Duration.ofHours(20), StoredBatch.LIFE)
        : weather.between(Duration.ofMinutes(2), Duration.ofHours(2));
  }

  private Duration upTo(Duration most) {
    return weather.between(Duration.ofSeconds(1), most);
  }

  @Override
  public BatchSnapshot retrieve(String batchId) throws ProviderException {
    return find(batchId).snapshot(now());
  }

  @Override
  public int results(String batchId, Consumer<Result> sink) throws ProviderException {
    StoredBatch stored = find(batchId);
    if (!stored.hasEnded(now())) {
      throw new ProviderException(Kind.REJECTED, "has not ended", Optional.empty(), null);
    }
    boolean mayEndEarly = downloads.merge(batchId, 1, Integer::sum) <= SHORT_DOWNLOADS;
    return stored.download(weather, mayEndEarly, sink);
  }

  @Override
  public List<BatchSnapshot> list(Optional<String> after) throws ProviderException {
    question();
    List<StoredBatch> listed = new ArrayList<>(batches.values());
    listed.removeIf(stored -> now().isBefore(stored.listedFrom()));
    listed.sort(Comparator.comparing(StoredBatch::createdAt).reversed());
    List<String> ids = listed.stream().map(StoredBatch::id).toList();
    int from = after.map(id -> ids.indexOf(id) + 1).orElse(0);
    return listed.subList(from, Math.min(from + PAGE, listed.size())).stream()
        .map(stored -> stored.snapshot(now()))
        .toList();
  }

  @Override
  public BatchSnapshot cancel(String batchId) throws ProviderException {
    StoredBatch stored = find(batchId);
    oracle.recalled(batchId);
    if (!stored.hasEnded(now())) {
      stored = store(stored.endedAt(soon(stored), answering::takeBackSome));
    }
    return stored.snapshot(now());
  }

  private Instant soon(StoredBatch stored) {
    Instant soon = now().plus(upTo(Duration.ofMinutes(20)));
    return soon.isBefore(stored.endsAt()) ? soon : stored.endsAt();
  }

  @Override
  public void delete(String batchId) throws ProviderException {
    StoredBatch stored = find(batchId);
    oracle.endsByOurHand(batchId, stored.customIds());
    batches.remove(batchId);
  }

  private StoredBatch find(String batchId) throws ProviderException {
    question();
    StoredBatch stored = batches.get(batchId);
    if (stored == null) {
      throw new ProviderException(Kind.NOT_FOUND, "no batch " + batchId, Optional.empty(), null);
    }
    return stored;
  }

  private void question() throws ProviderException {
    if (weather.strikes(Fault.QUESTION_FAILED)) {
      throw weather.failure(
          List.of(
              Kind.NOT_FOUND,
              Kind.NOT_FOUND,
              Kind.AMBIGUOUS,
              Kind.BUSY,
              Kind.UNREACHABLE,
              Kind.AUTHENTICATION,
              Kind.CREDIT));
    }
  }

  private Instant now() {
    return clock.instant();
  }
}
