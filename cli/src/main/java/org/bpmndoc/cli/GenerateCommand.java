package org.bpmndoc.cli;

import java.nio.file.Path;
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
import org.bpmndoc.plan.Strategy;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      names = "--sample",
      paramLabel = "N",
      description =
          "Write N leaves and a parent of leaves first, directly; show them, what they cost and"
              + " what the rest is expected to cost by that; then ask whether to go on.")
  private @Nullable Integer sample;

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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private LimitOptions limits = new LimitOptions();
  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private WaitingOptions waiting = new WaitingOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    refuseSample();
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
    List<Output> outputs = waiting.outputs(directory);
    Publishing.refuseForeign(outputs);
    SectionNames.refuseUnknown(settings, usual.profile());
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
          new Workshop(directory, outputs, landscape, overrides, settings, state, models, clock);
      RunCommand command = new RunCommand(console, common, waiting, providers, settings.told());
      Optional<Begun> unfinished = Runs.newest(state).filter(Begun::hasRequestsUnderWay);
      if (unfinished.isPresent()) {
        return takeUp(unfinished.get(), asked, workshop, command);
      }
      Proposal proposal =
          Proposal.of(
              workshop.prospect(asked, refreshStale, Optional.empty()),
              models,
              limits.limits(),
              chosen);
      proposal.refuseBroken();
      if (sample != null) {
        return new SampledRun(command, workshop, limits, asked, refreshStale, words())
            .generate(proposal, sample);
      }
      if (!provider.equals(Provider.OFFLINE) && proposal.sends()) {
        limits.approve(console, proposal.report().toText());
      }
      return command.tell(
          command.begin(
              workshop,
              asked,
              limits.toBeDone(clock.instant()),
              proposal.prospect(),
              proposal.plan(),
              limits.waitsMax()));
    }
  }

  private CommandWords words() {
    return new CommandWords(spec.root().commandLine().getParseResult().originalArgs());
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
        limits.budget(),
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
                  CommandWords.quoted(directory)));
    }
    if (!common.quiet) {
      console
          .err()
          .printf(
              "run %s still has requests under way: going on with it, by its own plan%n",
              unfinished.run());
    }
    List<Entry> wishes = new ArrayList<>(limits.toBeDone(clock.instant()));
    asked.budget().ifPresent(usd -> wishes.add(new Entry.BudgetChanged(clock.instant(), usd)));
    return command.takeUp(workshop, unfinished, wishes);
  }

  /// What a sample has written is kept, so nothing can be asked to be written again as well.
  private void refuseSample() throws Problem {
    if (sample != null && sample < 1) {
      throw new Problem("--sample: expected 1 or more, found " + sample);
    }
    if (sample != null && force) {
      throw new Problem(
          "--sample and --force: the sample would be written, and paid for, twice"
              + "\n  hint: --force --only SUBJECT writes one document again");
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
