package org.bpmndoc.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.prompt.Rendering;

/// How things stand before a run: the subjects whose stored document is still right, and the
/// requests that can be told already because all they wait for is documented. What is above those
/// cannot be told yet.
public record Standing(Map<SubjectId, Document> current, Map<SubjectId, Rendering> next) {

  public Standing {
    current = Collections.unmodifiableMap(new LinkedHashMap<>(current));
    next = Collections.unmodifiableMap(new LinkedHashMap<>(next));
  }

  /// Renders from the leaves up for as long as the documents are there. Reads, and changes nothing.
  public static Standing of(
      DependencyGraph<SubjectId> graph, Renderer renderer, DocumentStore documents) {
    Map<SubjectId, Document> current = new LinkedHashMap<>();
    Map<SubjectId, Rendering> next = new LinkedHashMap<>();
    for (SubjectId subject : graph.childrenFirst()) {
      if (current.keySet().containsAll(graph.children(subject))) {
        Map<SubjectId, Child> children = new LinkedHashMap<>();
        for (SubjectId child : graph.children(subject)) {
          Optional.ofNullable(current.get(child))
              .ifPresent(document ->
                  children.put(child, new Child.Written(document, Lineage.Source.CURRENT)));
        }
        Rendering rendering = renderer.render(subject, children);
        Optional<Document> stored =
            rendering instanceof Rendering.Ready ready
                ? documents.find(ready.fingerprint())
                : Optional.empty();
        stored.ifPresentOrElse(
            document -> current.put(subject, document), () -> next.put(subject, rendering));
      }
    }
    return new Standing(current, next);
  }
}
