package org.bpmndoc.xml;

import java.util.Set;
import java.util.function.Predicate;

/// How a kind of model is written in XML.
///
/// `name` is short ("BPMN"), `title` says which version ("BPMN 2.0"). `namespaces` are those of its
/// own elements, `namespace` the one that a file should declare. `diagrams` are the namespaces of
/// its diagram part, which is passed over, and `shape` the element there that draws something.
/// `lines` are the attributes that are shown as one line of text, `markedUp` the elements whose
/// texts may hold elements of their own (XHTML), of which only the characters count.
public record Vocabulary(
    String name,
    String title,
    String namespace,
    Predicate<String> namespaces,
    Predicate<String> diagrams,
    String shape,
    Set<String> lines,
    Set<String> markedUp) {

  /// The root element of every model that the Object Management Group has defined.
  static final String ROOT = "definitions";

  public Vocabulary {
    lines = Set.copyOf(lines);
    markedUp = Set.copyOf(markedUp);
  }
}
