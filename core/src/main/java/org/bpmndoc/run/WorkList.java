package org.bpmndoc.run;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.graph.ReadySets;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.Request;

/// What is left to write: brings each subject, once the last of its children is in its final state,
/// to its own, or to a request that has to be sent.
final class WorkList {

  private final Sight sight;
  private final Renderer renderer;
  private final DocumentStore documents;
  private final RunLog log;
  private final InstantSource clock;
  private final Predicate<SubjectId> force;

  private final ReadySets<SubjectId> readySets;
  private final Deque<SubjectId> ready = new ArrayDeque<>();
  private final Requests requests;
  private final Map<SubjectId, Assignment> documented = new HashMap<>();
  private Optional<Entry.Failed> lastFailure = Optional.empty();

  /// The assignments before: a document that is still right keeps the lineage it was written with,
  /// unless it is a hidden text that has changed.
  private final Map<SubjectId, Assignment> before;

  private final Keeping keeping;

  WorkList(
      Sight sight,
      Renderer renderer,
      DocumentStore documents,
      RunLog log,
      InstantSource clock,
      Routes routes,
      Predicate<SubjectId> force) {
    this.sight = sight;
    this.renderer = renderer;
    this.documents = documents;
    this.log = log;
    this.clock = clock;
    this.force = force;
    this.before = Map.copyOf(documents.assignments());
    this.keeping = new Keeping(renderer, documents::find, before);
    this.requests = new Requests(log.state(), routes);
    this.readySets = new ReadySets<>(sight.order());
    this.ready.addAll(readySets.leaves());
  }

  /// Renders whatever has become ready, until only requests are left to send or to wait for.
  void advance() {
    for (SubjectId subject = ready.poll(); subject != null; subject = ready.poll()) {
      bring(subject);
    }
  }

  private void bring(SubjectId subject) {
    Optional<Assignment> kept = sight.upToDate(subject);
    if (kept.isPresent()) {
      keep(subject, kept.get());
      return;
    }
    Optional<SubjectId> missing =
        sight.order().children(subject).stream()
            .filter(child -> !documented.containsKey(child))
            .findFirst();
    if (missing.isPresent() && !log.state().started().degrade()) {
      end(subject, new Entry.Blocked(clock.instant(), subject, missing.get()));
      return;
    }
    Rendering rendering = renderer.render(subject, sight.children(subject, this::finished));
    if (log.state().subjects().get(subject) instanceof SubjectState.Failed failed
        && !log.state().attempts().isOpen(rendering.fingerprint())) {
      end(subject, new Entry.Failed(clock.instant(), subject, failed.reason()));
    } else {
      want(subject, rendering);
    }
  }

  private void want(SubjectId subject, Rendering rendering) {
    Fingerprint fingerprint = rendering.fingerprint();
    Optional<Prepared> same = requests.find(fingerprint);
    if (same.isPresent()) {
      same.get().waiting().add(new Prepared.Waiting(subject, rendering.lineage()));
      return;
    }
    boolean written = log.state().attempts().isAccepted(fingerprint);
    if ((written || !force.test(subject)) && documents.find(fingerprint).isPresent()) {
      documented(subject, fingerprint, rendering.lineage(), written);
      return;
    }
    requests.add(Prepared.forSubject(subject, rendering, first(subject, rendering)));
  }

  /// What is written afresh on purpose keeps nothing.
  private Request first(SubjectId subject, Rendering rendering) {
    return force.test(subject) ? rendering.request() : keeping.request(subject, rendering);
  }

  private void keep(SubjectId subject, Assignment kept) {
    Fingerprint fingerprint = kept.fingerprint();
    documented(
        subject, fingerprint, kept.lineage(), log.state().attempts().isAccepted(fingerprint));
  }

  /// What there is of a subject that this run has brought to its end.
  private Child finished(SubjectId subject) {
    Assignment assignment = documented.get(subject);
    if (assignment == null) {
      return Child.Missing.UNWRITTEN;
    }
    Fingerprint fingerprint = assignment.fingerprint();
    Document document =
        documents
            .find(fingerprint)
            .map(assignment.lineage().pseudonyms()::restore)
            .orElseThrow(() ->
                new IllegalStateException(
                    "the document of " + subject + " is gone from the store: " + fingerprint));
    boolean written = log.state().attempts().isAccepted(fingerprint);
    return new Child.Written(document, written ? Lineage.Source.THIS_RUN : Lineage.Source.CURRENT);
  }

  /// What is to be sent, and what is under way.
  Requests requests() {
    return requests;
  }

  /// What failed last, since the run was taken up.
  Optional<Entry.Failed> lastFailure() {
    return lastFailure;
  }

  /// At the end of a run.
  void refuseToLeaveAnything() {
    Collection<Prepared> left = requests.all();
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          "%d requests are neither sent nor to be sent, such as one for %s; this is a bug in WorkList"
              .formatted(left.size(), left.iterator().next().subjects().getFirst()));
    }
  }

  /// The document is stored: everybody who waited for it has it.
  void accepted(Fingerprint fingerprint) {
    requests
        .remove(fingerprint)
        .ifPresent(work ->
            work.waiting()
                .forEach(one -> documented(one.subject(), fingerprint, one.lineage(), true)));
  }

  /// No document will come of this request, unless another attempt at it is under way.
  void failed(Fingerprint fingerprint, String reason) {
    if (!log.state().attempts().isOpen(fingerprint)) {
      requests
          .remove(fingerprint)
          .ifPresent(work ->
              work.subjects()
                  .forEach(
                      subject -> end(subject, new Entry.Failed(clock.instant(), subject, reason))));
    }
  }

  /// To be sent once more, unless another attempt at it is under way.
  void again(Fingerprint fingerprint) {
    requests.send(fingerprint);
  }

  private void documented(
      SubjectId subject, Fingerprint fingerprint, Lineage lineage, boolean written) {
    Assignment assignment =
        Optional.ofNullable(before.get(subject))
            .filter(kept -> !written && kept.fingerprint().equals(fingerprint))
            .filter(kept -> kept.lineage().pseudonyms().equals(lineage.pseudonyms()))
            .map(kept -> withSubject(subject, kept, lineage))
            .orElseGet(() -> assign(subject, new Assignment(fingerprint, lineage, log.run())));
    documented.put(subject, assignment);
    end(
        subject,
        new Entry.Documented(clock.instant(), subject, fingerprint, assignment.lineage(), written));
  }

  /// A lineage says what the aliases mean today, and one from before there were digests of the
  /// subjects themselves gets one.
  private Assignment withSubject(SubjectId subject, Assignment kept, Lineage now) {
    return kept.lineage().hasSubjectOf(now)
        ? kept
        : assign(
            subject,
            new Assignment(kept.fingerprint(), kept.lineage().withSubject(now), kept.run()));
  }

  private Assignment assign(SubjectId subject, Assignment assignment) {
    documents.assign(subject, assignment);
    return assignment;
  }

  private void end(SubjectId subject, Entry entry) {
    if (!alreadySaid(subject, entry)) {
      log.record(entry);
      if (entry instanceof Entry.Failed failed) {
        lastFailure = Optional.of(failed);
      }
    }
    ready.addAll(readySets.finish(subject));
  }

  /// A run that is taken up again comes to the same ends; they are not written down twice.
  private boolean alreadySaid(SubjectId subject, Entry entry) {
    SubjectState before = log.state().subjects().get(subject);
    return switch (entry) {
      case Entry.Documented now ->
          before instanceof SubjectState.Documented then
              && then.fingerprint().equals(now.fingerprint());
      case Entry.Failed now ->
          before instanceof SubjectState.Failed then && then.reason().equals(now.reason());
      case Entry.Blocked now ->
          before instanceof SubjectState.Blocked then && then.child().equals(now.child());
      default -> false;
    };
  }
}
