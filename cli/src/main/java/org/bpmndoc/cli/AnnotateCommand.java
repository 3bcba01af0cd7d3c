package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bpmndoc.annotate.Annotating;
import org.bpmndoc.annotate.Wish;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.run.Coverage;
import org.bpmndoc.store.sql.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bpmndoc annotate`: summaries of documents in the models themselves. The state is only looked
/// at.
@Command(
    name = "annotate",
    description =
        "Put the summary of each current document into the documentation of its BPMN element, and"
            + " change nothing else in the files. Sends nothing.")
final class AnnotateCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(
      names = "--dry-run",
      description = "Write nothing; show as a unified diff what would change.")
  private boolean dryRun;

  @Option(
      names = "--only",
      paramLabel = "SUBJECT",
      description = "Only the element of this subject (FILE#ELEMENT).")
  private @Nullable String only;

  @Option(
      names = "--beside",
      description =
          "Also where people have written documentation of their own, behind it (default: leave"
              + " those elements alone).")
  private boolean beside;

  @Option(names = "--include-stale", description = "Also documents that are out of date.")
  private boolean includeStale;

  @Option(
      names = "--include-findings",
      description = "Also documents with findings that contradict their model.")
  private boolean includeFindings;

  @Option(names = "--include-drafts", description = "Also drafts of the offline writer.")
  private boolean includeDrafts;

  @Option(
      names = "--remove",
      description = "Take out again what this command has put in; words of people stay.")
  private boolean remove;

  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  AnnotateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (remove && (beside || includeStale || includeFindings || includeDrafts)) {
      throw new Problem(
          "--remove takes out everything that annotate has put in: give --beside and --include-… to"
              + " an annotate of its own");
    }
    Settings settings = common.settings(Optional.of(directory), console);
    if (remove) {
      Landscape landscape = Landscapes.readForWriting(directory, links, console, common.quiet);
      return make(landscape, new Wish.Remove(only(landscape)), List.of());
    }
    try (State state = Runs.look(common.stateOf(directory, console), directory)) {
      Optional<Begun> newest = Runs.newest(state);
      if (newest.isEmpty() && state.documents().assignments().isEmpty()) {
        throw Runs.none(directory);
      }
      Landscape landscape = Landscapes.readForWriting(directory, links, console, common.quiet);
      Optional<SubjectId> meant = only(landscape);
      Summaries summaries = summaries(landscape, settings, state, newest, meant);
      return make(landscape, new Wish.Write(summaries.texts(), beside, meant), summaries.leftOut());
    }
  }

  private Optional<SubjectId> only(Landscape landscape) throws Problem {
    return only == null ? Optional.empty() : Optional.of(Landscapes.subject(landscape, only));
  }

  private Summaries summaries(
      Landscape landscape,
      Settings settings,
      State state,
      Optional<Begun> newest,
      Optional<SubjectId> meant)
      throws Problem {
    Models models =
        new Yardstick(model, settings, common, console, directory).models(newest, state, landscape);
    Overrides overrides =
        PeoplesWords.readForWriting(directory, landscape, models.profile(), console, common.quiet);
    Coverage coverage =
        Publishing.coverage(
            landscape,
            overrides,
            models,
            state,
            newest.map(run -> run.state().subjects()).orElse(Map.of()));
    return Summaries.of(
        landscape,
        coverage,
        overrides,
        new Summaries.Included(includeStale, includeFindings, includeDrafts),
        meant);
  }

  private int make(Landscape landscape, Wish wish, List<LeftOut> leftOut) throws Exception {
    List<AnnotatedFile> files =
        new Annotating(landscape, directory)
            .make(wish, dryRun, file -> AnnotatedFile.of(file, dryRun));
    AnnotateReport report = AnnotateReport.of(landscape, files, leftOut, dryRun);
    files.forEach(file -> file.refused().ifPresent(why -> console.err().println(why.toText())));
    if (common.json) {
      console.out().println(report.toJson().toPrettyString());
    } else if (dryRun) {
      console.out().print(report.diff());
      if (!common.quiet) {
        console.err().print(report.toText());
      }
    } else {
      console.out().print(report.toText());
    }
    return report.exitCode().number();
  }
}
