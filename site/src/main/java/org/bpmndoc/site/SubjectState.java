package org.bpmndoc.site;

import org.bpmndoc.document.Age;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.SubjectId;

/// Whether a subject has a document, and if not, why.
public sealed interface SubjectState {

  record Documented(Document document, Lineage lineage, Age age) implements SubjectState {}

  /// There was no acceptable answer; `reason` is for people.
  record Failed(String reason) implements SubjectState {}

  /// Nobody asked, because `child` has no document.
  record Blocked(SubjectId child) implements SubjectState {}

  record NotWritten() implements SubjectState {}
}
