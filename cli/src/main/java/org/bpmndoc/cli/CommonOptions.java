package org.bpmndoc.cli;

import java.nio.file.Path;
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
