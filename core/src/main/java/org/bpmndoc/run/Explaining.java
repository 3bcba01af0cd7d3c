package org.bpmndoc.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.prompt.Rendering;

/// Looks up what is known of a subject, and explains it. Reads, and changes nothing.
public final class Explaining {

  private final DependencyGraph<SubjectId> graph;
  private final Renderer renderer;
  private final String language;
  private final DocumentStore documents;
  private final Journal journal;
  private final Map<SubjectId, Assignment> assignments;

  /// `renderer` makes the requests that would be sent now, for documents in `language`.
  public Explaining(
      DependencyGraph<SubjectId> graph,
      Renderer renderer,
      String language,
      DocumentStore documents,
      Journal journal) {
    this.graph = graph;
    this.renderer = renderer;
    this.language = language;
    this.documents = documents;
    this.journal = journal;
    this.assignments = documents.assignments();
  }

  /// Empty for a subject that is not in the landscape, and of which nobody has ever heard.
  public Optional<Explanation> of(SubjectId subject) {
    boolean there = graph.nodes().contains(subject);
    List<Mention> history = history(subject);
    if (!there && !assignments.containsKey(subject) && history.isEmpty()) {
      return Optional.empty();
    }
    Standing standing = Standing.of(graph, renderer, documents::find, _ -> false);
    Set<SubjectId> toWrite = new LinkedHashSet<>();
    Optional<Rendering> now = Optional.empty();
    if (there) {
      graph.children(subject).stream().filter(standing::isPending).forEach(toWrite::add);
      now = Optional.of(renderer.render(subject, children(subject, standing)));
    }
    return Optional.of(
        Explanation.of(
            new Explanation.Known(
                subject,
                then(subject),
                now,
                language,
                toWrite,
                standing.current().containsKey(subject),
                history)));
  }

  private List<Mention> history(SubjectId subject) {
    List<Mention> history = new ArrayList<>();
    for (String run : journal.runs()) {
      history.addAll(Mention.of(run, subject, journal.entries(run, Mention.KINDS)));
    }
    return history;
  }

  private Optional<Causes.Then> then(SubjectId subject) {
    return Optional.ofNullable(assignments.get(subject))
        .flatMap(assignment ->
            documents
                .find(assignment.fingerprint())
                .map(document ->
                    new Causes.Then(
                        assignment,
                        document,
                        documents.sent(assignment.fingerprint()),
                        begun(assignment.run()))));
  }

  private Optional<Entry.RunStarted> begun(String run) {
    return journal.entries(run, Set.of(Entry.RunStarted.class)).stream()
        .map(Entry.RunStarted.class::cast)
        .findFirst();
  }

  /// What there is of each child now: the document that is right, else the one it has, else none.
  private Map<SubjectId, Child> children(SubjectId subject, Standing standing) {
    Map<SubjectId, Child> children = new LinkedHashMap<>();
    for (SubjectId child : graph.children(subject)) {
      children.put(
          child,
          standing
              .document(child)
              .<Child>map(document -> new Child.Written(document, Lineage.Source.CURRENT))
              .or(() -> stored(child).map(old -> new Child.Written(old, Lineage.Source.STALE)))
              .orElseGet(Child.Outlined::new));
    }
    return children;
  }

  private Optional<Document> stored(SubjectId child) {
    return Optional.ofNullable(assignments.get(child))
        .flatMap(assignment ->
            documents
                .find(assignment.fingerprint())
                .map(assignment.lineage().pseudonyms()::restore));
  }
}
