package org.bpmndoc.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bpmndoc.store.sql.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bpmndoc status`: how a run stands. Looks at the journal alone and asks nobody.
@Command(
    name = "status",
    description =
        "Say how a run stands, and who works on it. Whether documents are up to date is for bpmndoc"
            + " check. Sends nothing.")
final class StatusCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(names = "--run", paramLabel = "RUN", description = "Which run (default: the newest).")
  private @Nullable String run;

  @Mixin private CommonOptions common = new CommonOptions();

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (State state = Runs.look(common.stateOf(directory, console), directory)) {
      Begun begun = Runs.find(state, run, directory);
      RunReport report =
          new RunReport(
              directory,
              begun.run(),
              begun.state(),
              Optional.empty(),
              Optional.empty(),
              OutputOptions.found(directory),
              Optional.empty(),
              state.worker(),
              Instant.now());
      report.printTo(console, common);
      if (!common.json) {
        console.out().print(work(report));
      }
      return ExitCode.DONE.number();
    }
  }

  /// Who works on the state, also on another run than this, or that nobody goes on with this one.
  private static String work(RunReport report) {
    if (report.worker().isPresent()) {
      return "being worked on by %s%n".formatted(PlainText.of(report.worker().get()));
    }
    return report.exitCode() == ExitCode.RUNNING
        ? "not ended, and nobody works on it%n  hint: bpmndoc resume %s goes on from here; nothing is lost%n"
            .formatted(CommandWords.quoted(report.directory()))
        : "";
  }
}
