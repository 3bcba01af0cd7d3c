package org.bpmndoc.landscape;

import java.util.List;
import java.util.Optional;

/// Which decision of the landscape a task asks, by its id.
public sealed interface DecisionLink {

  /// The decision, where it is in the landscape.
  default Optional<SubjectId> resolvedTo() {
    return this instanceof Resolved found ? Optional.of(found.decision()) : Optional.empty();
  }

  /// The task names no decision.
  record NoTarget() implements DecisionLink {}

  /// Asks a decision of the landscape.
  record Resolved(SubjectId decision) implements DecisionLink {}

  /// Names a decision that no file defines.
  record Unresolved(String target) implements DecisionLink {}

  /// Decided at run time.
  record ByExpression() implements DecisionLink {}

  /// Several decisions have the id; none is followed.
  record Ambiguous(String target, List<SubjectId> decisions) implements DecisionLink {
    public Ambiguous {
      decisions = List.copyOf(decisions);
    }
  }
}
