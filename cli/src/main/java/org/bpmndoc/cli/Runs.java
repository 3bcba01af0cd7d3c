package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.store.sql.SqliteState;
import org.jspecify.annotations.Nullable;

/// Finds runs that were begun.
final class Runs {

  private Runs() {}

  /// The state of a folder in which something was generated before, for looking at.
  static SqliteState look(Path folder, Path directory) throws Problem {
    return SqliteState.openExisting(folder).orElseThrow(() -> none(directory));
  }

  /// The same, for going on with it.
  static SqliteState open(Path folder, Path directory) throws Problem {
    look(folder, directory).close();
    return SqliteState.open(folder);
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
