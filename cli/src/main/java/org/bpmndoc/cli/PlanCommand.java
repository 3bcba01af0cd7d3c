package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.ByKind;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.document.Profile;
import org.bpmndoc.journal.Experience;
import org.bpmndoc.json.UnusableFileException;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.LatencyModel;
import org.bpmndoc.plan.Limits;
import org.bpmndoc.plan.PlanReport;
import org.bpmndoc.plan.Planner;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.plan.Workload;
import org.bpmndoc.run.Outstanding;
import org.bpmndoc.store.sql.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `bpmndoc plan`: what each strategy would cost and take. Sends nothing, needs no key.
@Command(name = "plan", description = "Say what each strategy would cost and take. Sends nothing.")
final class PlanCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder of BPMN files.")
  private @Nullable Path directory;

  @Option(
      names = "--workload",
      paramLabel = "FILE",
      description = "Plan subjects described by numbers instead.")
  private @Nullable Path workload;

  @Option(
      names = "--deadline",
      paramLabel = "4h",
      description = "Recommend the cheapest plan of which 95 runs in 100 end within this time.")
  private @Nullable Duration deadline;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "Recommend a plan of which 95 runs in 100 cost no more.")
  private @Nullable Usd budget;

  @Option(
      names = "--max-waits",
      paramLabel = "K",
      description = "Recommend a plan that waits for no more batches, one after another.")
  private @Nullable Integer maxWaits;

  @Option(
      names = "--subjects",
      description = "With --json: list every subject and its price by either channel.")
  private boolean subjects;

  @Option(
      names = "--requests",
      paramLabel = "DIR",
      description = "Write what would be sent first, one file each.")
  private @Nullable Path requests;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draw cost against time, as an SVG picture.")
  private @Nullable Path plot;

  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if ((directory == null) == (workload == null)) {
      throw new Problem("plan needs either a folder of BPMN files or --workload FILE");
    }
    Planned planned =
        workload != null
            ? new Planned(ofWorkload(workload), Optional.empty(), Optional.empty())
            : ofLandscape(Path.of(String.valueOf(directory)));
    PlanReport<?> report = planned.report;
    if (common.json) {
      ObjectNode json = report.toJson();
      planned.language.ifPresent(language -> language.putInto(json));
      planned.changes.ifPresent(changes -> changes.putInto(json));
      console.out().println(json.toPrettyString());
    } else {
      console.out().print(report.toText());
      planned.changes.ifPresent(changes -> console.out().print(changes.toText()));
    }
    if (plot != null) {
      draw(report, plot);
    }
    if (!report.plans().fits()) {
      console.err().println("bpmndoc: no plan keeps this; " + report.nearest());
    }
    return report.plans().fits() ? ExitCode.DONE.number() : ExitCode.UNUSABLE.number();
  }

  /// A workload is in no language. Changes are told once there was a run.
  private record Planned(
      PlanReport<?> report,
      Optional<DocumentLanguage> language,
      Optional<OutstandingText> changes) {}

  private PlanReport<?> ofWorkload(Path file) throws Problem {
    try {
      Workload read = Workload.read(file);
      Planner<Workload.Subject> planner =
          new Planner<>(read.graph(), _ -> true, read.needs(), LatencyModel.DEFAULT);
      PlanReport<Workload.Subject> report =
          PlanReport.of(planner, limits(), read.price(), List.of());
      return subjects
          ? report.withSubjects(planner, Workload.Subject::level, _ -> file.toString())
          : report;
    } catch (UnusableFileException e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
  }

  private Planned ofLandscape(Path folder) throws Exception {
    Settings settings = common.settings(Optional.of(folder), console);
    Models usual = Models.chosen(model, model.profile.read(settings, common, console), settings);
    String provider = model.provider(settings);
    Landscape landscape =
        Landscapes.readForWriting(folder, links, console, common.quiet || common.json);
    Overrides overrides =
        PeoplesWords.readForWriting(
            folder, landscape, usual.profile(), console, common.quiet || common.json);
    Optional<State> state = Runs.lookIfThere(common.stateOf(folder, console));
    try {
      DocumentLanguage language =
          DocumentLanguage.of(model.language(settings), provider, state, landscape);
      Models models = usual.in(language);
      if (!common.quiet && !common.json) {
        language.tell(provider, console);
      }
      Before before = state.map(open -> Before.of(open.documents())).orElse(Before.NONE);
      Prospect prospect =
          Prospect.of(
              landscape,
              overrides,
              models,
              seen(state, provider, models),
              before,
              Set.of(),
              _ -> false);
      PlanReport<SubjectId> report =
          PlanReport.of(prospect.planner(), limits(), models.price(), landscape.diagnostics())
              .withModels(models.pricedByKind());
      if (requests != null) {
        int written =
            RequestFiles.write(prospect.standing(), before.keeping(prospect.renderer()), requests);
        console.err().printf("%d requests that can be told already are in %s%n", written, requests);
      }
      sayWhatMayNotFit(prospect.standing().doubtful());
      Profile profile = models.profile();
      return new Planned(
          subjects
              ? report.withSubjects(
                  prospect.planner(),
                  subject -> profile.contractFor(landscape.subject(subject)).id().kind(),
                  SubjectId::file)
              : report,
          Optional.of(language),
          before.assignments().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  OutstandingText.of(
                      Outstanding.of(
                          prospect.standing(), before.assignments(), landscape.subjects().keySet()),
                      prospect.planner(),
                      report.recommendedPlan())));
    } finally {
      state.ifPresent(State::close);
    }
  }

  private void sayWhatMayNotFit(List<SubjectId> doubtful) {
    if (!doubtful.isEmpty() && !common.quiet && !common.json) {
      console
          .err()
          .printf(
              "%d requests that can be told already may not fit the window of their model, such as"
                  + " that for %s; the provider's count decides before they are sent%n",
              doubtful.size(), doubtful.getFirst());
    }
  }

  private static ByKind<Experience> seen(Optional<State> state, String provider, Models models) {
    return state
        .map(open -> Experience.of(open.journal(), provider, models.writers()))
        .orElse(ByKind.same(Experience.NONE));
  }

  private Limits limits() {
    return new Limits(
        Optional.ofNullable(deadline), Optional.ofNullable(budget), Optional.ofNullable(maxWaits));
  }

  private static void draw(PlanReport<?> report, Path file) throws Problem {
    try {
      Files.writeString(file, report.toSvg());
    } catch (IOException e) {
      throw new Problem("--plot: " + file + " cannot be written: " + e.getMessage());
    }
  }
}
