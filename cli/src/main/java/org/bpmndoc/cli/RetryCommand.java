package org.bpmndoc.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState.SubjectState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `bpmndoc retry`: tries what failed in a run again, and what was blocked by it. It is the same
/// run with the same plan and the same ledger.
@Command(
    name = "retry",
    description = "Try again what failed in a run, and then what was blocked by it.")
final class RetryCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private NewLimits limits = new NewLimits();
  @Mixin private BegunRun run = new BegunRun();

  RetryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return run.goOn(console, this::wishes);
  }

  private List<Entry> wishes(Begun begun, Path directory) throws Problem {
    begun.refuseIfCanceled(directory);
    if (begun.state().subjects().values().stream()
        .noneMatch(SubjectState.Failed.class::isInstance)) {
      throw new Problem(
          "nothing failed in run %s\n  hint: bpmndoc %s %s"
              .formatted(
                  begun.run(),
                  begun.state().endedAt().isPresent() ? "status" : "resume",
                  directory));
    }
    return Stream.concat(limits.wishes().stream(), Stream.of(new Entry.RetryAsked(Instant.now())))
        .toList();
  }
}
