package org.bpmndoc.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.store.sql.Hold;
import org.bpmndoc.store.sql.LeaseTerms;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.bpmndoc.store.sql.StateException;
import org.jspecify.annotations.Nullable;

/// Finds runs that were begun.
final class Runs {

  private Runs() {}

  /// A state, made where there is none, with nobody else working on it.
  static Held hold(StateAddress address, LeaseTerms terms) throws Problem {
    try {
      State state = State.open(address);
      try {
        return new Held(state, state.hold(terms));
      } catch (StateException e) {
        state.close();
        throw e;
      }
    } catch (StateException e) {
      throw problem(e);
    }
  }

  /// A full disk is as resumable here as in the middle of a run.
  private static Problem problem(StateException e) {
    return new Problem(
        e.kind() == StateException.Kind.FULL ? ExitCode.PAUSED : ExitCode.UNUSABLE,
        String.valueOf(e.getMessage()));
  }

  /// A state that this process alone works on.
  record Held(State state, Hold hold) implements AutoCloseable {
    @Override
    public void close() {
      try (state) {
        hold.close();
      }
    }
  }

  /// The state of a folder in which something was generated before, for looking at.
  static State look(StateAddress address, Path directory) throws Problem {
    return lookIfThere(address).orElseThrow(() -> none(directory));
  }

  /// A state, for looking at, where there is one.
  static Optional<State> lookIfThere(StateAddress address) throws Problem {
    try {
      return State.openExisting(address);
    } catch (StateException e) {
      throw problem(e);
    }
  }

  /// The same, for going on with it.
  static Held takeUp(StateAddress address, LeaseTerms terms, Path directory) throws Problem {
    look(address, directory).close();
    return hold(address, terms);
  }

  /// The run of that name, or the newest.
  static Begun find(State state, @Nullable String name, Path directory) throws Problem {
    if (name == null) {
      return newest(state)
          .orElseThrow(() ->
              state.documents().assignments().isEmpty()
                  ? none(directory)
                  : onlyDocuments(directory));
    }
    Begun named = begun(state, name);
    if (named.state().sequence() == 0) {
      throw new Problem("there is no run " + name + " of " + directory);
    }
    return named;
  }

  static Optional<Begun> newest(State state) {
    return state.journal().newestRun().map(run -> begun(state, run));
  }

  /// What the newest run of a provider was begun with, and its name.
  static Optional<Map.Entry<String, Entry.RunStarted>> newestStart(State state, String provider) {
    return state.journal().runs().reversed().stream()
        .flatMap(run ->
            state.journal().entries(run, Set.of(Entry.RunStarted.class)).stream()
                .map(entry -> Map.entry(run, (Entry.RunStarted) entry)))
        .filter(run -> run.getValue().provider().equals(provider))
        .findFirst();
  }

  static Begun begun(State state, String run) {
    return new Begun(run, RunState.of(state.journal().entries(run)));
  }

  /// What is said where there are documents, and nobody can tell who would write them here.
  private static Problem onlyDocuments(Path directory) {
    return new Problem(
        ("%s: there are documents, and no run that wrote them: they were imported, or their runs"
             + " were purged\n"
             + "  hint: bpmndoc generate %s with the provider and models that wrote them makes the"
             + " pages, and writes only what is missing")
            .formatted(directory, CommandWords.quoted(directory)));
  }

  /// What is said where there is nothing to look at yet.
  static Problem none(Path directory) {
    if (!Files.exists(directory)) {
      return new Problem(
          directory + ": there is no such folder\n  hint: name the folder of models");
    }
    if (!Files.isDirectory(directory)) {
      return new Problem(
          directory
              + ": expected a folder of BPMN files, found a file\n"
              + "  hint: name the folder it is in");
    }
    return new Problem(
        "%s: nothing has been generated yet\n  hint: bpmndoc generate %s"
            .formatted(directory, CommandWords.quoted(directory)));
  }
}
