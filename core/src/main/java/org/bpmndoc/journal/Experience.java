package org.bpmndoc.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.document.ByKind;
import org.bpmndoc.document.TokenUse;
import org.bpmndoc.plan.CallTimes;
import org.bpmndoc.plan.LatencyModel;
import org.bpmndoc.plan.Turnaround;

/// What a state's own runs show of one provider and model: how long direct calls took, and batches
/// of runs that asked it for anything, and what its answers used. A pure fold of journals.
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
    return of(journal, provider, ByKind.same(model)).usual();
  }

  /// The same for the model of each kind of contract. Each run is read once.
  public static ByKind<Experience> of(Journal journal, String provider, ByKind<String> models) {
    Map<String, ExperienceFold> folds = new HashMap<>();
    ByKind<ExperienceFold> byKind =
        models.map(model -> folds.computeIfAbsent(model, one -> new ExperienceFold(provider, one)));
    for (String run : journal.runs().reversed().stream().limit(RUNS_MAX).toList()) {
      boolean enough = folds.values().stream().allMatch(fold -> fold.answers() >= ANSWERS_ENOUGH);
      List<Entry> entries = journal.entries(run, enough ? ON_BATCHES : ON_EVERYTHING);
      folds.values().forEach(fold -> fold.read(run, entries));
    }
    return byKind.map(ExperienceFold::experience);
  }

  /// The times of a plan: the default, moved towards what was seen.
  public LatencyModel latency() {
    return LatencyModel.learnt(batches, calls);
  }
}
