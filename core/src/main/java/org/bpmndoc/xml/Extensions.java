package org.bpmndoc.xml;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a vendor added to an element, as plain data: foreign attributes by `{namespace}name`, and
/// the children of `extensionElements`.
public record Extensions(Map<String, String> attributes, List<Extension> elements) {

  public static final Extensions NONE = new Extensions(Map.of(), List.of());

  public Extensions {
    attributes = sorted(attributes);
    elements = List.copyOf(elements);
  }

  private static Map<String, String> sorted(Map<String, String> attributes) {
    return attributes.isEmpty()
        ? Map.of()
        : Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
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
      attributes = sorted(attributes);
      children = List.copyOf(children);
    }
  }
}
