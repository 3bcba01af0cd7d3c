package org.bpmndoc.cli;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.run.Keeping;
import org.bpmndoc.run.Renderer;

/// What there is before anything is written: the documents that are stored, and which of them each
/// subject has.
record Before(
    Function<Fingerprint, Optional<Document>> documents, Map<SubjectId, Assignment> assignments) {

  static final Before NONE = new Before(_ -> Optional.empty(), Map.of());

  static Before of(DocumentStore store) {
    return new Before(store::find, store.assignments());
  }

  /// The document that a subject has.
  Optional<Document> document(SubjectId subject) {
    return Optional.ofNullable(assignments.get(subject))
        .map(Assignment::fingerprint)
        .flatMap(documents);
  }

  Keeping keeping(Renderer renderer) {
    return new Keeping(renderer, documents, assignments);
  }
}
