package org.bpmndoc.testing.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bpmndoc.batch.BatchApi.Result;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.testing.simulation.Weather.Fault;

/// A batch at the provider, with its lines in the order in which they are handed out. What comes of
/// them is settled when it is taken, and to be had from `endsAt` on.
record StoredBatch(
    String id, Instant createdAt, Instant listedFrom, Instant endsAt, List<Line> lines) {

  static final Duration LIFE = Duration.ofHours(24);

  /// `handedOut` is false for a line that never comes.
  record Line(Result result, boolean handedOut) {}

  boolean hasEnded(Instant now) {
    return !now.isBefore(endsAt);
  }

  BatchSnapshot snapshot(Instant now) {
    return new BatchSnapshot(
        id,
        lines.size(),
        createdAt,
        createdAt.plus(LIFE),
        hasEnded(now) ? Optional.of(endsAt) : Optional.empty());
  }

  List<String> customIds() {
    return lines.stream().map(line -> line.result().customId()).toList();
  }

  /// The same, ended early: `takeBack` says what becomes of each line then.
  StoredBatch endedAt(Instant end, UnaryOperator<Result> takeBack) {
    List<Line> now =
        lines.stream()
            .map(line -> new Line(takeBack.apply(line.result()), line.handedOut()))
            .toList();
    return new StoredBatch(id, createdAt, listedFrom, end, now);
  }

  /// Hands out the lines, and with `mayEndEarly` perhaps not all of them, as if those were all.
  /// Returns how many could not be read.
  int download(Weather weather, boolean mayEndEarly, Consumer<Result> sink)
      throws ProviderException {
    boolean cut = weather.strikes(Fault.DOWNLOAD_CUT);
    boolean endsEarly = cut || (mayEndEarly && weather.strikes(Fault.DOWNLOAD_SHORT));
    int unreadable = 0;
    for (Line line : lines.subList(0, endsEarly ? weather.draw(lines.size()) : lines.size())) {
      if (!line.handedOut()) {
        unreadable++;
        continue;
      }
      sink.accept(line.result());
      if (weather.strikes(Fault.LINE_TWICE)) {
        sink.accept(line.result());
      }
      if (weather.strikes(Fault.LINE_OF_OTHERS)) {
        sink.accept(new Result("not-one-of-yours", new Outcome.Canceled()));
      }
    }
    if (cut) {
      throw weather.failure(List.of(Kind.AMBIGUOUS));
    }
    return unreadable;
  }
}
