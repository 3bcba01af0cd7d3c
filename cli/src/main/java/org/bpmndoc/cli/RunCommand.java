package org.bpmndoc.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.cli.config.Notify;
import org.bpmndoc.document.Profile;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Limits;
import org.bpmndoc.plan.Plan;
import org.bpmndoc.plan.Strategy;
import org.bpmndoc.run.RunLog;
import org.bpmndoc.site.SiteException;

/// Works on a run, begun or taken up, and says what it came to.
record RunCommand(
    Console console,
    CommonOptions common,
    WaitingOptions waiting,
    Providers providers,
    Optional<Notify> told) {

  /// What a run came to, and why there are no pages where they could not be written.
  record Worked(RunReport report, Optional<SiteException> noPages) {

    ExitCode exitCode() {
      return noPages.isPresent() ? ExitCode.PAUSED : report.exitCode();
    }

    Worked with(SampleResult sample) {
      return new Worked(report.with(sample), noPages);
    }
  }

  /// Begins a run with a plan that was approved, under a fresh name. `limits` are those that the
  /// run has to keep, and it is never to wait more often than `waitsMax`. Tells nobody yet.
  Worked begin(
      Workshop workshop,
      Entry.RunStarted asked,
      List<Entry> limits,
      Prospect prospect,
      Plan<SubjectId> plan,
      Optional<Integer> waitsMax)
      throws Exception {
    String run = RunNames.fresh(workshop.clock().instant(), new SecureRandom());
    try (Progress progress = progress(workshop, prospect)) {
      RunLog log =
          new RunLog(workshop.state().journal(), run, RunState.of(List.of()), progress::saw);
      List<Entry> beginning = new ArrayList<>(limits);
      beginning.addFirst(asked);
      beginning.addLast(planned(workshop, prospect, plan).withWaitsMax(waitsMax));
      prospect.sight().toFix(workshop.clock().instant()).ifPresent(beginning::addLast);
      log.record(beginning.toArray(Entry[]::new));
      return work(workshop, log, prospect, progress);
    }
  }

  /// Takes a run up where it stopped, with what a person wants of it from here on. The plan is
  /// kept, unless there is something to write that is not in it.
  int takeUp(Workshop workshop, Begun begun, List<Entry> wishes) throws Exception {
    Entry.RunStarted asked = begun.state().started();
    Prospect prospect = workshop.prospect(asked, false, begun.state().childrenFixed());
    try (Progress progress = progress(workshop, prospect)) {
      RunLog log =
          new RunLog(workshop.state().journal(), begun.run(), begun.state(), progress::saw);
      wishes.forEach(log::record);
      if (!log.state().planned().map(prospect::isCoveredBy).orElse(false)) {
        Plan<SubjectId> plan =
            prospect.planner().plan(Strategy.parse(asked.strategy()), limits(log.state()));
        log.record(planned(workshop, prospect, plan).withWaitsMax(limits(log.state()).waitsMax()));
      }
      prospect.sight().toFix(workshop.clock().instant()).ifPresent(log::record);
      return tell(work(workshop, log, prospect, progress));
    }
  }

  /// What a run that is taken up has to keep from here on.
  private Limits limits(RunState state) {
    Instant now = Instant.now();
    return new Limits(
        state
            .deadline()
            .map(deadline -> Duration.between(now, deadline))
            .filter(Duration::isPositive),
        state.budget().map(budget -> budget.minus(state.attempts().spent())),
        state.firstPlan().flatMap(Entry.Planned::waitsMax));
  }

  private Progress progress(Workshop workshop, Prospect prospect) {
    return Progress.of(console, common, workshop.clock(), prospect.planner().latency());
  }

  private static Entry.Planned planned(Workshop workshop, Prospect prospect, Plan<SubjectId> plan) {
    Landscape landscape = workshop.landscape();
    Profile profile = workshop.models().profile();
    return Entry.Planned.of(
        workshop.clock().instant(),
        plan,
        prospect.planner(),
        subject -> profile.contractFor(landscape.subject(subject)).id());
  }

  private Worked work(Workshop workshop, RunLog log, Prospect prospect, Progress progress)
      throws Exception {
    Entry.RunStarted asked = log.state().started();
    try (Interruption _ = Interruption.watch();
        Provider provider = providers.open(asked.provider(), workshop.models())) {
      log.record(
          new Entry.Connected(
              workshop.clock().instant(),
              provider.server(),
              !workshop.models().redaction().isNone()));
      workshop.work(
          log,
          prospect,
          provider,
          waiting
              .settings(
                  asked.provider().equals(Provider.OFFLINE),
                  log.state().budget(),
                  asked::writesAgain)
              .withBarrier(Strategy.parse(asked.strategy()).hasBarrier()));
      progress.close();
      return publish(workshop, log);
    }
  }

  /// Writes the pages, unless a signal came: the process is to end then. Where they cannot be
  /// written the run is reported all the same, since it was paid for.
  private static Worked publish(Workshop workshop, RunLog log) {
    if (Interruption.came()) {
      return new Worked(workshop.report(log, List.of()), Optional.empty());
    }
    try {
      workshop.publish(log.state());
    } catch (SiteException e) {
      return new Worked(workshop.report(log, List.of()), Optional.of(e));
    }
    return new Worked(workshop.report(log, workshop.outputs()), Optional.empty());
  }

  /// Says what a run came to, to whoever is to know. Returns the exit code.
  int tell(Worked worked) {
    RunReport report = worked.report();
    report.printTo(console, common);
    if (!Interruption.came()) {
      told.ifPresent(whom -> new Notice(whom, console).tell(report));
    }
    worked.noPages().ifPresent(why -> console.err().println("bpmndoc: " + Failures.explain(why)));
    return worked.exitCode().number();
  }
}
