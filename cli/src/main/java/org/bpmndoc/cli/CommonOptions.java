package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bpmndoc.cli.config.ConfigurationFiles;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.xml.Diagnostic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options every command has.
final class CommonOptions {

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Where the journal and the documents are kept (default: .bpmndoc in the folder).")
  @Nullable String state;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Title, language and patterns to hide (default: bpmndoc.yaml in the folder).")
  private @Nullable Path config;

  @Option(names = "--json", description = "Print exactly one JSON object on standard output.")
  boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but the result.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Also log what goes over the wire, without keys.")
  boolean verbose;

  /// What is configured for a landscape folder, if there is one.
  Settings settings(Optional<Path> directory, Console console) throws Problem {
    return switch (ConfigurationFiles.read(
        directory, Optional.ofNullable(config), console.environment(), Provider.NAMES)) {
      case ConfigurationFiles.Read read -> read.settings();
      case ConfigurationFiles.Refused refused ->
          throw new Problem(
              refused.problems().stream()
                  .map(Diagnostic::toText)
                  .collect(Collectors.joining("\n")));
    };
  }

  /// The state folder for a landscape folder.
  Path stateOf(Path directory) throws Problem {
    if (state == null) {
      return directory.resolve(".bpmndoc");
    }
    if (state.startsWith("jdbc:")) {
      throw new Problem(
          "--state: this version keeps its state in a folder, not at "
              + state.replaceAll("\\?.*", ""));
    }
    return Path.of(state);
  }
}
