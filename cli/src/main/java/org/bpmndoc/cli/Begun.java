package org.bpmndoc.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.plan.Channel;

/// A run that was begun, and how it stands by its journal.
record Begun(String run, RunState state) {

  /// Whether it stopped with requests under way: what comes of them is paid for, so no other run
  /// begins before it is taken up.
  boolean hasRequestsUnderWay() {
    return state.endedAt().isEmpty()
        && state.canceledAt().isEmpty()
        && (!state.batches(Phase.INTENDED).isEmpty()
            || !state.batches(Phase.OPEN).isEmpty()
            || !state.attempts().open(Channel.DIRECT).isEmpty());
  }

  /// When it ended for good, if it has.
  Optional<Instant> over() {
    return state.endedAt().or(state::canceledAt);
  }

  /// A run that was canceled is not gone on with.
  void refuseIfCanceled(Path directory) throws Problem {
    if (state.canceledAt().isPresent()) {
      throw new Problem(
          "run %s was canceled\n  hint: bpmndoc generate %s writes what it left, and keeps what it wrote"
              .formatted(run, CommandWords.quoted(directory)));
    }
  }

  /// Whether its requests are the very ones that would be sent for what is asked for now.
  boolean isFor(Entry.RunStarted asked) {
    Entry.RunStarted began = state.started();
    return began.provider().equals(asked.provider())
        && began.writers().map(Entry.Writer::model).equals(asked.writers().map(Entry.Writer::model))
        && began.language().equals(asked.language())
        && began.profile().equals(asked.profile());
  }
}
