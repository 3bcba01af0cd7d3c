package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bpmndoc.journal.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `bpmndoc resume`: takes a run up where it stopped. Asks no second time.
@Command(
    name = "resume",
    description = "Go on with a run that was interrupted or paused. Always safe.")
final class ResumeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private NewLimits limits = new NewLimits();
  @Mixin private BegunRun run = new BegunRun();

  ResumeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return run.goOn(console, this::wishes);
  }

  private List<Entry> wishes(Begun begun, Path directory) throws Problem {
    begun.refuseIfCanceled(directory);
    return limits.wishes();
  }
}
