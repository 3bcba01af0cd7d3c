package org.bpmndoc.run;

import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.prompt.Rendering;

/// Puts a subject into words, given what there is of each of its children.
@FunctionalInterface
public interface Renderer {

  Rendering render(SubjectId subject, Map<SubjectId, Child> children);

  /// What is shown of the document that a subject had to whoever writes it again; empty where
  /// nothing is.
  default Optional<String> earlier(Document document, Lineage then, Rendering now) {
    return Optional.empty();
  }
}
