package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.Optional;
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
    return lookIfThere(folder).orElseThrow(() -> none(directory));
  }

  /// The state in a folder, for looking at, where there is one.
  static Optional<SqliteState> lookIfThere(Path folder) throws Problem {
    try {
      return SqliteState.openExisting(folder);
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
  static Begun find(SqliteState state, @Nullable String name, Path directory) throws Problem {
    if (name == null) {
      return newest(state).orElseThrow(() -> none(directory));
    }
    Begun named = begun(state, name);
    if (named.state().sequence() == 0) {
      throw new Problem("there is no run " + name + " of " + directory);
    }
    return named;
  }

  static Optional<Begun> newest(SqliteState state) {
    return state.journal().newestRun().map(run -> begun(state, run));
  }

  static Begun begun(SqliteState state, String run) {
    return new Begun(run, RunState.of(state.journal().entries(run)));
  }

  private static Problem none(Path directory) {
    return new Problem(
        directory + ": nothing has been generated yet\n  hint: bpmndoc generate " + directory);
  }
}
