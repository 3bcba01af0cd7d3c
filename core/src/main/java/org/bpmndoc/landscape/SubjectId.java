package org.bpmndoc.landscape;

import org.jspecify.annotations.Nullable;

/// Names a subject within its landscape: `folder/file.bpmn#elementId`. Where a file uses an id
/// twice, the second and later ones in document order get `~2`, `~3`, … at the end.
public record SubjectId(String value) implements Comparable<SubjectId> {

  public SubjectId {
    if (value.lastIndexOf('#') < 1) {
      throw new IllegalArgumentException("a subject is named FILE#ELEMENT, not " + value);
    }
  }

  public String file() {
    return value.substring(0, value.lastIndexOf('#'));
  }

  /// The name of the element within its file.
  public String element() {
    return value.substring(value.lastIndexOf('#') + 1);
  }

  @Override
  public int compareTo(SubjectId other) {
    return value.compareTo(other.value);
  }

  /// The record's own would be found anew by every start of the program, and is asked for millions
  /// of times.
  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SubjectId id && value.equals(id.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
