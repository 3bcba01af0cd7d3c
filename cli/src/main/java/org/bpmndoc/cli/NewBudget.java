package org.bpmndoc.cli;

import java.time.Instant;
import java.util.List;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.plan.Usd;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a run that is gone on with may spend from here on, in all.
final class NewBudget {

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "From now on the run may spend this much in all.")
  private @Nullable Usd budget;

  /// As an entry for its journal; none where the budget stays what it is.
  List<Entry> wishes() {
    return budget == null ? List.of() : List.of(new Entry.BudgetChanged(Instant.now(), budget));
  }
}
