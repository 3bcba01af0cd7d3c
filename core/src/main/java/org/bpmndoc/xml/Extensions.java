package org.bpmndoc.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a vendor added to an element, as plain data: foreign attributes by `{namespace}name`, and
/// the children of `extensionElements`.
public record Extensions(Map<String, String> attributes, List<Extension> elements) {

  public static final Extensions NONE = new Extensions(Map.of(), List.of());

  public Extensions {
    attributes = SortedPairs.of(attributes);
    elements = List.copyOf(elements);
  }

  /// The value of the attribute of that local name in any vendor's namespace; the first by
  /// namespace.
  public Optional<String> attribute(String localName) {
    return attributes.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("}" + localName))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// One vendor element: its attributes by local name, its own text, its children in order.
  public record Extension(
      String namespace,
      String name,
      Map<String, String> attributes,
      String text,
      List<Extension> children) {
    public Extension {
      attributes = SortedPairs.of(attributes);
      children = List.copyOf(children);
    }
  }
}
