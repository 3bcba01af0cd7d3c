package org.bpmndoc.site;

import org.bpmndoc.document.Document;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.SubjectId;

/// Whether a subject has a document, and if not, why.
public sealed interface SubjectState {

  /// `current` is false where the model or a child has changed since the document was written. Its
  /// aliases may mean other elements then.
  record Documented(Document document, Lineage lineage, boolean current) implements SubjectState {}

  /// There was no acceptable answer; `reason` is for people.
  record Failed(String reason) implements SubjectState {}

  /// Nobody asked, because `child` has no document.
  record Blocked(SubjectId child) implements SubjectState {}

  record NotWritten() implements SubjectState {}
}
