package org.bpmndoc.document;

/// What has become, since a document was written, of what it was written from.
public enum Age {
  CURRENT,
  /// More is known of its parts, or something else.
  PARTS_CHANGED,
  /// Its own model has changed, or how it is asked for.
  MODEL_CHANGED
}
