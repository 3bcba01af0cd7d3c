package org.bpmndoc.document;

import java.util.Locale;

/// Something that is not as its model or its contract says, in an answer that is a document all the
/// same. `field` is the place in the document, `code` stable and in kebab-case.
public record Finding(Grade grade, String code, String field, String message) {

  /// How much a finding matters, the least first.
  public enum Grade {
    /// Worth knowing: longer or shorter than was asked for.
    NOTE,
    /// Something is left out that the model says, or nothing in the model bears it out.
    GAP,
    /// The document says otherwise than the model.
    CONTRADICTION;

    /// What it is called on pages.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAtLeast(Grade other) {
      return compareTo(other) >= 0;
    }
  }

  /// Findings from before they were graded have none.
  public Finding {
    grade = grade == null ? Grade.NOTE : grade;
  }
}
