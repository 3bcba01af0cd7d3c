package org.bpmndoc.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Limits;
import org.bpmndoc.plan.Plan;
import org.bpmndoc.plan.PlanReport;
import org.bpmndoc.plan.Strategy;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bpmndoc generate`: the main job. Begins a run and works on it.
@Command(
    name = "generate",
    description = "Write the documentation of a folder of BPMN files, leaves first.")
final class GenerateCommand implements Callable<Integer> {

  private final Console console;
  private final InstantSource clock = InstantSource.system();

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(
      names = "--strategy",
      paramLabel = "S",
      description =
          "How requests travel, and what a parent sees of its children: auto (the default: by batch"
              + " what saves most for a number of waits), hybrid, multi-stage, graph or direct"
              + " write it from their finished documents; stored and summaries write all at once,"
              + " from what was stored before.")
  private String strategy = Strategy.AUTO.label();

  @Option(
      names = "--deadline",
      paramLabel = "4h",
      description =
          "Begin only if 95 such runs in 100 end within this time. What would be late all the same"
              + " goes direct, as far as the budget reaches.")
  private @Nullable Duration deadline;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "Never spend more: the run pauses before it would.")
  private @Nullable Usd budget;

  @Option(
      names = "--max-waits",
      paramLabel = "K",
      description = "Begin only if no more batches are waited for, one after another.")
  private @Nullable Integer maxWaits;

  @Option(names = "--yes", description = "Do not ask before money is spent.")
  private boolean yes;

  @Option(
      names = "--only",
      paramLabel = "SUBJECT",
      description = "Only this subject (FILE#ELEMENT) and what it is written from.")
  private @Nullable String only;

  @Option(
      names = "--force",
      description = "Write again what is stored and still right; with --only, that subject.")
  private boolean force;

  @Option(
      names = "--refresh-stale",
      description =
          "With stored or summaries: also write again what was written from less, or from something"
              + " else, than is stored of its children now. The other strategies do so anyway.")
  private boolean refreshStale;

  @Option(
      names = "--on-failed-child",
      paramLabel = "block|degrade",
      description =
          "What becomes of a parent when a child has no document: it is not written (block, the"
              + " default), or written with a marked gap (degrade).")
  private OnFailedChild onFailedChild = OnFailedChild.BLOCK;

  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private WaitingOptions waiting = new WaitingOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = common.settings(Optional.of(directory), console);
    Models usual = Models.chosen(model, model.profile.read(settings, common, console), settings);
    String provider = model.provider(settings);
    Strategy chosen = strategy();
    StateAddress address = common.stateOf(directory, console);
    Providers providers = new Providers(console, common, address, directory);
    providers.refuseUnusable(provider);
    Landscape landscape = Landscapes.readForWriting(directory, links, console, common.quiet);
    Overrides overrides =
        PeoplesWords.readForWriting(directory, landscape, usual.profile(), console, common.quiet);
    Optional<SubjectId> subject = subject(landscape);
    Path out = waiting.outOf(directory);
    Publishing.refuseForeign(out);
    try (Runs.Held held = Runs.hold(address, waiting.leaseTerms())) {
      State state = held.state();
      DocumentLanguage language =
          DocumentLanguage.of(model.language(settings), provider, Optional.of(state), landscape);
      Models models = usual.in(language);
      Entry.RunStarted asked = asked(provider, models, chosen, subject);
      if (!common.quiet) {
        language.tell(provider, console);
      }
      Workshop workshop =
          new Workshop(directory, out, landscape, overrides, settings, state, models, clock);
      RunCommand command = new RunCommand(console, common, waiting, providers, settings.told());
      Optional<Begun> unfinished = Runs.newest(state).filter(Begun::hasRequestsUnderWay);
      if (unfinished.isPresent()) {
        return takeUp(unfinished.get(), asked, workshop, command);
      }
      Prospect prospect = workshop.prospect(asked, refreshStale, Optional.empty());
      Plan<SubjectId> plan = approved(provider, models, prospect, chosen);
      String run = RunNames.fresh(clock.instant(), new SecureRandom());
      return command.begin(
          workshop, run, asked, toBeDone(), prospect, plan, Optional.ofNullable(maxWaits));
    }
  }

  private Entry.RunStarted asked(
      String provider, Models models, Strategy chosen, Optional<SubjectId> subject) {
    return new Entry.RunStarted(
        clock.instant(),
        provider,
        models.chosen().usual().writer(),
        models.price().batchFactor(),
        models.language(),
        chosen.label(),
        Optional.ofNullable(budget),
        subject,
        force,
        onFailedChild == OnFailedChild.DEGRADE,
        models.recorded(),
        Profiles.recorded(models.profile()));
  }

  private int takeUp(
      Begun unfinished, Entry.RunStarted asked, Workshop workshop, RunCommand command)
      throws Exception {
    if (!unfinished.isFor(asked)) {
      throw new Problem(
          "run %s (%s, %s) still has requests under way, and what comes of them is paid for\n  hint: bpmndoc resume %s"
              .formatted(
                  unfinished.run(),
                  unfinished.state().started().provider(),
                  String.join(
                      ", ", unfinished.state().started().writers().map(Entry.Writer::model).all()),
                  directory));
    }
    if (!common.quiet) {
      console
          .err()
          .printf(
              "run %s still has requests under way: going on with it, by its own plan%n",
              unfinished.run());
    }
    List<Entry> limits = new ArrayList<>(toBeDone());
    asked.budget().ifPresent(usd -> limits.add(new Entry.BudgetChanged(clock.instant(), usd)));
    return command.takeUp(workshop, unfinished, limits);
  }

  /// By when, if there is a deadline.
  private List<Entry> toBeDone() {
    return deadline == null
        ? List.of()
        : List.of(new Entry.DeadlineSet(clock.instant(), clock.instant().plus(deadline)));
  }

  /// The plan, if it keeps what was asked for and a person wants it.
  private Plan<SubjectId> approved(
      String provider, Models models, Prospect prospect, Strategy chosen) throws Problem {
    Limits limits = limits();
    PlanReport<SubjectId> report =
        PlanReport.of(prospect.planner(), limits, models.price(), List.of())
            .withModels(models.pricedByKind());
    Plan<SubjectId> plan = report.plans().of(chosen);
    // The budget pauses a run, which can go on with more; it keeps none from beginning.
    List<String> broken = limits.withoutBudget().broken(plan);
    if (!broken.isEmpty()) {
      throw new Problem(
          "strategy %s does not keep %s; nothing was sent%n  hint: %s"
              .formatted(chosen, String.join(" and ", broken), report.nearest()));
    }
    if (!provider.equals(Provider.OFFLINE) && !plan.channels().isEmpty()) {
      approve(report);
    }
    return plan;
  }

  private Limits limits() {
    return new Limits(
        Optional.ofNullable(deadline), Optional.ofNullable(budget), Optional.ofNullable(maxWaits));
  }

  /// Money is spent on a word of the command line, or of a person who has seen the plan.
  private void approve(PlanReport<SubjectId> report) throws Problem {
    boolean limited = budget != null && !console.terminal();
    if (!yes && !limited) {
      Approval.ask(
          console,
          report.toText(),
          "this run costs money, and there is no terminal to ask at"
              + "\n  hint: bpmndoc plan says how much; then add --yes or --budget USD");
    }
  }

  private Strategy strategy() throws Problem {
    try {
      return Strategy.parse(strategy);
    } catch (IllegalArgumentException e) {
      throw new Problem("--strategy: " + e.getMessage());
    }
  }

  private Optional<SubjectId> subject(Landscape landscape) throws Problem {
    if (only == null) {
      return Optional.empty();
    }
    return Optional.of(Landscapes.subject(landscape, only));
  }
}
