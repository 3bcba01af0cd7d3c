package org.bpmndoc.landscape;

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

  @Override
  public String toString() {
    return value;
  }
}
