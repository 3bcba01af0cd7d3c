package org.bpmndoc.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Finding;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.DurationText;
import org.bpmndoc.plan.Plan;
import org.bpmndoc.plan.Sample;

/// A sample in words, before it is written and after.
record SampleText(Workshop workshop, boolean offline) {

  /// What is to be written, and what that is expected to cost.
  String before(Sample<SubjectId> sample, Plan<SubjectId> plan) {
    StringBuilder text = new StringBuilder();
    text.append(
        "a sample first: %s%s, everything direct%s%n"
            .formatted(
                RunText.count(sample.leaves().size(), "leaf", "leaves"),
                sample.parent().isPresent() ? " and a parent" : "",
                offline ? "" : ": without a wait, and at full price"));
    if (sample.isLarger()) {
      text.append(
          "  more than the %d that were asked for: no parent waits for fewer%n"
              .formatted(sample.leavesAsked()));
    }
    sample.nodes().forEach(subject -> text.append("  %s%n".formatted(title(subject))));
    if (!offline) {
      text.append(
          "expected: %s; half of such runs end within %s, 95 in 100 within %s%n"
              .formatted(
                  plan.cost().toText(), DurationText.of(plan.p50()), DurationText.of(plan.p95())));
    }
    return text.toString();
  }

  /// What came of it: each document as it may be judged at a glance, where the pages are, the bill,
  /// and what the rest is expected to come to.
  String after(Sample<SubjectId> sample, RunReport report, SampleResult result) {
    StringBuilder text = new StringBuilder(System.lineSeparator());
    Map<SubjectId, SubjectState> states = report.state().subjects();
    for (SubjectId subject : sample.nodes()) {
      text.append("%s%n".formatted(title(subject)));
      text.append(
          switch (states.get(subject)) {
            case SubjectState.Documented documented -> document(documented);
            case SubjectState.Failed failed -> "  failed: %s%n".formatted(plain(failed.reason()));
            case SubjectState.Blocked blocked ->
                "  blocked: no document of %s%n".formatted(blocked.child());
            case null -> "  not written%n".formatted();
          });
    }
    report
        .outputs()
        .forEach(output -> text.append("the pages: %s%n".formatted(output.firstPage())));
    text.append(bill(report, result));
    return text.append(rest(result)).toString();
  }

  private String title(SubjectId id) {
    Subject subject = workshop.landscape().subject(id);
    return "%s \"%s\" (%s)"
        .formatted(
            workshop.models().profile().contractFor(subject).title(),
            plain(subject.element().label()),
            plain(id.value()));
  }

  private String document(SubjectState.Documented documented) {
    Optional<Document> stored =
        workshop
            .state()
            .documents()
            .find(documented.fingerprint())
            .map(documented.lineage().pseudonyms()::restore);
    if (stored.isEmpty()) {
      return "  not stored any more%n".formatted();
    }
    StringBuilder text = new StringBuilder("  %s%n".formatted(plain(stored.get().summary())));
    for (Finding finding : stored.get().findings()) {
      text.append(
          "  %s (%s)%s: %s%n"
              .formatted(
                  finding.grade().name().toLowerCase(Locale.ROOT),
                  finding.code(),
                  finding.field().isEmpty() ? "" : " " + plain(finding.field()),
                  plain(finding.message())));
    }
    return text.toString();
  }

  private String bill(RunReport report, SampleResult result) {
    return "the sample: %s in %s%s%n"
        .formatted(
            RunText.count(report.documented() + report.reused(), "document", "documents"),
            RunText.seconds(result.duration()),
            offline
                ? ", which cost nothing"
                : " for %s; expected: %s"
                    .formatted(
                        result.cost().toText(),
                        report
                            .state()
                            .firstPlan()
                            .map(plan -> plan.estimated().toText())
                            .orElse("nothing")));
  }

  private String rest(SampleResult result) {
    return "the rest: %s, %s%n  as planned before the sample: %s%n  by what the sample shows:     %s%n"
        .formatted(
            RunText.count(result.now().channels().size(), "document", "documents"),
            result.now().strategy(),
            expected(result.before()),
            expected(result.now()));
  }

  private String expected(Plan<SubjectId> plan) {
    return "%s%s; half of such runs end within %s, 95 in 100 within %s"
        .formatted(
            offline ? "" : plan.cost().toText() + ", ",
            RunText.count(plan.waits(), "wait", "waits"),
            DurationText.of(plan.p50()),
            DurationText.of(plan.p95()));
  }

  /// On one line, and without what a terminal would take for an order.
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(codePoint -> Character.isISOControl(codePoint) ? ' ' : codePoint)
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }
}
