package org.bpmndoc.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.journal.Attempts;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState.BatchState;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.run.Staleness.Stale;

/// A run report in words.
final class RunText {

  private static final int PROBLEMS_SHOWN = 20;

  private RunText() {}

  /// `all` lists what is counted otherwise.
  static String of(RunReport report, boolean all) {
    StringBuilder text = new StringBuilder();
    var state = report.state();
    long still =
        report.subjects() - report.documented() - report.reused() - report.problems().size();
    text.append(
        "%s written, %,d still right%s%s%s%n"
            .formatted(
                count(report.documented(), "document", "documents"),
                report.reused(),
                report.degraded() == 0 ? "" : ", %,d with a gap".formatted(report.degraded()),
                report.problems().isEmpty()
                    ? ""
                    : ", %,d missing".formatted(report.problems().size()),
                still == 0 ? "" : ", %,d to come".formatted(still)));
    report
        .files()
        .filter(files -> files.malformed() > 0)
        .ifPresent(files ->
            text.append(
                "%s of %,d could not be read, and nothing in them is documented: bpmndoc landscape %s%n"
                    .formatted(
                        count(files.malformed(), "file", "files"),
                        files.candidates(),
                        folder(report))));
    text.append(
        "%s in %s (%s), %s; %s%n"
            .formatted(
                count(state.attempts().sent(Channel.BATCH), "request", "requests"),
                count(report.batchesCreated(), "batch", "batches"),
                count(report.waits(), "wait", "waits"),
                count(state.attempts().sent(Channel.DIRECT), "direct call", "direct calls"),
                seconds(report.duration())));
    text.append(money(report));
    text.append(expectations(report));
    report.problems().stream()
        .limit(PROBLEMS_SHOWN)
        .forEach(problem ->
            text.append(
                "%s %s: %s%n".formatted(problem.state(), problem.subject(), problem.reason())));
    if (report.problems().size() > PROBLEMS_SHOWN) {
      text.append("… and %d more%n".formatted(report.problems().size() - PROBLEMS_SHOWN));
    }
    report.stale().ifPresent(stale -> text.append(stale(report, stale, all)));
    for (BatchState batch : state.batches(Phase.OPEN)) {
      text.append(
          "batch %d (%s): %s, waited %s%n"
              .formatted(
                  batch.number(),
                  batch.providerId().orElse("?"),
                  count(batch.attempts().size(), "request", "requests"),
                  seconds(
                      Duration.between(
                          batch.createdAt().orElse(batch.intendedAt()), report.now()))));
    }
    if (!report.remote().isEmpty()) {
      text.append(
          "%s whose results are stored %s still at the provider: %s%n  hint: bpmndoc purge %s --remote deletes them%n"
              .formatted(
                  count(report.remote().size(), "batch", "batches"),
                  report.remote().size() == 1 ? "is" : "are",
                  String.join(", ", report.remote()),
                  folder(report)));
    }
    state.paused().ifPresent(paused -> text.append(paused(report, paused)));
    if (state.isCanceling()) {
      text.append(canceled(report));
    }
    if (!state.started().sample().isEmpty() && state.endedAt().isPresent()) {
      text.append(
          "this was a sample%n  hint: bpmndoc generate %s writes the rest, and keeps it%n"
              .formatted(folder(report)));
    }
    report.outputs().forEach(output -> text.append("%s%n".formatted(output.firstPage())));
    return text.toString();
  }

  /// What was expected beside what came, where anything was sent at all.
  private static String expectations(RunReport report) {
    Attempts attempts = report.state().attempts();
    if (attempts.sent(Channel.BATCH) + attempts.sent(Channel.DIRECT) == 0) {
      return "";
    }
    List<Expectation> expectations = Expectation.of(report.state());
    return report
            .state()
            .firstPlan()
            .map(plan -> Expectation.ofPlan(plan, report.state().started().strategy()))
            .orElse("")
        + (expectations.isEmpty() ? "" : Expectation.toText(expectations, !isOffline(report)));
  }

  private static boolean isOffline(RunReport report) {
    return report.state().started().provider().equals(Provider.OFFLINE);
  }

  private static String money(RunReport report) {
    if (isOffline(report)) {
      return "drafted by the offline writer, without an LLM: nothing was sent and nothing costs%n"
          .formatted();
    }
    return "%s spent, %s reserved; %s at standard rates; estimated %s%n"
        .formatted(
            report.state().attempts().spent().toText(),
            report.state().attempts().reserved().toText(),
            report.standardCost().toText(),
            report.state().firstPlan().map(plan -> plan.estimated().toText()).orElse("not at all"));
  }

  /// What is worth writing again, each with the children that have another document since.
  private static String stale(RunReport report, List<Stale> stale, boolean all) {
    if (stale.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(
            "%s worth writing again, since more is known of a child, or something else%n  hint: bpmndoc generate %s --refresh-stale%n"
                .formatted(count(stale.size(), "document is", "documents are"), folder(report)));
    if (all) {
      for (Stale one : stale) {
        text.append(
            "stale %s: %s%n"
                .formatted(
                    one.subject(),
                    one.children().stream().map(RunText::seen).collect(Collectors.joining(", "))));
      }
    }
    return text.toString();
  }

  private static String seen(Lineage.Seen seen) {
    return "%s seen as %s".formatted(seen.child(), seen.fidelity().name().toLowerCase(Locale.ROOT));
  }

  private static String canceled(RunReport report) {
    return report.state().canceledAt().isPresent()
        ? "canceled; what was finished is kept%n  hint: bpmndoc generate %s writes the rest%n"
            .formatted(folder(report))
        : "being canceled; what the provider has begun still comes and costs%n  hint: bpmndoc cancel %s takes it in%n"
            .formatted(folder(report));
  }

  private static String paused(RunReport report, Entry.RunPaused paused) {
    String batches =
        report.state().batches(Phase.OPEN).isEmpty()
            ? ""
            : "; batches go on at the provider meanwhile";
    String deleted =
        batches.isEmpty() || paused.pause() != Entry.Pause.UNREACHABLE
            ? ""
            : "%n  hint: if batches were deleted at the provider, --write-off gives them up"
                .formatted();
    return "paused (%s): %s%n  hint: bpmndoc resume %s%s goes on from here; nothing is lost%s%s%n"
        .formatted(
            paused.pause().name().toLowerCase(Locale.ROOT),
            paused.reason(),
            folder(report),
            paused.pause() == Entry.Pause.BUDGET ? " --budget USD" : "",
            batches,
            deleted);
  }

  private static String folder(RunReport report) {
    return CommandWords.quoted(report.directory());
  }

  static String count(long number, String one, String many) {
    return "%,d %s".formatted(number, number == 1 ? one : many);
  }

  static String seconds(Duration duration) {
    return duration.toMinutes() > 0
        ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
        : "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
