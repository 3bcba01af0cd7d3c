package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.cli.config.SiteSettings;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.RequestRenderer;
import org.bpmndoc.run.Coverage;
import org.bpmndoc.run.Coverage.Stored;
import org.bpmndoc.run.Staleness;
import org.bpmndoc.run.Standing;
import org.bpmndoc.site.Look;
import org.bpmndoc.site.SiteException;
import org.bpmndoc.site.SiteInput;
import org.bpmndoc.site.SiteSummary;
import org.bpmndoc.site.SiteWriter;
import org.bpmndoc.site.SubjectState;
import org.bpmndoc.store.sql.State;

/// Brings what is stored together for the pages.
final class Publishing {

  private Publishing() {}

  /// Refuses an output folder that holds other things, before anything is sent.
  static void refuseForeign(List<Output> outputs) throws Problem {
    try {
      for (Output output : outputs) {
        new SiteWriter(output.format()).refuseForeign(output.folder());
      }
    } catch (SiteException e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
  }

  /// `run` is the newest run: a subject that failed in it has no document on the pages, whatever
  /// was written of it before.
  static SiteInput input(
      Landscape landscape,
      Overrides overrides,
      Settings settings,
      State state,
      Models models,
      RunState run) {
    Map<SubjectId, SubjectState> states = new LinkedHashMap<>();
    coverage(landscape, overrides, models, state, run.subjects())
        .subjects()
        .forEach((subject, stored) -> states.put(subject, shown(stored)));
    Locale asked = Locale.forLanguageTag(models.language());
    boolean spoken = Provider.speaks(run.started().provider(), models.language());
    return new SiteInput(
        settings.title().orElseGet(() -> folderName(landscape)),
        spoken ? asked : Locale.ENGLISH,
        spoken ? Optional.empty() : Optional.of(asked),
        landscape,
        states,
        overrides,
        models.profile().contracts().stream()
            .collect(Collectors.toMap(one -> one.id().kind(), Contract::title)),
        settings.site().map(SiteSettings::look).orElse(Look.PLAIN));
  }

  /// In the order of the outputs.
  static List<SiteSummary> write(SiteInput input, List<Output> outputs) throws SiteException {
    List<SiteSummary> summaries = new ArrayList<>();
    for (Output output : outputs) {
      summaries.add(new SiteWriter(output.format()).write(input, output.folder()));
    }
    return summaries;
  }

  /// What there is of each subject; `ended` is what became of them in the newest run.
  static Coverage coverage(
      Landscape landscape,
      Overrides overrides,
      Models models,
      State state,
      Map<SubjectId, RunState.SubjectState> ended) {
    return Coverage.of(
        Standing.of(
            landscape.dependencies(),
            new RequestRenderer(landscape, models.profile(), models.requestSettings(), overrides)
                ::render,
            state.documents()::find,
            _ -> false),
        state.documents(),
        ended,
        Staleness.subjects(
            landscape.subjects().keySet(),
            state.documents(),
            models.profile().children(),
            overrides));
  }

  private static SubjectState shown(Stored stored) {
    return switch (stored) {
      case Stored.Written written ->
          new SubjectState.Documented(written.document(), written.lineage(), written.age());
      case Stored.Missing _ -> new SubjectState.NotWritten();
      case Stored.Failed failed -> new SubjectState.Failed(failed.reason());
      case Stored.Blocked blocked -> new SubjectState.Blocked(blocked.child());
    };
  }

  private static String folderName(Landscape landscape) {
    Path folder = Path.of(landscape.directory()).toAbsolutePath().normalize().getFileName();
    return folder == null ? landscape.directory() : folder.toString();
  }
}
