package org.bpmndoc.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Limits;
import org.bpmndoc.plan.Plan;
import org.bpmndoc.plan.Sample;
import org.bpmndoc.plan.Strategy;
import org.bpmndoc.plan.Usd;

/// A run that a sample goes ahead of: a few subjects are written now, by a run of their own, and
/// shown with what the rest is expected to cost by what they have cost. Then the rest is written
/// with the plan that was asked for, or not. It keeps what the sample wrote, and shares its budget.
///
/// `words` are the command line, to say how to go on.
record SampledRun(
    RunCommand command,
    Workshop workshop,
    LimitOptions limits,
    Entry.RunStarted asked,
    boolean refreshStale,
    CommandWords words) {

  /// Works on both as far as is wanted. Returns the exit code.
  int generate(Proposal whole, int leaves) throws Exception {
    Sample<SubjectId> sample = choose(whole, leaves);
    if (sample.isEmpty()) {
      say("nothing is left to write, so there is no sample%n".formatted());
      return command.tell(
          command.begin(
              workshop,
              asked,
              limits.toBeDone(workshop.clock().instant()),
              whole.prospect(),
              whole.plan(),
              limits.waitsMax()));
    }
    RunCommand.Worked worked = write(sample);
    if (hasStopped(worked)) {
      return command.tell(worked);
    }
    Entry.RunStarted rest = asked.begun(workshop.clock().instant(), left(worked.report()));
    Proposal now =
        Proposal.of(
            workshop.prospect(rest, refreshStale, Optional.empty()),
            workshop.models(),
            within(rest.budget()),
            strategy());
    SampleResult result = result(sample, worked.report(), whole, now);
    String shown = text().after(sample, worked.report(), result);
    return now.sends() && !wanted(worked, shown, now)
        ? stop(worked.with(result), rest, now)
        : command.tell(goOn(rest, now).with(result));
  }

  /// The strategies that wait for nobody leave alone what others would write again, so a sample is
  /// chosen from what it would write itself.
  private Sample<SubjectId> choose(Proposal whole, int leaves) {
    Prospect prospect =
        strategy().sees().waits()
            ? whole.prospect()
            : workshop.prospect(asked.by(Strategy.DIRECT), false, Optional.empty());
    Landscape landscape = workshop.landscape();
    return Sample.of(
        prospect.graph(), prospect.pending(), id -> kind(landscape.subject(id)), leaves);
  }

  private Object kind(Subject subject) {
    Object contract = workshop.models().profile().contractFor(subject).id();
    return subject instanceof Subject.TaskSubject task
        ? List.of(contract, task.node().kind())
        : List.of(contract, subject.getClass());
  }

  private RunCommand.Worked write(Sample<SubjectId> sample) throws Exception {
    Entry.RunStarted ofSample = asked.by(Strategy.DIRECT).ofSample(Set.copyOf(sample.nodes()));
    Prospect prospect = workshop.prospect(ofSample, false, Optional.empty());
    Plan<SubjectId> plan = prospect.planner().plan(Strategy.DIRECT, Limits.NONE);
    String planned = text().before(sample, plan);
    if (!isOffline() && limits.haveToAsk(command.console())) {
      limits.approve(command.console(), planned);
    } else {
      say(planned);
    }
    return command.begin(
        workshop,
        ofSample.begun(workshop.clock().instant(), asked.budget()),
        List.of(),
        prospect,
        plan,
        Optional.empty());
  }

  /// Whether it is to be taken up again, or its pages cannot be written.
  private static boolean hasStopped(RunCommand.Worked worked) {
    return Interruption.came()
        || switch (worked.exitCode()) {
          case DONE, INCOMPLETE -> false;
          case UNUSABLE, PAUSED, RUNNING, INTERRUPTED -> true;
        };
  }

  private Optional<Usd> left(RunReport report) {
    Usd spent = report.state().attempts().spent();
    return asked.budget().map(budget -> budget.isMoreThan(spent) ? budget.minus(spent) : Usd.ZERO);
  }

  private Limits within(Optional<Usd> budget) {
    Limits all = limits.limits();
    return new Limits(all.deadline(), budget, all.waitsMax());
  }

  private SampleResult result(
      Sample<SubjectId> sample, RunReport report, Proposal whole, Proposal now) {
    return new SampleResult(
        sample.nodes(),
        report.state().attempts().spent(),
        report.duration(),
        whole.prospect().planner().among(now.prospect().pending()).plan(strategy(), now.limits()),
        now.plan());
  }

  /// Whether the rest is to be written, by the command line or by a person who has seen the sample.
  private boolean wanted(RunCommand.Worked worked, String shown, Proposal now) throws Problem {
    boolean asking =
        !limits.yes()
            && command.console().terminal()
            && worked.exitCode() == ExitCode.DONE
            && now.broken().isEmpty();
    if (asking) {
      return Approval.isGiven(command.console(), shown);
    }
    say(shown);
    return limits.yes() && now.broken().isEmpty();
  }

  private int stop(RunCommand.Worked worked, Entry.RunStarted rest, Proposal now) {
    boolean failed = worked.exitCode() == ExitCode.INCOMPLETE;
    String why =
        failed
            ? "not all of the sample could be written"
            : now.broken()
                .map(broken ->
                    "by what the sample shows, %s: %s".formatted(broken, now.report().nearest()))
                .orElse("the sample is written");
    command
        .console()
        .err()
        .printf(
            "%s; nothing else was sent%n  hint: %s writes the rest, and keeps the sample%n",
            why, words.withoutSample(rest.budget(), !isOffline() && !command.console().terminal()));
    int exitCode = command.tell(worked);
    // Somebody wanted all of it, and did not get it.
    return limits.yes() && !failed ? ExitCode.PAUSED.number() : exitCode;
  }

  private RunCommand.Worked goOn(Entry.RunStarted rest, Proposal now) throws Exception {
    return command.begin(
        workshop,
        rest.begun(workshop.clock().instant(), rest.budget()),
        limits.toBeDone(workshop.clock().instant()),
        now.prospect(),
        now.plan(),
        limits.waitsMax());
  }

  private Strategy strategy() {
    return Strategy.parse(asked.strategy());
  }

  private SampleText text() {
    return new SampleText(workshop, isOffline());
  }

  private boolean isOffline() {
    return asked.provider().equals(Provider.OFFLINE);
  }

  private void say(String text) {
    if (!command.common().quiet) {
      command.console().err().print(text);
    }
  }
}
