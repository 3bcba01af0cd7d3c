package org.bpmndoc.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Lineage.Source;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.FixedDocument;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Child;
import org.jspecify.annotations.Nullable;

/// A parent waits for nobody and sees what was stored of its children when the run began, be it
/// still right or not, and an outline where nothing was. What the run writes meanwhile changes
/// nothing of that: else a run that is taken up again would send other requests, and pay twice.
public final class FixedChildren implements Sight {

  private final Standing standing;
  private final DocumentStore documents;
  private final DependencyGraph<SubjectId> order;
  private final Map<SubjectId, Assignment> upToDate;
  private final Entry.ChildrenFixed fixed;
  private final Entry.ChildrenFixed toFix;

  private FixedChildren(
      Standing standing,
      DocumentStore documents,
      Map<SubjectId, Assignment> upToDate,
      Entry.ChildrenFixed fixed,
      Entry.ChildrenFixed toFix) {
    this.standing = standing;
    this.documents = documents;
    this.order = DependencyGraph.of(standing.graph().nodes(), _ -> List.of());
    this.upToDate = upToDate;
    this.fixed = fixed;
    this.toFix = toFix;
  }

  /// `standing` is how things stand with nothing forced; `before` is what the journal of a run that
  /// is taken up says already. Subjects of `force` are written again, and those in `refreshed`
  /// where it says nothing yet.
  public static FixedChildren of(
      Standing standing,
      DocumentStore documents,
      Predicate<SubjectId> force,
      Set<SubjectId> refreshed,
      Optional<Entry.ChildrenFixed> before) {
    List<SubjectId> subjects = standing.graph().nodes();
    Entry.ChildrenFixed then =
        before
            .map(fixed -> fixed.without(child -> isGone(fixed.documents().get(child), documents)))
            .orElseGet(() -> new Entry.ChildrenFixed(Instant.EPOCH, Map.of(), Set.of(), refreshed));
    Map<SubjectId, Assignment> assignments = documents.assignments();
    Map<SubjectId, Assignment> upToDate = new LinkedHashMap<>();
    Set<SubjectId> shown = new LinkedHashSet<>();
    for (SubjectId subject : subjects) {
      Optional<Assignment> own =
          Optional.ofNullable(assignments.get(subject))
              .filter(_ -> !then.refreshed().contains(subject));
      Optional<Assignment> kept =
          force.test(subject) ? Optional.empty() : standing.upToDate(subject, own);
      kept.ifPresentOrElse(
          document -> upToDate.put(subject, document),
          () -> shown.addAll(standing.graph().children(subject)));
    }
    shown.removeIf(then::tellsOf);
    Map<SubjectId, FixedDocument> stored = new LinkedHashMap<>();
    for (SubjectId child : shown) {
      stored(child, standing, documents, assignments)
          .map(document -> force.test(child) ? withContent(document, documents) : document)
          .ifPresent(document -> stored.put(child, document));
    }
    shown.removeAll(stored.keySet());
    Entry.ChildrenFixed now =
        new Entry.ChildrenFixed(Instant.EPOCH, stored, shown, then.refreshed());
    return new FixedChildren(standing, documents, upToDate, then.plus(now), now);
  }

  /// Purged, after a run that had ended and is gone on with all the same.
  private static boolean isGone(@Nullable FixedDocument document, DocumentStore documents) {
    return document != null && documents.find(document.fingerprint()).isEmpty();
  }

  private static Optional<FixedDocument> stored(
      SubjectId child,
      Standing standing,
      DocumentStore documents,
      Map<SubjectId, Assignment> assignments) {
    return standing
        .assignment(child)
        .map(right -> fixed(right, Source.CURRENT))
        .or(() ->
            Optional.ofNullable(assignments.get(child))
                .filter(old -> documents.find(old.fingerprint()).isPresent())
                .map(old -> fixed(old, Source.STALE)));
  }

  private static FixedDocument fixed(Assignment assignment, Source source) {
    return new FixedDocument(
        assignment.fingerprint(), source, assignment.lineage().pseudonyms(), Optional.empty());
  }

  private static FixedDocument withContent(FixedDocument document, DocumentStore documents) {
    return new FixedDocument(
        document.fingerprint(),
        document.source(),
        document.pseudonyms(),
        documents.find(document.fingerprint()).map(Document::content));
  }

  @Override
  public DependencyGraph<SubjectId> order() {
    return order;
  }

  @Override
  public Map<SubjectId, Child> children(SubjectId subject, Function<SubjectId, Child> finished) {
    Map<SubjectId, Child> children = new LinkedHashMap<>();
    standing.graph().children(subject).forEach(child -> children.put(child, child(child)));
    return children;
  }

  private Child child(SubjectId child) {
    FixedDocument document = fixed.documents().get(child);
    if (document != null) {
      return new Child.Written(document(child, document), document.source());
    }
    if (!fixed.outlined().contains(child)) {
      throw new IllegalStateException(
          "nobody said what is shown of " + child + "; this is a bug in FixedChildren");
    }
    return new Child.Outlined();
  }

  private Document document(SubjectId child, FixedDocument wanted) {
    Document stored =
        documents
            .find(wanted.fingerprint())
            .orElseThrow(() ->
                new IllegalStateException(
                    "the document of "
                        + child
                        + " that this run began with is gone from the store: "
                        + wanted.fingerprint()));
    Document then =
        wanted
            .content()
            .map(content ->
                new Document(
                    stored.fingerprint(),
                    stored.contract(),
                    content,
                    stored.findings(),
                    stored.origin()))
            .orElse(stored);
    return wanted.pseudonyms().restore(then);
  }

  @Override
  public Optional<Assignment> upToDate(SubjectId subject) {
    return Optional.ofNullable(upToDate.get(subject));
  }

  /// Whether a subject is to be written.
  public boolean isPending(SubjectId subject) {
    return !upToDate.containsKey(subject);
  }

  /// Whether parents are shown a document of it.
  public boolean isStored(SubjectId child) {
    return fixed.documents().containsKey(child);
  }

  @Override
  public Optional<Entry.ChildrenFixed> toFix(Instant now) {
    return toFix.documents().isEmpty() && toFix.outlined().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Entry.ChildrenFixed(now, toFix.documents(), toFix.outlined(), toFix.refreshed()));
  }
}
