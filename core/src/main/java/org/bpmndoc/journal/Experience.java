package org.bpmndoc.journal;

import java.util.List;
import java.util.Set;
import org.bpmndoc.document.TokenUse;
import org.bpmndoc.plan.CallTimes;
import org.bpmndoc.plan.LatencyModel;
import org.bpmndoc.plan.Turnaround;

/// What a state's own runs show of one provider and model: how long batches and direct calls took,
/// and what they used. A pure fold of journals.
public record Experience(List<Turnaround> batches, List<CallTimes.Call> calls, TokenUse tokens) {

  /// Where nothing was seen yet.
  public static final Experience NONE = new Experience(List.of(), List.of(), TokenUse.NONE);

  /// How many runs are looked at, the newest first: what was seen long ago says less about now.
  static final int RUNS_MAX = 20;

  /// After how many answers older runs are looked at for their batches alone. A plan is not to wait
  /// for more than it needs.
  static final int ANSWERS_ENOUGH = 1_000;

  private static final Set<Class<? extends Entry>> ON_BATCHES =
      Set.of(Entry.RunStarted.class, Entry.BatchCancelAsked.class, Entry.BatchRead.class);

  private static final Set<Class<? extends Entry>> ON_EVERYTHING =
      Set.of(
          Entry.RunStarted.class,
          Entry.BatchIntended.class,
          Entry.BatchCancelAsked.class,
          Entry.BatchRead.class,
          Entry.DirectIntended.class,
          Entry.Settled.class);

  public Experience {
    batches = List.copyOf(batches);
    calls = List.copyOf(calls);
  }

  /// What the newest runs of a state show, those under way included.
  public static Experience of(Journal journal, String provider, String model) {
    ExperienceFold fold = new ExperienceFold(provider, model);
    for (String run : journal.runs().reversed().stream().limit(RUNS_MAX).toList()) {
      boolean enough = fold.answers() >= ANSWERS_ENOUGH;
      fold.read(run, journal.entries(run, enough ? ON_BATCHES : ON_EVERYTHING));
    }
    return fold.experience();
  }

  /// The times of a plan: the default, moved towards what was seen.
  public LatencyModel latency() {
    return LatencyModel.learnt(batches, calls);
  }
}
