package org.bpmndoc.cli;

import java.time.InstantSource;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.plan.LatencyModel;

/// Shows a person how a run goes on.
interface Progress extends AutoCloseable {

  /// An entry was made, and this is the state after it.
  void saw(Entry entry, RunState state);

  /// Leaves the terminal as it was. Closing twice does nothing.
  @Override
  void close();

  /// A display that stays in place on a terminal, a line now and then elsewhere, nothing where
  /// nothing was asked for. `latency` says how long batches are expected to take.
  static Progress of(
      Console console, CommonOptions common, InstantSource clock, LatencyModel latency) {
    if (common.quiet) {
      return new Silence();
    }
    return console.terminal() && !common.json
        ? new TerminalProgress(console.err(), clock, latency)
        : new LineProgress(console.err(), clock, latency);
  }

  record Silence() implements Progress {
    @Override
    public void saw(Entry entry, RunState state) {}

    @Override
    public void close() {}
  }
}
