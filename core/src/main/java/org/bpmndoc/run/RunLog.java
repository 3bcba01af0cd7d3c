package org.bpmndoc.run;

import java.util.List;
import java.util.function.BiConsumer;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.journal.RunState;

/// A run's journal and the state folded from it, kept in step: an entry is durable first, then part
/// of the state, then told to whoever watches.
public final class RunLog {

  private final Journal journal;
  private final String run;
  private final RunState state;
  private final BiConsumer<Entry, RunState> watcher;

  /// Opens the log of a run. `state` is the fold of all entries the journal has of it, and from now
  /// on this log's.
  public RunLog(Journal journal, String run, RunState state, BiConsumer<Entry, RunState> watcher) {
    this.journal = journal;
    this.run = run;
    this.state = state;
    this.watcher = watcher;
  }

  public String run() {
    return run;
  }

  public RunState state() {
    return state;
  }

  /// Appends entries that belong together, all or none.
  public void record(Entry... entries) {
    record(List.of(entries));
  }

  void record(List<Entry> entries) {
    journal.append(run, state.sequence() + 1, entries);
    for (Entry entry : entries) {
      state.apply(entry);
      watcher.accept(entry, state);
    }
  }
}
