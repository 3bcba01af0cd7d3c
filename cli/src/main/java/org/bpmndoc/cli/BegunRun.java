package org.bpmndoc.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.document.Profile;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A run that was begun, and how it is gone on with: what `resume`, `retry` and `cancel` have in
/// common.
final class BegunRun {

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(names = "--run", paramLabel = "RUN", description = "Which run (default: the newest).")
  private @Nullable String run;

  @Mixin private PriceOptions prices = new PriceOptions();
  @Mixin private ProfileOptions profile = new ProfileOptions();
  @Mixin private WaitingOptions waiting = new WaitingOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  /// What a person wants of a run, as entries for its journal; refuses what makes no sense for it.
  @FunctionalInterface
  interface Wishes {
    List<Entry> of(Begun begun, Path directory) throws Problem;
  }

  int goOn(Console console, Wishes wishes) throws Exception {
    Settings settings = common.settings(Optional.of(directory), console);
    StateAddress address = common.stateOf(directory, console);
    try (Runs.Held held = Runs.takeUp(address, waiting.leaseTerms(), directory)) {
      State state = held.state();
      Begun begun = Runs.find(state, run, directory);
      List<Entry> wanted = wishes.of(begun, directory);
      Entry.RunStarted asked = begun.state().started();
      Models models = Models.of(asked, prices.read(), settings);
      refuseOther(begun, models.profile());
      Providers providers = new Providers(console, common, address, directory);
      providers.refuseUnusable(asked.provider());
      Landscape landscape = Landscapes.readForWriting(directory, links, console, common.quiet);
      Overrides overrides =
          PeoplesWords.readForWriting(
              directory, landscape, models.profile(), console, common.quiet);
      for (SubjectId subject : asked.limitedTo()) {
        var _ = Landscapes.subject(landscape, subject.value());
      }
      List<Output> outputs = waiting.outputs(directory);
      Publishing.refuseForeign(outputs);
      SectionNames.refuseUnknown(settings, models.profile());
      Workshop workshop =
          new Workshop(
              directory,
              outputs,
              landscape,
              overrides,
              settings,
              state,
              models,
              InstantSource.system());
      return new RunCommand(console, common, waiting, providers, settings.told())
          .takeUp(workshop, begun, wanted);
    }
  }

  /// A run goes on with the contracts that it was begun with, wherever those came from. Who names
  /// others wants something else.
  private void refuseOther(Begun begun, Profile kept) throws Problem {
    if (profile.named().isPresent()) {
      Path folder = profile.named().get();
      if (!Profiles.in(folder, _ -> {}).digest().equals(kept.digest())) {
        throw new Problem(
            "--profile: run %s was begun with another profile (\"%s\") than what is in %s%n  hint: leave --profile out, the run has kept its own; bpmndoc generate %s --profile %s begins a run with the other"
                .formatted(begun.run(), kept.name(), folder, directory, folder));
      }
    }
  }
}
