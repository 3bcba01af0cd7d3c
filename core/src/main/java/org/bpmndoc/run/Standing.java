package org.bpmndoc.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.prompt.Rendering;

/// How things stand before a run: the subjects whose stored document is still right, and those
/// whose request can be told already because all they wait for is documented. What is above those
/// cannot be told yet. Reads, and changes nothing.
public final class Standing {

  private final DependencyGraph<SubjectId> graph;
  private final Renderer renderer;
  private final Function<Fingerprint, Optional<Document>> documents;
  private final Map<SubjectId, Fingerprint> current = new LinkedHashMap<>();
  private final Map<SubjectId, Lineage> lineages = new HashMap<>();
  private final List<SubjectId> next = new ArrayList<>();
  private final List<SubjectId> doubtful = new ArrayList<>();

  private Standing(
      DependencyGraph<SubjectId> graph,
      Renderer renderer,
      Function<Fingerprint, Optional<Document>> documents) {
    this.graph = graph;
    this.renderer = renderer;
    this.documents = documents;
  }

  /// Renders from the leaves up for as long as the documents are there. `force` are the subjects to
  /// be written again all the same.
  public static Standing of(
      DependencyGraph<SubjectId> graph,
      Renderer renderer,
      Function<Fingerprint, Optional<Document>> documents,
      Predicate<SubjectId> force) {
    Standing standing = new Standing(graph, renderer, documents);
    for (SubjectId subject : graph.childrenFirst()) {
      if (standing.current.keySet().containsAll(graph.children(subject))) {
        standing.place(subject, force.test(subject));
      }
    }
    return standing;
  }

  private void place(SubjectId subject, boolean again) {
    Rendering now = render(subject);
    if (!again && documents.apply(now.fingerprint()).isPresent()) {
      current.put(subject, now.fingerprint());
      lineages.put(subject, now.lineage());
    } else {
      next.add(subject);
      if (!now.isSureToFit()) {
        doubtful.add(subject);
      }
    }
  }

  /// The subjects with a document that is still right, and the fingerprint it is stored under.
  public Map<SubjectId, Fingerprint> current() {
    return Collections.unmodifiableMap(current);
  }

  /// The document of a subject, if it is still right.
  public Optional<Document> document(SubjectId subject) {
    return assignment(subject)
        .flatMap(found ->
            documents.apply(found.fingerprint()).map(found.lineage().pseudonyms()::restore));
  }

  /// The document of a subject, if it is still right, and what would be seen for it now.
  Optional<Assignment> assignment(SubjectId subject) {
    return Optional.ofNullable(current.get(subject))
        .map(fingerprint ->
            new Assignment(fingerprint, Objects.requireNonNull(lineages.get(subject)), ""));
  }

  /// The document that a subject may keep where it does not matter what has become of its children:
  /// one that is right with them too, else its own, if only they have changed since.
  Optional<Assignment> upToDate(SubjectId subject, Optional<Assignment> own) {
    return assignment(subject).or(() -> own.filter(kept -> isUnchanged(subject, kept)));
  }

  /// Whether nothing but its children can have changed since this was written of it.
  boolean isUnchanged(SubjectId subject, Assignment kept) {
    Map<SubjectId, Child> children = new LinkedHashMap<>();
    graph.children(subject).forEach(child -> children.put(child, Child.Missing.UNWRITTEN));
    if (kept.lineage().own().isEmpty() || documents.apply(kept.fingerprint()).isEmpty()) {
      return false;
    }
    Lineage now = renderer.render(subject, children).lineage();
    return now.own().equals(kept.lineage().own())
        && now.childIds().equals(kept.lineage().childIds());
  }

  DependencyGraph<SubjectId> graph() {
    return graph;
  }

  public boolean isPending(SubjectId subject) {
    return !current.containsKey(subject);
  }

  /// The subjects to write whose children are all documented, children first.
  public List<SubjectId> next() {
    return Collections.unmodifiableList(next);
  }

  /// Those of them whose request may not fit the window of its model: the provider's count decides
  /// when it is to be sent.
  public List<SubjectId> doubtful() {
    return Collections.unmodifiableList(doubtful);
  }

  /// What would be sent for a subject whose children are all documented.
  public Rendering render(SubjectId subject) {
    Map<SubjectId, Child> children = new LinkedHashMap<>();
    for (SubjectId child : graph.children(subject)) {
      Document document =
          document(child)
              .orElseThrow(() ->
                  new IllegalStateException(
                      subject + " waits for " + child + ", which has no document"));
      children.put(child, new Child.Written(document, Lineage.Source.CURRENT));
    }
    return renderer.render(subject, children);
  }
}
