package org.bpmndoc.landscape;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.bpmn.FlowNode;

/// One call activity and the link that was decided for it.
///
/// `id` names the call activity the way a subject is named, whether or not it is one. `caller` is
/// the process it stands in. `target` is what the file says, empty where it says nothing. `exact`
/// is what exact ids alone say, `link` what all rules together do: that one is followed.
public record Call(
    SubjectId id,
    SubjectId caller,
    FlowNode.CallActivity node,
    String target,
    Link exact,
    Link link) {

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

    /// Several processes could be meant, and nothing tells which; none is followed.
    record Ambiguous(List<Candidate> candidates) implements Link {
      public Ambiguous {
        candidates = List.copyOf(candidates);
      }
    }

    /// A person said that it calls no process of this landscape.
    record None() implements Link {}
  }

  /// A process that could be meant, and what speaks for it.
  public record Candidate(SubjectId process, Rule rule, double confidence) {}

  /// The rule that decided a link, the surest first.
  public enum Rule {
    PERSON("person"),
    PROCESS_ID("process-id"),
    QNAME_LOCAL_PART("qname-local-part"),
    PROCESS_NAME("process-name"),
    CALL_NAME("call-name"),
    FILE_NAME("file-name"),
    SIMILARITY("similarity");

    private final String label;

    Rule(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /// Whether the rule compares ids and nothing else.
    public boolean isExact() {
      return this == PROCESS_ID || this == QNAME_LOCAL_PART;
    }
  }

  /// The process that is called, where it is in the landscape.
  public Optional<SubjectId> resolvedTo() {
    return resolvedTo(link);
  }

  /// The process that is called by exact ids alone.
  public Optional<SubjectId> exactlyResolvedTo() {
    return resolvedTo(exact);
  }

  private static Optional<SubjectId> resolvedTo(Link link) {
    return link instanceof Link.Resolved resolved
        ? Optional.of(resolved.process())
        : Optional.empty();
  }
}
