package org.bpmndoc.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.plan.LatencyModel;

/// A bar that stays in place, with the subjects done and what is being waited for. It tells the
/// time waited once a second, also while nothing happens.
final class TerminalProgress implements Progress {

  private static final Duration BETWEEN_GLIMPSES = Duration.ofMillis(200);

  private final InstantSource clock;
  private final LatencyModel latency;
  private final ProgressBar bar;
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private volatile Glimpse glimpse = Glimpse.NOTHING;
  private Instant nextGlimpse = Instant.EPOCH;
  private boolean closed;

  TerminalProgress(PrintStream out, InstantSource clock, LatencyModel latency) {
    this.clock = clock;
    this.latency = latency;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("")
            .setStyle(ProgressBarStyle.ASCII)
            .hideEta()
            .setUpdateIntervalMillis((int) BETWEEN_GLIMPSES.toMillis())
            .setConsumer(new ConsoleProgressBarConsumer(out))
            .build();
    var _ = ticker.scheduleAtFixedRate(this::show, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void saw(Entry entry, RunState state) {
    Instant now = clock.instant();
    if (entry instanceof Entry.Planned
        || entry instanceof Entry.RunEnded
        || entry instanceof Entry.BatchCreated
        || !now.isBefore(nextGlimpse)) {
      nextGlimpse = now.plus(BETWEEN_GLIMPSES);
      glimpse = Glimpse.of(state);
      show();
    }
  }

  private synchronized void show() {
    Glimpse seen = glimpse;
    bar.maxHint(seen.subjects());
    bar.stepTo(seen.done());
    bar.setExtraMessage(" " + seen.toShortText(clock.instant(), latency));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    ticker.shutdownNow();
    bar.close();
  }
}
