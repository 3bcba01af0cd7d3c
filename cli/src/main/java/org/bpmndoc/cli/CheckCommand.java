package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.Finding.Grade;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.run.Coverage;
import org.bpmndoc.run.Shortcoming;
import org.bpmndoc.store.sql.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bpmndoc check`: whether every subject has a current document, for a build. Looks only.
@Command(
    name = "check",
    description =
        "Say whether everything is documented, and up to date. Exit code 1 where it is not. Sends"
            + " nothing.")
final class CheckCommand implements Callable<Integer> {

  /// From which grade on a finding counts.
  enum Findings {
    NOTE,
    GAP,
    CONTRADICTION,
    NONE;

    private Optional<Grade> grade() {
      return this == NONE ? Optional.empty() : Optional.of(Grade.valueOf(name()));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a document that is out of date means.
  enum Stale {
    ALLOW,
    FAIL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(
      names = "--findings",
      paramLabel = "G",
      description =
          "From which grade on a finding counts: note, gap, contradiction (the default) or none.")
  private Findings findings = Findings.CONTRADICTION;

  @Option(
      names = "--stale",
      paramLabel = "allow|fail",
      description =
          "Whether a document may have been written for an earlier version (default: fail).")
  private Stale stale = Stale.FAIL;

  @Option(
      names = "--badges",
      paramLabel = "DIR",
      description = "Also write badges of coverage and freshness there, as SVG and for shields.io.")
  private @Nullable Path badges;

  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = common.settings(Optional.of(directory), console);
    try (State state = Runs.look(common.stateOf(directory, console), directory)) {
      Optional<Begun> newest = Runs.newest(state);
      if (newest.isEmpty() && state.documents().assignments().isEmpty()) {
        throw Runs.none(directory);
      }
      Landscape landscape = Landscapes.readForWriting(directory, links, console, common.quiet);
      Models models =
          new Yardstick(model, settings, common, console, directory)
              .models(newest, state, landscape);
      Overrides overrides =
          PeoplesWords.readForWriting(
              directory, landscape, models.profile(), console, common.quiet);
      Coverage coverage =
          Publishing.coverage(
              landscape,
              overrides,
              models,
              state,
              newest.map(run -> run.state().subjects()).orElse(Map.of()));
      CheckReport report =
          CheckReport.of(
              directory,
              landscape,
              state.documents().assignments().keySet(),
              coverage,
              overrides,
              new Shortcoming.Demand(findings.grade(), stale == Stale.ALLOW));
      if (badges != null) {
        Badges.write(coverage, badges);
      }
      console
          .out()
          .print(
              common.json
                  ? report.toJson().toPrettyString() + System.lineSeparator()
                  : report.toText());
      return report.exitCode().number();
    }
  }
}
