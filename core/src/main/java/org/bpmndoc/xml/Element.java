package org.bpmndoc.xml;

/// What every BPMN element has: its id, its name, its documentation, what vendors added, and where
/// it stands. `id`, `name` and `documentation` are empty where the file has none; several
/// documentation elements are joined by a blank line. White space in names is folded to single
/// spaces.
public record Element(
    String id, String name, String documentation, Extensions extensions, SourceLocation location) {

  /// The name, or the id where there is no name.
  public String label() {
    return name.isEmpty() ? id : name;
  }

  public Element withDocumentation(String other) {
    return new Element(id, name, other, extensions, location);
  }
}
