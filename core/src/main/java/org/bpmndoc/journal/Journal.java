package org.bpmndoc.journal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps the entries of runs. Entries are unique by run and sequence, which is the fence: who has
/// lost a run to somebody else cannot append to it.
public interface Journal {

  /// Appends entries as sequence `first`, `first + 1`, …, all or none, durable when it returns.
  /// Fails with [FenceException] where one of these sequences is taken.
  void append(String run, long first, List<Entry> entries);

  /// All entries of a run, in order, from sequence 1; empty for a run that does not exist.
  List<Entry> entries(String run);

  /// Those of a run's entries that are of these kinds, in order.
  List<Entry> entries(String run, Set<Class<? extends Entry>> kinds);

  /// All runs, in the order in which they were started.
  List<String> runs();

  /// The run that was started last.
  Optional<String> newestRun();

  /// Somebody else has written to this run.
  final class FenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FenceException(String run, long sequence, Throwable cause) {
      super(
          "run " + run + " is being worked on elsewhere: entry " + sequence + " is already there",
          cause);
    }
  }
}
