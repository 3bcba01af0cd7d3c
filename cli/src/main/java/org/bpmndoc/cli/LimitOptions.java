package org.bpmndoc.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.plan.Limits;
import org.bpmndoc.plan.Usd;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a new run has to keep, and whether it may spend money.
final class LimitOptions {

  @Option(
      names = "--deadline",
      paramLabel = "4h",
      description =
          "Begin only if 95 such runs in 100 end within this time. What would be late all the same"
              + " goes direct, as far as the budget reaches.")
  private @Nullable Duration deadline;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "Never spend more: the run pauses before it would.")
  private @Nullable Usd budget;

  @Option(
      names = "--max-waits",
      paramLabel = "K",
      description = "Begin only if no more batches are waited for, one after another.")
  private @Nullable Integer maxWaits;

  @Option(names = "--yes", description = "Do not ask before money is spent.")
  private boolean yes;

  Limits limits() {
    return new Limits(Optional.ofNullable(deadline), budget(), waitsMax());
  }

  Optional<Usd> budget() {
    return Optional.ofNullable(budget);
  }

  Optional<Integer> waitsMax() {
    return Optional.ofNullable(maxWaits);
  }

  /// By when, if there is a deadline.
  List<Entry> toBeDone(Instant now) {
    return deadline == null ? List.of() : List.of(new Entry.DeadlineSet(now, now.plus(deadline)));
  }

  /// Whether nobody wants to be asked.
  boolean yes() {
    return yes;
  }

  /// Whether a person has to be asked before money is spent: it is on a word of the command line,
  /// or of one who has seen the plan.
  boolean haveToAsk(Console console) {
    boolean limited = budget != null && !console.terminal();
    return !yes && !limited;
  }

  /// Returns where money may be spent.
  void approve(Console console, String plan) throws Problem {
    if (haveToAsk(console)) {
      Approval.ask(
          console,
          plan,
          "this run costs money, and there is no terminal to ask at"
              + "\n  hint: bpmndoc plan says how much; then add --yes or --budget USD");
    }
  }
}
