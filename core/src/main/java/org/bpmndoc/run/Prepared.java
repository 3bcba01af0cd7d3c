package org.bpmndoc.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.journal.Attempts;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.prompt.RequestPrefix;

/// One request that is needed, and everybody who waits for its answer: one subject, or several that
/// are clones of each other and differ in their lineage alone.
///
/// `first` is what is sent first: as it was rendered, or with an earlier document besides.
record Prepared(Rendering rendering, Request first, List<Waiting> waiting) {

  record Waiting(SubjectId subject, Lineage lineage) {}

  static Prepared forSubject(SubjectId subject, Rendering rendering, Request first) {
    List<Waiting> waiting = new ArrayList<>();
    waiting.add(new Waiting(subject, rendering.lineage()));
    return new Prepared(rendering, first, waiting);
  }

  /// By how much the longest answer grows once one was cut off.
  private static final int LONGER = 2;

  /// What is sent the next time: the same, with more room once an answer was cut off, and with what
  /// was wrong once one could not be used.
  Request request(Attempts before) {
    Request request = first;
    if (before.cutOff(fingerprint()) > 0) {
      request = request.withAnswerTokensMax(LONGER * request.answerTokensMax());
    }
    return before.rejection(fingerprint()).map(request::withRejection).orElse(request);
  }

  /// The tokens that its prompt has at most the next time.
  long promptTokensMax(Attempts before) {
    Request request = request(before);
    boolean asRendered = request.facts().equals(rendering.request().facts());
    return asRendered ? rendering.tokensMax() : request.tokensMax();
  }

  /// Whether it fits the window the next time, where the provider `counted` its prompt or nobody
  /// has yet.
  Fit fit(Attempts before, Optional<Long> counted) {
    return Fit.of(
        promptTokensMax(before),
        counted,
        request(before).answerTokensMax(),
        rendering.contextWindowTokens());
  }

  Fingerprint fingerprint() {
    return rendering.fingerprint();
  }

  /// The name of what it begins with.
  String prefix() {
    return RequestPrefix.name(rendering.contract().id(), rendering.request().model());
  }

  /// How many batches, one after another, are over before it can be sent.
  int waitsBefore(RunState state) {
    int before = state.attempts().waits(fingerprint());
    for (Waiting one : waiting) {
      before = Math.max(before, state.waits(one.lineage()));
    }
    return before;
  }

  /// The next attempt at this request in a run, with what it may cost at most, and how many waits
  /// are over once it is answered.
  Entry.Attempt nextAttempt(RunLog log, Usd reserved, int waits) {
    int number = log.state().attempts().nextNumber(fingerprint());
    return new Entry.Attempt(
        CustomId.of(log.run(), fingerprint(), number),
        fingerprint(),
        rendering.contract().id(),
        rendering.aliases().elementIds().size(),
        subjects(),
        reserved,
        waits);
  }

  List<SubjectId> subjects() {
    return waiting.stream().map(Waiting::subject).toList();
  }
}
