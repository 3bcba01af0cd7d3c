package org.bpmndoc.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Child;

/// A parent waits for all of its children and sees their documents.
public record ChildrenFirst(DependencyGraph<SubjectId> order) implements Sight {

  @Override
  public Map<SubjectId, Child> children(SubjectId subject, Function<SubjectId, Child> finished) {
    Map<SubjectId, Child> children = new LinkedHashMap<>();
    order.children(subject).forEach(child -> children.put(child, finished.apply(child)));
    return children;
  }

  /// Only its request tells whether a document is still right, and its children are part of that.
  @Override
  public Optional<Assignment> upToDate(SubjectId subject) {
    return Optional.empty();
  }

  @Override
  public Optional<Entry.ChildrenFixed> toFix(Instant now) {
    return Optional.empty();
  }
}
