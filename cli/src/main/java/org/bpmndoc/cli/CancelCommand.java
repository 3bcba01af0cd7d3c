package org.bpmndoc.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.bpmndoc.journal.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `bpmndoc cancel`: ends a run for good. Nothing new is sent, the provider is asked to end what is
/// under way, and what comes all the same is kept.
@Command(
    name = "cancel",
    description =
        "End a run for good: ask the provider to end its batches, and keep what is finished.")
final class CancelCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private BegunRun run = new BegunRun();

  CancelCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return run.goOn(console, CancelCommand::wishes);
  }

  private static List<Entry> wishes(Begun begun, Path directory) throws Problem {
    if (begun.state().endedAt().isPresent() || begun.state().canceledAt().isPresent()) {
      throw new Problem(
          "run %s has ended, and there is nothing to cancel\n  hint: bpmndoc status %s shows what it came to"
              .formatted(begun.run(), CommandWords.quoted(directory)));
    }
    return begun.state().isCanceling() ? List.of() : List.of(new Entry.CancelAsked(Instant.now()));
  }
}
