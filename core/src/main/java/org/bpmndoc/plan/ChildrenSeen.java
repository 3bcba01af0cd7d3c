package org.bpmndoc.plan;

/// What a parent sees of its children when it is written.
public enum ChildrenSeen {
  /// Their finished documents, which are waited for.
  DOCUMENTS,
  /// The documents that were stored before the run, right or stale; an outline where there is none.
  STORED,
  /// The summaries of the documents that were stored before the run; an outline where there is
  /// none.
  SUMMARIES;

  /// Whether a parent is written only after its children.
  public boolean waits() {
    return this == DOCUMENTS;
  }
}
