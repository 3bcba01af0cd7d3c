package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bpmndoc.cli.config.ConfigurationFiles;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.store.sql.StateAddress;
import org.bpmndoc.store.sql.StateException;
import org.bpmndoc.xml.Diagnostic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options every command has.
final class CommonOptions {

  /// The folder of what is kept for a landscape, in the folder of the models.
  static final String FOLDER = ".bpmndoc";

  @Option(
      names = "--state",
      paramLabel = "DIR|JDBC-URL",
      description =
          "Where the journal and the documents are kept: a folder (default: .bpmndoc in that of the"
              + " models), or jdbc:postgresql://HOST/DATABASE?currentSchema=NAME with PGUSER and"
              + " PGPASSWORD in the environment.")
  @Nullable String state;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Title, language, words of the house and patterns to hide (default: bpmndoc.yaml in the"
              + " folder).")
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

  /// Whether the state is in the folder of the landscape, so that no other landscape has it.
  boolean hasOwnState() {
    return state == null;
  }

  /// Where the state of a landscape folder is.
  StateAddress stateOf(Path directory, Console console) throws Problem {
    if (state == null) {
      return new StateAddress.Folder(directory.resolve(FOLDER));
    }
    try {
      return StateAddress.parse(state, console.environment());
    } catch (StateException e) {
      throw new Problem("--state: " + e.getMessage());
    }
  }
}
