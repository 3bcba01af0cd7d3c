package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bpmndoc.bpmn.Extensions.Extension;

/// What every element has in common, out of the tree.
final class Elements {

  private static final String SCHEMA_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}";

  private Elements() {}

  static Element of(Xml xml) {
    return named(xml, folded(xml.attribute("name")));
  }

  static Element named(Xml xml, String name) {
    return new Element(
        xml.attribute("id"),
        name,
        String.join("\n\n", xml.texts("documentation")),
        extensions(xml),
        xml.location);
  }

  static String folded(String name) {
    return name.strip().replaceAll("\\s+", " ");
  }

  private static Extensions extensions(Xml xml) {
    Map<String, String> attributes =
        xml.attributes.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("{"))
            .filter(entry -> !entry.getKey().startsWith(SCHEMA_INSTANCE))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<Extension> elements =
        xml.all("extensionElements").stream()
            .flatMap(parent -> parent.children.stream())
            .map(Elements::extension)
            .toList();
    return attributes.isEmpty() && elements.isEmpty()
        ? Extensions.NONE
        : new Extensions(attributes, elements);
  }

  private static Extension extension(Xml xml) {
    Map<String, String> attributes = new TreeMap<>();
    xml.attributes.forEach(
        (key, value) -> attributes.putIfAbsent(key.substring(key.indexOf('}') + 1), value));
    return new Extension(
        xml.namespace,
        xml.name,
        attributes,
        xml.text(),
        xml.children.stream().map(Elements::extension).toList());
  }
}
