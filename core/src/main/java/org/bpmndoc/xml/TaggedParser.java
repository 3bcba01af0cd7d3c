package org.bpmndoc.xml;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bpmndoc.xml.Tags.Tag;
import org.jspecify.annotations.Nullable;

/// Goes through a file with the parser and with [Tags] side by side, and notes where each element
/// stands. Where the two do not agree, it gives up.
final class TaggedParser {

  private final XMLStreamReader reader;
  private final Places places;
  private final Tags tags;
  private final Predicate<String> namespaces;
  private final Deque<Tag> openTags = new ArrayDeque<>();
  private final Deque<Tagged> open = new ArrayDeque<>();
  private @Nullable Tagged root;

  private TaggedParser(
      String file, XMLStreamReader reader, Tags tags, Predicate<String> namespaces) {
    this.reader = reader;
    this.places = new Places(file, reader);
    this.tags = tags;
    this.namespaces = namespaces;
  }

  /// `characters` are those of `text`.
  static Tagged parse(String file, Reader characters, String text, Predicate<String> namespaces)
      throws XMLStreamException {
    XMLStreamReader reader = XmlParser.factory().createXMLStreamReader(characters);
    try {
      return new TaggedParser(file, reader, new Tags(text), namespaces).parsed();
    } finally {
      reader.close();
    }
  }

  private Tagged parsed() throws XMLStreamException {
    SourceLocation before = places.here();
    int passedOver = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          Tag tag = tag(false);
          mix();
          openTags.push(tag);
          if (passedOver > 0 || root != null && !isWanted(reader.getNamespaceURI())) {
            passedOver++;
          } else {
            open(open.isEmpty() ? places.here() : before, tag);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Tag opening = openTags.pop();
          Tag closing = opening.isEmpty() ? opening : tag(true);
          if (passedOver > 0) {
            passedOver--;
          } else {
            open.pop().close(closing);
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (passedOver == 0 && !open.isEmpty() && !reader.isWhiteSpace()) {
            open.element().add(reader.getText());
          }
        }
        default -> mix();
      }
      before = places.here();
    }
    if (root == null) {
      throw new XMLStreamException("there is no element", reader.getLocation());
    }
    return root;
  }

  private void mix() {
    if (!open.isEmpty()) {
      open.element().mix();
    }
  }

  private Tag tag(boolean closes) throws XMLStreamException {
    return tags.next(prefix() + reader.getLocalName(), closes)
        .orElseThrow(() ->
            new XMLStreamException(
                "the tag of \"" + reader.getLocalName() + "\" is not where it should be",
                reader.getLocation()));
  }

  private void open(SourceLocation location, Tag tag) {
    Tagged element = new Tagged(prefix(), reader.getLocalName(), location, attributes(), tag);
    if (root == null) {
      root = element;
    } else {
      open.element().add(element);
    }
    open.push(element);
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (isWanted(reader.getAttributeNamespace(i))) {
        attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
    }
    return attributes;
  }

  private String prefix() {
    String prefix = reader.getPrefix();
    return prefix == null || prefix.isEmpty() ? "" : prefix + ":";
  }

  /// An attribute mostly has no namespace.
  private boolean isWanted(@Nullable String namespace) {
    return namespace == null || namespace.isEmpty() || namespaces.test(namespace);
  }
}
