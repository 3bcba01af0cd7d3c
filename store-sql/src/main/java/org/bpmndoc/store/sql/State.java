package org.bpmndoc.store.sql;

import java.util.Optional;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.journal.Journal;

/// The state of bpmndoc for one landscape: its journal, its documents, and who works on its runs.
/// Any number of processes may have it open, one at a time works on its runs. Everything in here
/// fails with [StateException] where the state cannot be read or written.
///
/// ```java
/// try (State state = State.open(new StateAddress.Folder(landscape.resolve(".bpmndoc")));
///     Hold hold = state.hold(terms)) { … }
/// ```
public sealed interface State extends AutoCloseable permits SqliteState, PostgresqlState {

  /// Opens a state; makes it where there is none.
  static State open(StateAddress address) {
    return switch (address) {
      case StateAddress.Folder folder -> SqliteState.open(folder.path());
      case StateAddress.Server server -> PostgresqlState.open(server);
    };
  }

  /// Opens a state for looking at; makes nothing where there is none. What it is asked to write is
  /// refused.
  static Optional<State> openExisting(StateAddress address) {
    return switch (address) {
      case StateAddress.Folder folder -> SqliteState.openExisting(folder.path()).map(s -> s);
      case StateAddress.Server server -> PostgresqlState.openExisting(server).map(s -> s);
    };
  }

  Journal journal();

  DocumentStore documents();

  /// Clears away what nobody needs any more.
  Housekeeping housekeeping();

  /// Takes the right to work on this state's runs, or fails with who has it
  /// ([StateException.Kind#IN_USE]).
  Hold hold(LeaseTerms terms);

  /// Who works on this state's runs now, as `process 4711 since …`, as far as can be seen from
  /// here. Looks only, and takes nothing.
  Optional<String> worker();

  @Override
  void close();
}
