package org.bpmndoc.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.plan.LatencyModel;

/// A line now and then, for logs: when a batch comes or goes, and otherwise every ten seconds at
/// most.
final class LineProgress implements Progress {

  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int FAILURES_SHOWN = 3;

  private final PrintStream out;
  private final InstantSource clock;
  private final LatencyModel latency;
  private Instant nextLine = Instant.EPOCH;
  private int failures;

  LineProgress(PrintStream out, InstantSource clock, LatencyModel latency) {
    this.out = out;
    this.clock = clock;
    this.latency = latency;
  }

  @Override
  public void saw(Entry entry, RunState state) {
    switch (entry) {
      case Entry.Planned planned ->
          out.printf(
              "%,d of %,d subjects to write, %s%n",
              planned.channels().size(),
              planned.subjects(),
              RunText.count(planned.waits(), "wait", "waits"));
      case Entry.BudgetChanged changed ->
          out.printf("the budget is %s now%n", changed.budget().toText());
      case Entry.DeadlineSet set -> out.printf("to be done by %s%n", set.deadline());
      case Entry.Replanned changed -> line("another plan: " + changed.reason(), state);
      case Entry.BatchCreated created ->
          line(
              "batch %d %s"
                  .formatted(
                      created.number(), created.adopted() ? "found at the provider" : "sent"),
              state);
      case Entry.BatchDisowned disowned ->
          line(
              "batch %d: what was found at the provider is somebody else's"
                  .formatted(disowned.number()),
              state);
      case Entry.BatchNotCreated not ->
          line("batch %d was not created: %s".formatted(not.number(), not.reason()), state);
      case Entry.BatchNotFound not ->
          line(
              "the provider's list does not have batch %d; what it held is sent again"
                  .formatted(not.number()),
              state);
      case Entry.BatchRead read -> line("batch %d read".formatted(read.number()), state);
      case Entry.Failed failed -> failed(failed);
      case Entry.RetryAsked _ -> out.println("what failed and what was blocked is tried again");
      case Entry.BatchCancelAsked canceled ->
          line("batch %d: the provider was asked to end it".formatted(canceled.number()), state);
      case Entry.RunEnded _, Entry.RunCanceled _ -> line("", state);
      case Entry.RunStarted _,
          Entry.Connected _,
          Entry.ChildrenFixed _,
          Entry.BatchIntended _,
          Entry.BatchDeleted _,
          Entry.DirectIntended _,
          Entry.Settled _,
          Entry.DraftTaken _,
          Entry.Documented _,
          Entry.Blocked _,
          Entry.CancelAsked _,
          Entry.RunPaused _ -> {
        if (state.planned().isPresent() && !clock.instant().isBefore(nextLine)) {
          line("", state);
        }
      }
    }
  }

  /// The first few say what is wrong; all of them are in the report at the end.
  private void failed(Entry.Failed failed) {
    failures++;
    if (failures <= FAILURES_SHOWN) {
      out.printf("failed: %s: %s%n", failed.subject(), failed.reason());
    } else if (failures == FAILURES_SHOWN + 1) {
      out.println("more failures are listed at the end");
    }
  }

  private void line(String what, RunState state) {
    Glimpse glimpse = Glimpse.of(state);
    String how = glimpse.toText(clock.instant(), latency);
    out.printf(
        "%,d of %,d done%s%s%n",
        glimpse.done(),
        glimpse.subjects(),
        what.isEmpty() ? "" : "; " + what,
        how.isEmpty() ? "" : "; " + how);
    nextLine = clock.instant().plus(PAUSE);
  }

  @Override
  public void close() {}
}
