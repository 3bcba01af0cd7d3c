package org.bpmndoc.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.store.sql.State;

/// What is to be deleted: journals of runs that have ended, the documents of subjects that are
/// gone, and batches that are still at the provider.
record Purge(List<Begun> runs, List<SubjectId> subjects, List<Begun> remote) {

  /// `named` takes one run whatever its age, else those that ended before `age`. A journal that is
  /// all that knows of a batch at the provider stays, unless the batch goes as well.
  static Purge of(
      Path directory,
      Landscape landscape,
      State state,
      Optional<Begun> named,
      Duration age,
      boolean remote,
      Instant now) {
    List<Begun> all =
        named
            .map(List::of)
            .orElseGet(
                () -> state.journal().runs().stream().map(run -> Runs.begun(state, run)).toList());
    Optional<String> newest = state.journal().newestRun();
    List<Begun> runs = new ArrayList<>();
    for (Begun begun : all) {
      boolean old =
          begun.over().filter(end -> end.isBefore(now.minus(age))).isPresent()
              && !newest.equals(Optional.of(begun.run()));
      boolean wanted = named.isPresent() || old;
      if (wanted && (remote || begun.state().batches(Phase.READ).isEmpty())) {
        runs.add(begun);
      }
    }
    return new Purge(
        runs,
        Gone.of(directory, landscape, state.documents().assignments().keySet()),
        remote
            ? all.stream().filter(run -> !run.state().batches(Phase.READ).isEmpty()).toList()
            : List.of());
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append("the journal of run %s%n".formatted(run.run())));
    subjects.forEach(subject -> text.append("the document of %s%n".formatted(subject)));
    for (Begun run : remote) {
      run.state()
          .batches(Phase.READ)
          .forEach(batch ->
              text.append(
                  "batch %s at the provider %s%n"
                      .formatted(
                          batch.providerId().orElseThrow(), run.state().started().provider())));
    }
    return text.append("documents that no subject has%n".formatted()).toString();
  }
}
