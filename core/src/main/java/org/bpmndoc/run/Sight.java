package org.bpmndoc.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Child;

/// What a parent sees of its children, and so for whom it waits.
public interface Sight {

  /// The subjects, and for whom each of them waits.
  DependencyGraph<SubjectId> order();

  /// What there is of each direct child of a subject whose turn has come. `finished` tells it of
  /// one that this run has brought to its end.
  Map<SubjectId, Child> children(SubjectId subject, Function<SubjectId, Child> finished);

  /// The document that a subject has and keeps, without a look at its children.
  Optional<Assignment> upToDate(SubjectId subject);

  /// What has to be durable before anything is sent.
  Optional<Entry.ChildrenFixed> toFix(Instant now);
}
