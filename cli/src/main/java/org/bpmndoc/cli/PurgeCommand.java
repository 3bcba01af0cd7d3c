package org.bpmndoc.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState.BatchState;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.run.RunLog;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `bpmndoc purge`: deletes for good what is kept and no longer needed, here and on request at the
/// provider.
@Command(
    name = "purge",
    description =
        "Delete documents of subjects that are gone and journals of runs that ended long ago.")
final class PurgeCommand implements Callable<Integer> {

  private static final Duration AGE = Duration.ofDays(30);

  private final Console console;
  private final InstantSource clock = InstantSource.system();

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "The journal of this run that has ended, whenever that was, and no other.")
  private @Nullable String run;

  @Option(
      names = "--older-than",
      paramLabel = "720h",
      description = "Journals of runs that ended longer ago than this (default: 30 days).")
  private @Nullable Duration olderThan;

  @Option(
      names = "--remote",
      description = "Also batches that are still at the provider. Needs its key.")
  private boolean remote;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Mixin private PriceOptions prices = new PriceOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  PurgeCommand(Console console) {
    this.console = console;
  }

  /// A batch that the provider did not delete, and why.
  private record Kept(String batch, String reason) {}

  @Override
  public Integer call() throws Exception {
    Settings settings = common.settings(Optional.of(directory), console);
    StateAddress address = common.stateOf(directory, console);
    try (Runs.Held held = Runs.takeUp(address, WaitingOptions.standardLeaseTerms(), directory)) {
      State state = held.state();
      refuseUnfinished(state);
      Purge purge = purge(state);
      if (!yes) {
        Approval.ask(
            console,
            purge.toText(),
            "what is purged is gone for good, and there is no terminal to ask at\n"
                + purge.toText()
                + "  hint: --yes deletes this");
      }
      List<String> deleted = new ArrayList<>();
      List<Kept> kept = new ArrayList<>();
      Providers providers = new Providers(console, common, address, directory);
      for (Begun begun : purge.remote()) {
        Entry.RunStarted started = begun.state().started();
        providers.refuseUnusable(started.provider());
        Models models = Models.of(started, prices.read(), settings);
        try (Provider provider = providers.open(started.provider(), models)) {
          deleteRemote(state, begun, provider, deleted, kept);
        }
      }
      List<String> runs =
          purge.runs().stream()
              .filter(begun -> begun.state().batches(Phase.READ).isEmpty())
              .map(Begun::run)
              .toList();
      int documents = state.housekeeping().delete(runs, purge.subjects());
      tell(documents, runs, deleted, kept);
      return kept.isEmpty() ? ExitCode.DONE.number() : ExitCode.INCOMPLETE.number();
    }
  }

  private Purge purge(State state) throws Problem {
    Optional<Begun> named =
        run == null ? Optional.empty() : Optional.of(Runs.find(state, run, directory));
    if (named.isPresent() && named.get().over().isEmpty()) {
      throw new Problem(
          "run %s has not ended%n  hint: bpmndoc resume %s --run %s"
              .formatted(run, CommandWords.quoted(directory), run));
    }
    Landscape landscape = Landscapes.read(directory, links.existing());
    return Purge.of(
        directory,
        landscape,
        state,
        named,
        olderThan == null ? AGE : olderThan,
        remote,
        clock.instant());
  }

  /// What is under way is paid for, and its documents have no subject yet.
  private void refuseUnfinished(State state) throws Problem {
    for (String name : state.journal().runs()) {
      if (Runs.begun(state, name).hasRequestsUnderWay()) {
        throw new Problem(
            "run %s still has requests under way, and what comes of them is paid for%n  hint: bpmndoc resume %s --run %s"
                .formatted(name, CommandWords.quoted(directory), name));
      }
    }
  }

  /// Notes each deletion, and leaves the run as it stood.
  private void deleteRemote(
      State state, Begun begun, Provider provider, List<String> deleted, List<Kept> kept) {
    RunLog log = new RunLog(state.journal(), begun.run(), begun.state(), (_, _) -> {});
    Optional<Entry> last =
        begun.state().endedAt().<Entry>map(Entry.RunEnded::new).or(begun.state()::paused);
    for (BatchState batch : begun.state().batches(Phase.READ)) {
      String id = batch.providerId().orElseThrow();
      try {
        provider.batches().delete(id);
        Entry gone = new Entry.BatchDeleted(clock.instant(), batch.number());
        log.record(Stream.concat(Stream.of(gone), last.stream()).toArray(Entry[]::new));
        deleted.add(id);
      } catch (ProviderException e) {
        kept.add(new Kept(id, e.reason()));
      }
    }
  }

  private void tell(int documents, List<String> runs, List<String> deleted, List<Kept> kept) {
    if (common.json) {
      ObjectNode json = JsonMapper.shared().createObjectNode().put("documents", documents);
      runs.forEach(json.putArray("runs")::add);
      deleted.forEach(json.putArray("remoteDeleted")::add);
      ArrayNode failed = json.putArray("remoteFailed");
      kept.forEach(one -> failed.addObject().put("batch", one.batch).put("reason", one.reason));
      console.out().println(json.toPrettyString());
      return;
    }
    console
        .out()
        .printf(
            "%s, %s and %s deleted%n",
            RunText.count(documents, "document", "documents"),
            RunText.count(runs.size(), "journal", "journals"),
            RunText.count(deleted.size(), "batch at the provider", "batches at the provider"));
    kept.forEach(one ->
        console.out().printf("batch %s is still at the provider: %s%n", one.batch, one.reason));
  }
}
