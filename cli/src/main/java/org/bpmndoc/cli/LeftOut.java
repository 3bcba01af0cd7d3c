package org.bpmndoc.cli;

import java.util.Optional;
import org.bpmndoc.annotate.Annotated.What;
import org.bpmndoc.landscape.SubjectId;

/// A subject whose summary does not stand in its model, and why.
record LeftOut(SubjectId subject, Reason reason) {

  /// Why, and what would change that.
  enum Reason {
    NO_DOCUMENT("has no document", ""),
    DRAFT("has a draft of the offline writer", "--include-drafts includes it"),
    STALE("has a document that is out of date", "--include-stale includes it"),
    FINDING("has a document that contradicts its model", "--include-findings includes it"),
    EMPTY("has a document without a summary", ""),
    DECISION("is a decision: DMN has no place for what is not a person's", ""),
    PEOPLES("has documentation of its own", "--beside adds the summary behind it"),
    EDITED("has documentation that was edited since", "it is a person's now and stays"),
    UNWRITABLE("has a summary with characters that no XML can hold", "");

    private final String words;
    private final String hint;

    Reason(String words, String hint) {
      this.words = words;
      this.hint = hint;
    }

    /// For a result.
    String text() {
      return hint.isEmpty() ? words : words + "; " + hint;
    }

    /// What became of an element, where our words do not stand there.
    static Optional<Reason> of(What what) {
      return switch (what) {
        case PEOPLES -> Optional.of(PEOPLES);
        case EDITED -> Optional.of(EDITED);
        case UNWRITABLE -> Optional.of(UNWRITABLE);
        case INSERTED, REPLACED, UNCHANGED, REMOVED -> Optional.empty();
      };
    }
  }
}
