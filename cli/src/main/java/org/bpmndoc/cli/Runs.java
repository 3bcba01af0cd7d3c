package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.store.sql.SqliteState;
import org.bpmndoc.store.sql.StateException;
import org.bpmndoc.store.sql.StateLock;
import org.jspecify.annotations.Nullable;

/// Finds runs that were begun.
final class Runs {

  private Runs() {}

  /// The state in a folder, made where there is none, with nobody else working on it.
  static Held hold(Path folder) throws Problem {
    try {
      SqliteState state = SqliteState.open(folder);
      try {
        return new Held(state, state.lock());
      } catch (StateException e) {
        state.close();
        throw e;
      }
    } catch (StateException e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
  }

  /// A state that this process alone works on.
  record Held(SqliteState state, StateLock lock) implements AutoCloseable {
    @Override
    public void close() {
      lock.close();
      state.close();
    }
  }

  /// The state of a folder in which something was generated before, for looking at.
  static SqliteState look(Path folder, Path directory) throws Problem {
    try {
      return SqliteState.openExisting(folder).orElseThrow(() -> none(directory));
    } catch (StateException e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
  }

  /// The same, for going on with it.
  static Held takeUp(Path folder, Path directory) throws Problem {
    look(folder, directory).close();
    return hold(folder);
  }

  /// The run of that name, or the newest.
  static String named(SqliteState state, @Nullable String name, Path directory) throws Problem {
    String found =
        Optional.ofNullable(name)
            .or(() -> state.journal().newestRun())
            .orElseThrow(() -> none(directory));
    if (state.journal().entries(found).isEmpty()) {
      throw new Problem("there is no run " + found + " of " + directory);
    }
    return found;
  }

  static RunState state(SqliteState state, String run) {
    List<Entry> entries = state.journal().entries(run);
    return RunState.of(entries);
  }

  private static Problem none(Path directory) {
    return new Problem(
        directory + ": nothing has been generated yet\n  hint: bpmndoc generate " + directory);
  }
}
