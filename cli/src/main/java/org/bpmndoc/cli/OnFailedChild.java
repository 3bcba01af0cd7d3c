package org.bpmndoc.cli;

/// What becomes of a parent when one of its children has no document.
enum OnFailedChild {
  /// It is not written.
  BLOCK,
  /// It is written with a marked gap.
  DEGRADE
}
