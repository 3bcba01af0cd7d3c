package org.bpmndoc.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.plan.Usd;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a run that is gone on with may spend from here on, in all, and when it is to be done.
final class NewLimits {

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "From now on the run may spend this much in all.")
  private @Nullable Usd budget;

  @Option(
      names = "--deadline",
      paramLabel = "4h",
      description =
          "From now on the run is to be done within this time: what would be late goes direct, as"
              + " far as the budget reaches.")
  private @Nullable Duration deadline;

  /// As entries for its journal; none where everything stays what it is.
  List<Entry> wishes() {
    Instant now = Instant.now();
    List<Entry> wishes = new ArrayList<>();
    if (budget != null) {
      wishes.add(new Entry.BudgetChanged(now, budget));
    }
    if (deadline != null) {
      wishes.add(new Entry.DeadlineSet(now, now.plus(deadline)));
    }
    return wishes;
  }
}
