package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.run.Holdings;
import org.bpmndoc.run.Pruning;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `bpmndoc prune`: takes documents out of the state that nothing needs any more. Journals and the
/// money in them stay; [PurgeCommand] deletes those.
@Command(
    name = "prune",
    description =
        "Remove documents of subjects that are gone, and those that nothing refers to. Journals"
            + " stay.")
final class PruneCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(names = "--dry-run", description = "Only say what would be removed.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(
      names = "--keep-history",
      description =
          "Keep documents that the journal of any run mentions: what comes back, such as from a"
              + " branch, need not be written again.")
  private boolean keepHistory;

  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  PruneCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    StateAddress address = common.stateOf(directory, console);
    if (dryRun) {
      try (State state = Runs.look(address, directory)) {
        tell(pruning(state));
        return ExitCode.DONE.number();
      }
    }
    try (Runs.Held held = Runs.takeUp(address, WaitingOptions.standardLeaseTerms(), directory)) {
      Pruning pruning = pruning(held.state());
      if (!pruning.isNothing()) {
        if (!yes) {
          Approval.ask(
              console,
              text(pruning),
              "what is pruned is gone for good, and there is no terminal to ask at\n"
                  + text(pruning)
                  + "  hint: --yes removes this");
        }
        held.state().housekeeping().remove(pruning.subjects(), pruning.documents());
      }
      tell(pruning);
      return ExitCode.DONE.number();
    }
  }

  private Pruning pruning(State state) throws Problem {
    Landscape landscape = Landscapes.readForWriting(directory, links, console, common.quiet);
    var assignments = state.documents().assignments();
    List<SubjectId> present = new ArrayList<>(landscape.subjects().keySet());
    present.addAll(Gone.unreadable(directory, landscape, assignments.keySet()));
    List<Holdings> runs = new ArrayList<>();
    for (String run : state.journal().runs()) {
      runs.add(Holdings.of(Runs.begun(state, run).state()));
    }
    return Pruning.of(
        new Pruning.Contents(state.documents().fingerprints(), assignments, runs),
        present,
        new Pruning.Terms(keepHistory, common.hasOwnState()));
  }

  private void tell(Pruning pruning) {
    if (common.json) {
      ObjectNode json =
          JsonMapper.shared()
              .createObjectNode()
              .put("directory", directory.toString())
              .put("dryRun", dryRun)
              .put("documents", pruning.documents().size());
      var subjects = json.putArray("subjects");
      pruning.subjects().forEach(subject -> subjects.add(subject.value()));
      var fingerprints = json.putArray("fingerprints");
      pruning.documents().forEach(document -> fingerprints.add(document.hex()));
      var kept = json.putArray("kept");
      pruning.kept().forEach(subject -> kept.add(subject.value()));
      console.out().println(json.toPrettyString());
      return;
    }
    console.out().print(text(pruning));
    console
        .out()
        .printf(
            "%s and %s %s%n",
            RunText.count(pruning.subjects().size(), "subject", "subjects"),
            RunText.count(pruning.documents().size(), "document", "documents"),
            dryRun ? "would be removed" : "removed");
  }

  private static String text(Pruning pruning) {
    StringBuilder text = new StringBuilder();
    pruning
        .subjects()
        .forEach(subject -> text.append("what %s had, which is gone%n".formatted(subject)));
    pruning.documents().forEach(document -> text.append("document %s%n".formatted(document)));
    if (!pruning.kept().isEmpty()) {
      text.append(
          "%s kept, which another landscape with this state may have, such as %s%n"
              .formatted(
                  RunText.count(pruning.kept().size(), "subject is", "subjects are"),
                  pruning.kept().getFirst()));
    }
    return text.toString();
  }
}
