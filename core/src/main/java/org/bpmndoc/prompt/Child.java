package org.bpmndoc.prompt;

import org.bpmndoc.document.Document;
import org.bpmndoc.document.Lineage;

/// What there is of a child when its parent is put into words.
public sealed interface Child {

  record Written(Document document, Lineage.Source source) implements Child {}

  /// Explicitly absent, and why.
  record Missing(String reason) implements Child {}
}
