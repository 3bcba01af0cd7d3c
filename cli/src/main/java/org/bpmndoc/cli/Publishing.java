package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.RequestRenderer;
import org.bpmndoc.run.Staleness;
import org.bpmndoc.run.Standing;
import org.bpmndoc.site.SiteException;
import org.bpmndoc.site.SiteInput;
import org.bpmndoc.site.SiteSummary;
import org.bpmndoc.site.SiteWriter;
import org.bpmndoc.site.SubjectState;
import org.bpmndoc.site.SubjectState.Age;
import org.bpmndoc.store.sql.State;

/// Brings what is stored together for the pages.
final class Publishing {

  private Publishing() {}

  /// Refuses an output folder that holds other things, before anything is sent.
  static void refuseForeign(Path out) throws Problem {
    try {
      SiteWriter.refuseForeign(out);
    } catch (SiteException e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
  }

  /// `run` is the newest run: a subject that failed in it has no document on the pages, whatever
  /// was written of it before.
  static SiteSummary write(
      Landscape landscape,
      Overrides overrides,
      Settings settings,
      State state,
      Models models,
      RunState run,
      Path out)
      throws SiteException {
    Standing standing =
        Standing.of(
            landscape.dependencies(),
            new RequestRenderer(landscape, models.profile(), models.requestSettings(), overrides)
                ::render,
            state.documents()::find,
            _ -> false);
    Map<SubjectId, Assignment> assignments = state.documents().assignments();
    Map<SubjectId, Age> ages =
        Ages.of(
            landscape.dependencies(),
            standing,
            assignments,
            Staleness.subjects(
                landscape.subjects().keySet(),
                state.documents(),
                models.profile().children(),
                overrides));
    Map<SubjectId, SubjectState> states = new LinkedHashMap<>();
    for (SubjectId subject : landscape.subjects().keySet()) {
      states.put(
          subject,
          switch (run.subjects().get(subject)) {
            case RunState.SubjectState.Failed failed -> new SubjectState.Failed(failed.reason());
            case RunState.SubjectState.Blocked blocked -> new SubjectState.Blocked(blocked.child());
            case RunState.SubjectState.Documented _ ->
                stored(state, standing, subject, assignments, ages);
            case null -> stored(state, standing, subject, assignments, ages);
          });
    }
    Locale asked = Locale.forLanguageTag(models.language());
    boolean spoken = Provider.speaks(run.started().provider(), models.language());
    return new SiteWriter()
        .write(
            new SiteInput(
                settings.title().orElseGet(() -> folderName(landscape)),
                spoken ? asked : Locale.ENGLISH,
                spoken ? Optional.empty() : Optional.of(asked),
                landscape,
                states,
                overrides,
                models.profile().contracts().stream()
                    .collect(Collectors.toMap(one -> one.id().kind(), Contract::title))),
            out);
  }

  private static SubjectState stored(
      State state,
      Standing standing,
      SubjectId subject,
      Map<SubjectId, Assignment> assignments,
      Map<SubjectId, Age> ages) {
    Assignment assignment = assignments.get(subject);
    Age age = ages.get(subject);
    if (assignment == null || age == null) {
      return new SubjectState.NotWritten();
    }
    boolean current = assignment.fingerprint().equals(standing.current().get(subject));
    Optional<Document> document =
        current
            ? standing.document(subject)
            : state
                .documents()
                .find(assignment.fingerprint())
                .map(assignment.lineage().pseudonyms()::restore);
    return document.isEmpty()
        ? new SubjectState.NotWritten()
        : new SubjectState.Documented(document.get(), assignment.lineage(), age);
  }

  private static String folderName(Landscape landscape) {
    Path folder = Path.of(landscape.directory()).toAbsolutePath().normalize().getFileName();
    return folder == null ? landscape.directory() : folder.toString();
  }
}
