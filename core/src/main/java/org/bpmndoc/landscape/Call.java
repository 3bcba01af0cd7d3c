package org.bpmndoc.landscape;

import java.util.Optional;
import org.bpmndoc.bpmn.FlowNode;

/// One call activity and the link that was decided for it.
///
/// `id` names the call activity the way a subject is named, whether or not it is one. `caller` is
/// the process it stands in. `target` is what the file says, empty where it says nothing.
public record Call(
    SubjectId id, SubjectId caller, FlowNode.CallActivity node, String target, Link link) {

  /// What became of the call. The statuses and their counts are those of `bpmndoc landscape`.
  public sealed interface Link {

    /// Calls a process of the landscape.
    record Resolved(SubjectId process, Rule rule, double confidence) implements Link {}

    /// Names a process that no file defines.
    record Unresolved() implements Link {}

    /// Decided at run time.
    record ByExpression() implements Link {}

    record MissingTarget() implements Link {}

    /// Calls a global task, which is no process.
    record GlobalTask() implements Link {}

    /// Several processes have that id, none of them in the caller's own file; none is followed.
    record Ambiguous(java.util.List<SubjectId> candidates) implements Link {
      public Ambiguous {
        candidates = java.util.List.copyOf(candidates);
      }
    }
  }

  /// The rule that decided a link.
  public enum Rule {
    PROCESS_ID("process-id"),
    QNAME_LOCAL_PART("qname-local-part");

    private final String label;

    Rule(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /// The process that is called, where it is in the landscape.
  public Optional<SubjectId> resolvedTo() {
    return link instanceof Link.Resolved resolved
        ? Optional.of(resolved.process())
        : Optional.empty();
  }
}
