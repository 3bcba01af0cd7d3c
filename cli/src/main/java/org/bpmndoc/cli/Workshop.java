package org.bpmndoc.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.ByKind;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.document.Profile;
import org.bpmndoc.document.check.AnswerCheck;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Experience;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.plan.ChildrenSeen;
import org.bpmndoc.plan.Strategy;
import org.bpmndoc.prompt.SentFacts;
import org.bpmndoc.run.Answers;
import org.bpmndoc.run.RunLog;
import org.bpmndoc.run.RunSettings;
import org.bpmndoc.run.Scheduler;
import org.bpmndoc.run.Staleness;
import org.bpmndoc.run.VirtualThreadCalls;
import org.bpmndoc.site.SiteException;
import org.bpmndoc.site.SiteSummary;
import org.bpmndoc.store.sql.State;

/// Where a run is worked on: the landscape and what people wrote about it, the state and the models
/// on the bench, the scheduler let loose, the pages.
record Workshop(
    Path directory,
    List<Output> outputs,
    Landscape landscape,
    Overrides overrides,
    Settings settings,
    State state,
    Models models,
    InstantSource clock) {

  private static final int DIRECT_CALLS_AT_ONCE = 8;

  /// What there is to do, for what a run was asked for. `refreshStale` also writes again what is
  /// worth it where the run would not by itself, and `before` is what a run that is taken up was
  /// begun with.
  Prospect prospect(
      Entry.RunStarted asked, boolean refreshStale, Optional<Entry.ChildrenFixed> before) {
    ByKind<Experience> seen = Experience.of(state.journal(), asked.provider(), models.writers());
    ChildrenSeen sees = Strategy.parse(asked.strategy()).sees();
    return sees.waits()
        ? Prospect.of(
            landscape,
            overrides,
            models,
            seen,
            Before.of(state.documents()),
            asked.limitedTo(),
            asked::writesAgain)
        : Prospect.ofStored(
            landscape,
            overrides,
            models,
            seen,
            state.documents(),
            asked,
            sees,
            refreshStale,
            before);
  }

  /// Works on a run until it has ended, has paused, or has only batches to wait for.
  void work(RunLog log, Prospect prospect, Provider provider, RunSettings settings) {
    try (VirtualThreadCalls calls =
        new VirtualThreadCalls(provider.direct(), DIRECT_CALLS_AT_ONCE, clock)) {
      Scheduler.Ports ports =
          new Scheduler.Ports(
              provider.batches(),
              calls,
              provider.counts(),
              state.documents(),
              prospect.renderer(),
              answers(models.profile()),
              provider.tariff(),
              prospect.outlook(),
              clock);
      RunState _ = new Scheduler(prospect.sight(), ports, log, settings).run();
    }
  }

  /// Writes the pages for what is stored now.
  void publish(RunState run) throws SiteException {
    List<SiteSummary> _ =
        Publishing.write(
            Publishing.input(landscape, overrides, settings, state, models, run), outputs);
  }

  /// What is worth writing again is told once a run is over, and not while much of it is to come.
  RunReport report(RunLog log, List<Output> pages) {
    return new RunReport(
        directory,
        log.run(),
        log.state(),
        Optional.of(landscape.files().plus(landscape.decisionFiles())),
        log.state()
            .endedAt()
            .map(_ ->
                Staleness.of(
                    landscape.subjects().keySet(),
                    state.documents(),
                    models.profile().children(),
                    overrides)),
        pages,
        Optional.empty(),
        Optional.empty(),
        clock.instant());
  }

  private static Answers answers(Profile profile) {
    AnswerCheck check = new AnswerCheck(profile.contracts());
    Map<ContractId, Contract> contracts =
        profile.contracts().stream().collect(Collectors.toMap(Contract::id, Function.identity()));
    return (attempt, asked, text) ->
        Optional.ofNullable(contracts.get(attempt.contract()))
            .map(contract -> check.check(contract, text, asked.map(SentFacts::of)))
            .orElseGet(() ->
                new Checked.Rejected(
                    List.of("the profile in use has no contract " + attempt.contract())));
  }
}
