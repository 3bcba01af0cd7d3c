package org.bpmndoc.cli;

import java.nio.file.Path;
import org.bpmndoc.store.sql.StateAddress;
import org.bpmndoc.store.sql.StateException;
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
