package org.bpmndoc.run;

import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.journal.Attempts;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.Request;

/// One request that is needed, and everybody who waits for its answer: one subject, or several that
/// are clones of each other and differ in their lineage alone.
record Prepared(Rendering.Ready rendering, List<Waiting> waiting) {

  record Waiting(SubjectId subject, Lineage lineage) {}

  static Prepared forSubject(SubjectId subject, Rendering.Ready rendering) {
    List<Waiting> waiting = new ArrayList<>();
    waiting.add(new Waiting(subject, rendering.lineage()));
    return new Prepared(rendering, waiting);
  }

  /// By how much the longest answer grows once one was cut off.
  private static final int LONGER = 2;

  /// What is sent the next time: as it was rendered, with more room once an answer was cut off, and
  /// with what was wrong once one could not be used.
  Request request(Attempts before) {
    Request request = rendering.request();
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

  Fingerprint fingerprint() {
    return rendering.fingerprint();
  }

  /// The next attempt at this request in a run, with what it may cost at most.
  Entry.Attempt nextAttempt(RunLog log, Usd reserved) {
    int number = log.state().attempts().nextNumber(fingerprint());
    return new Entry.Attempt(
        CustomId.of(log.run(), fingerprint(), number),
        fingerprint(),
        rendering.contract().id(),
        rendering.aliases().elementIds().size(),
        subjects(),
        reserved);
  }

  List<SubjectId> subjects() {
    return waiting.stream().map(Waiting::subject).toList();
  }
}
