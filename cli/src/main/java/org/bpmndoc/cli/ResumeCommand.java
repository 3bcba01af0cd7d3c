package org.bpmndoc.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.store.sql.SqliteState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bpmndoc resume`: takes a run up where it stopped. Asks no second time.
@Command(
    name = "resume",
    description = "Go on with a run that was interrupted or paused. Always safe.")
final class ResumeCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(names = "--run", paramLabel = "RUN", description = "Which run (default: the newest).")
  private @Nullable String run;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "From now on the run may spend this much in all.")
  private @Nullable Usd budget;

  @Mixin private PriceOptions prices = new PriceOptions();
  @Mixin private WaitingOptions waiting = new WaitingOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  ResumeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = common.settings(Optional.of(directory), console);
    Path stateFolder = common.stateOf(directory);
    try (Runs.Held held = Runs.takeUp(stateFolder, directory)) {
      SqliteState state = held.state();
      Begun begun = Runs.find(state, run, directory);
      Entry.RunStarted asked = begun.state().started();
      Providers providers = new Providers(console, common, stateFolder);
      providers.refuseUnusable(asked.provider());
      Landscape landscape = Landscapes.readForWriting(directory, links, console, common.quiet);
      if (asked.only().isPresent()) {
        var _ = Landscapes.subject(landscape, asked.only().get().value());
      }
      Path out = waiting.outOf(directory);
      Publishing.refuseForeign(out);
      Workshop workshop =
          new Workshop(
              directory,
              out,
              landscape,
              settings,
              state,
              Models.of(asked, prices.read(), settings),
              InstantSource.system());
      return new RunCommand(console, common, waiting, providers, settings.told())
          .takeUp(workshop, begun, Optional.ofNullable(budget));
    }
  }
}
