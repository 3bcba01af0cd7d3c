package org.bpmndoc.prompt;

import org.bpmndoc.document.Document;
import org.bpmndoc.document.Lineage;

/// What there is of a direct child when its parent is rendered.
public sealed interface Child {

  /// Its document, and where that came from.
  record Written(Document document, Lineage.Source source) implements Child {
    public Written {
      if (source == Lineage.Source.NONE) {
        throw new IllegalArgumentException("a document that is there has a source");
      }
    }
  }

  /// No document yet: it is shown as its model draws it.
  record Outlined() implements Child {}

  /// Explicitly absent; the reason is shown to the parent.
  record Missing(String reason) implements Child {

    /// It failed, or was blocked itself, and its parent is written all the same.
    public static final Missing UNWRITTEN = new Missing("its document could not be written");

    public Missing {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a child is missing for a reason");
      }
    }
  }
}
