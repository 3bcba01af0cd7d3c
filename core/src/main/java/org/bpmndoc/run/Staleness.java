package org.bpmndoc.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bpmndoc.document.ChildLimits;
import org.bpmndoc.document.ChildView;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Child;

/// Finds documents that are worth writing again, since more is known of a child, or something else,
/// than their writer saw. Goes by lineages and what is stored, and renders nothing.
public final class Staleness {

  /// One such document, and the children as it was written from them.
  public record Stale(SubjectId subject, List<Lineage.Seen> children) {
    public Stale {
      children = List.copyOf(children);
    }
  }

  /// What a parent would be shown of a document, as digests.
  private record Views(String full, String summary) {}

  private final Set<SubjectId> subjects;
  private final DocumentStore documents;
  private final ChildLimits limits;
  private final Overrides overrides;
  private final Map<SubjectId, Assignment> assignments;
  private final Map<SubjectId, Optional<Views>> views = new HashMap<>();

  private Staleness(
      Collection<SubjectId> subjects,
      DocumentStore documents,
      ChildLimits limits,
      Overrides overrides) {
    this.subjects = new LinkedHashSet<>(subjects);
    this.documents = documents;
    this.limits = limits;
    this.overrides = overrides;
    this.assignments = documents.assignments();
  }

  /// Those of these subjects, in their order, where parents are shown that much of their children.
  public static List<Stale> of(
      Collection<SubjectId> subjects,
      DocumentStore documents,
      ChildLimits limits,
      Overrides overrides) {
    return new Staleness(subjects, documents, limits, overrides).all();
  }

  /// The same without what was seen.
  public static Set<SubjectId> subjects(
      Collection<SubjectId> subjects,
      DocumentStore documents,
      ChildLimits limits,
      Overrides overrides) {
    return of(subjects, documents, limits, overrides).stream()
        .map(Stale::subject)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<Stale> all() {
    List<Stale> all = new ArrayList<>();
    for (SubjectId subject : subjects) {
      List<Lineage.Seen> children =
          Optional.ofNullable(assignments.get(subject)).stream()
              .flatMap(assignment -> assignment.lineage().children().stream())
              .filter(seen -> subjects.contains(seen.child()))
              .filter(this::isBehind)
              .toList();
      if (!children.isEmpty()) {
        all.add(new Stale(subject, children));
      }
    }
    return all;
  }

  /// Whether a document of the child is there, and is not what was seen of it.
  private boolean isBehind(Lineage.Seen seen) {
    return views
        .computeIfAbsent(seen.child(), this::views)
        .filter(now ->
            switch (seen.fidelity()) {
              case FULL -> !seen.digest().equals(now.full());
              case SUMMARY ->
                  seen.note().equals(ChildView.BY_CHOICE) || !seen.digest().equals(now.summary());
              case OUTLINE -> true;
              case MISSING -> seen.note().equals(Child.Missing.UNWRITTEN.reason());
            })
        .isPresent();
  }

  private Optional<Views> views(SubjectId child) {
    return Optional.ofNullable(assignments.get(child))
        .flatMap(assignment ->
            documents
                .find(assignment.fingerprint())
                .map(assignment.lineage().pseudonyms()::restore))
        .map(document -> overrides.applyTo(child, document.content()))
        .map(content ->
            new Views(
                ChildView.full(content, limits).digest(), ChildView.summary(content).digest()));
  }
}
