package org.bpmndoc.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.BatchState;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.DurationText;
import org.bpmndoc.plan.LatencyModel;
import org.bpmndoc.plan.Usd;

/// How a run stands at one moment, as far as a person wants to watch it. Does not change when the
/// run goes on.
record Glimpse(
    int subjects,
    int done,
    Optional<Waiting> waiting,
    boolean inDoubt,
    int directCalls,
    Usd spent,
    Usd reserved) {

  static final Glimpse NOTHING = new Glimpse(0, 0, Optional.empty(), false, 0, Usd.ZERO, Usd.ZERO);

  /// What is waited for: the batches of a wave, since the first of them was created. `waves` is how
  /// many the plan has.
  record Waiting(int wave, int waves, int batches, int requests, Instant since) {

    /// A batch says nothing about itself before it has ended, so the time waited stands beside the
    /// time within which half, and nine in ten, of all batches of that size end.
    String toText(Instant now, LatencyModel latency) {
      return "wave %d%s: %s with %s, waited %s (half end within %s, 9 in 10 within %s)"
          .formatted(
              wave,
              wave > waves ? "" : " of " + waves,
              RunText.count(batches, "batch", "batches"),
              RunText.count(requests, "request", "requests"),
              DurationText.of(Duration.between(since, now)),
              within(0.5, latency),
              within(0.9, latency));
    }

    /// The same for a line that has little room.
    String toShortText(Instant now, LatencyModel latency) {
      return "wave %d: %,d by batch, %s (half within %s)"
          .formatted(
              wave, requests, DurationText.of(Duration.between(since, now)), within(0.5, latency));
    }

    private String within(double share, LatencyModel latency) {
      return DurationText.of(latency.batchQuantile(share, requests));
    }
  }

  static Glimpse of(RunState state) {
    Optional<Entry.Planned> plan = state.planned();
    return new Glimpse(
        plan.map(Entry.Planned::subjects).orElse(0),
        state.subjects().size(),
        waiting(state.batches(Phase.OPEN), plan.map(Entry.Planned::waits).orElse(0)),
        !state.batches(Phase.INTENDED).isEmpty(),
        state.attempts().open(Channel.DIRECT).size(),
        state.attempts().spent(),
        state.attempts().reserved());
  }

  private static Optional<Waiting> waiting(List<BatchState> open, int waves) {
    return open.stream()
        .flatMap(batch -> batch.createdAt().stream())
        .min(Instant::compareTo)
        .map(since ->
            new Waiting(
                open.getLast().wave(),
                waves,
                open.size(),
                open.stream().mapToInt(batch -> batch.attempts().size()).sum(),
                since));
  }

  /// In few words, for the end of a bar.
  String toShortText(Instant now, LatencyModel latency) {
    List<String> parts = new ArrayList<>();
    if (!spent.equals(Usd.ZERO)) {
      parts.add(spent.toText());
    }
    waiting.ifPresent(batches -> parts.add(batches.toShortText(now, latency)));
    if (directCalls > 0) {
      parts.add(directCalls + " direct");
    }
    return String.join("; ", parts);
  }

  /// In one line, without how many are done.
  String toText(Instant now, LatencyModel latency) {
    List<String> parts = new ArrayList<>();
    waiting.ifPresent(batches -> parts.add(batches.toText(now, latency)));
    if (inDoubt) {
      parts.add("a batch is being created or looked for");
    }
    if (directCalls > 0) {
      parts.add(RunText.count(directCalls, "direct call", "direct calls") + " under way");
    }
    if (!spent.equals(Usd.ZERO) || !reserved.equals(Usd.ZERO)) {
      parts.add(spent.toText() + " spent, at most " + reserved.toText() + " under way");
    }
    return String.join("; ", parts);
  }
}
