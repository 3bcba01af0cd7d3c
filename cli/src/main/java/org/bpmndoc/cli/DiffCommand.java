package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.run.Changes;
import org.bpmndoc.run.Version;
import org.bpmndoc.run.Versions;
import org.bpmndoc.store.sql.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bpmndoc diff`: what has changed in the documents.
@Command(
    name = "diff",
    description =
        "Show what changed in the documents since a run or a date, by subject and field. Sends"
            + " nothing.")
final class DiffCommand implements Callable<Integer> {

  /// How changes are shown.
  private enum Format {
    TEXT,
    MARKDOWN,
    HTML
  }

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(
      names = "--since",
      paramLabel = "DATE|RUN",
      description =
          "A run, a date such as 2026-11-24, or a time such as 2026-11-24T08:00:00Z (default: the"
              + " last run but one that wrote something).")
  private @Nullable String since;

  @Option(
      names = "--format",
      paramLabel = "F",
      description =
          "text, markdown (for a comment on a pull request) or html (one page) (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it goes (default: standard output).")
  private @Nullable Path out;

  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (common.json && format != Format.TEXT) {
      throw new Problem("--json and --format name different formats: give one of them");
    }
    try (State state = Runs.look(common.stateOf(directory, console), directory)) {
      Landscape landscape = Landscapes.read(directory, links.existing());
      Versions versions = Versions.of(state.journal());
      Since from = Since.of(Optional.ofNullable(since), versions, directory);
      Map<SubjectId, Version> before = versions.before(from.time());
      Changes changes =
          Changes.between(before, versions.now(), landscape.subjects().keySet(), state.documents());
      put(text(changes, from));
      return ExitCode.DONE.number();
    }
  }

  private String text(Changes changes, Since from) {
    if (common.json) {
      return ChangesJson.of(changes, from).toPrettyString() + System.lineSeparator();
    }
    return switch (format) {
      case TEXT -> ChangesText.of(changes, from);
      case MARKDOWN -> ChangesMarkdown.of(changes, from);
      case HTML -> ChangesPage.of(changes, from);
    };
  }

  private void put(String text) throws Problem {
    if (out == null) {
      console.out().print(text);
      return;
    }
    try {
      boolean _ = WholeFile.write(out, text);
    } catch (IOException e) {
      throw new Problem("--out: " + out + " cannot be written: " + Failures.reason(e));
    }
    if (!common.quiet) {
      console.err().println("written: " + out);
    }
  }
}
