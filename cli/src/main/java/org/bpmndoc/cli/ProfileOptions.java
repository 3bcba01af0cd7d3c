package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.Profile;
import org.bpmndoc.journal.Entry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// By which contracts documents are written.
final class ProfileOptions {

  @Option(
      names = "--profile",
      paramLabel = "DIR",
      description =
          "What documents contain and how they are asked for: a folder with contracts (default:"
              + " that of your configuration or of bpmndoc.yaml, else the built-in one; a run that"
              + " is gone on with keeps its own). bpmndoc profile --write DIR makes one.")
  private @Nullable Path folder;

  /// The folder that was named on the command line.
  Optional<Path> named() {
    return Optional.ofNullable(folder);
  }

  /// The one that was named, there or in the configuration, if any was.
  Optional<Profile> given(Settings settings, CommonOptions common, Console console) throws Problem {
    Optional<Path> given = named().or(settings::profile);
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Profiles.in(
                given.get(),
                warning -> {
                  if (!common.quiet) {
                    console.err().println(warning.toText());
                  }
                }));
  }

  Profile read(Settings settings, CommonOptions common, Console console) throws Problem {
    return given(settings, common, console).orElse(Profile.builtIn());
  }

  /// The one that was named, else that of the run. Where these are two, documents of the run are
  /// stale, and why is said.
  Profile givenOrOf(
      Entry.RunStarted run,
      Settings settings,
      CommonOptions common,
      Console console,
      Path directory)
      throws Problem {
    Optional<Profile> given = given(settings, common, console);
    Profile kept = Profiles.of(run);
    if (given.isEmpty()) {
      return kept;
    }
    if (!given.get().digest().equals(kept.digest()) && !common.quiet) {
      console
          .err()
          .printf(
              "the newest run was begun with another profile (\"%s\") than this (\"%s\"): what"
                  + " either would write otherwise is shown as out of date%n  hint: bpmndoc"
                  + " generate %s writes it anew%n",
              kept.name(), given.get().name(), directory);
    }
    return given.get();
  }
}
