package org.bpmndoc.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.xml.Extensions.Extension;

/// What every element has in common, out of the tree.
public final class Elements {

  private static final String SCHEMA_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}";

  private Elements() {}

  public static Element of(Xml xml) {
    return named(xml, xml.attribute("name"));
  }

  public static Element named(Xml xml, String name) {
    return new Element(
        xml.attribute("id"), name, documentation(xml), extensions(xml), xml.location());
  }

  /// BPMN calls it `documentation` and allows several, DMN `description`; neither has the other.
  /// What bpmndoc has written into the file itself says nothing of the element.
  private static String documentation(Xml xml) {
    return Stream.concat(xml.all("documentation").stream(), xml.all("description").stream())
        .filter(found -> !OwnText.isOwn(found.text(), found.attribute("textFormat")))
        .map(found -> Markup.plain(found.text(), found.attribute("textFormat")))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static Extensions extensions(Xml xml) {
    Map<String, String> attributes = SortedPairs.of(xml.attributes(), Elements::foreign);
    List<Extension> elements = new ArrayList<>();
    for (Xml parent : xml.all("extensionElements")) {
      parent.children().forEach(child -> elements.add(extension(child)));
    }
    return attributes.isEmpty() && elements.isEmpty()
        ? Extensions.NONE
        : new Extensions(attributes, elements);
  }

  /// The name of an attribute that is neither the model's own nor for a parser.
  private static String foreign(String name) {
    return name.startsWith("{") && !name.startsWith(SCHEMA_INSTANCE) ? name : "";
  }

  private static Extension extension(Xml xml) {
    return new Extension(
        xml.namespace(),
        xml.name(),
        SortedPairs.of(xml.attributes(), name -> name.substring(name.indexOf('}') + 1)),
        xml.text(),
        xml.children().stream().map(Elements::extension).toList());
  }
}
