package org.bpmndoc.cli;

import java.util.Optional;
import org.bpmndoc.annotate.Annotated.What;
import org.bpmndoc.landscape.SubjectId;

/// A subject whose summary does not stand in its model, and why.
record LeftOut(SubjectId subject, Reason reason) {

  /// Why, and what would change that.
  enum Reason {
    NO_DOCUMENT("there is no document", ""),
    DRAFT("the document is a draft of the offline writer", "--include-drafts includes it"),
    STALE("the document is out of date", "--include-stale includes it"),
    FINDING("the document contradicts its model", "--include-findings includes it"),
    EMPTY("the document has no summary", ""),
    DECISION("it is a decision, and DMN has no place to say whose words are whose", ""),
    PEOPLES("it has documentation of its own", "--beside adds the summary behind that"),
    EDITED("what bpmndoc wrote there was edited", "it is a person's now and stays"),
    UNWRITABLE("the summary has characters that no XML can hold", "");

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
