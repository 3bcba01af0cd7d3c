package org.bpmndoc.bpmn;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks the XML of one file into a light tree of [Xml], without the diagram part.
///
/// It opens nothing but the characters it is given: a document type declaration is refused, no
/// entity is resolved. Nesting is limited, so that whoever walks the tree may call itself.
final class XmlParser {

  static final int NESTING_MAX = 256;

  /// The file as a tree. `hasShapes` says whether its diagram part draws anything.
  record Tree(Xml root, boolean hasShapes) {}

  /// Elements are nested deeper than [#NESTING_MAX].
  static final class TooDeep extends Exception {
    final SourceLocation location;

    TooDeep(SourceLocation location) {
      super("more than " + NESTING_MAX + " levels of elements");
      this.location = location;
    }
  }

  private final String file;
  private final XMLStreamReader reader;
  private final Deque<Xml> open = new ArrayDeque<>();
  private @Nullable Xml root;
  private boolean hasShapes;

  private XmlParser(String file, XMLStreamReader reader) {
    this.file = file;
    this.reader = reader;
  }

  static Tree parse(String file, Reader characters) throws XMLStreamException, TooDeep {
    XMLStreamReader reader = factory().createXMLStreamReader(characters);
    try {
      return new XmlParser(file, reader).tree();
    } finally {
      reader.close();
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty("jdk.xml.dtd.support", "deny");
    // Ours is lower, and says where.
    factory.setProperty("jdk.xml.maxElementDepth", "10000");
    factory.setProperty("jdk.xml.elementAttributeLimit", "10000");
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external entities are not read");
    });
    return factory;
  }

  private Tree tree() throws XMLStreamException, TooDeep {
    SourceLocation before = here();
    int depth = 0;
    int passedOver = 0;
    int plainText = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > NESTING_MAX) {
            throw new TooDeep(before);
          }
          if (passedOver > 0 || isDiagram()) {
            passedOver++;
            hasShapes |= isDiagram() && reader.getLocalName().equals("BPMNShape");
          } else if (plainText > 0) {
            plainText++;
          } else {
            Xml element = open(before);
            plainText = isMarkedUp(element) ? 1 : 0;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (passedOver > 0) {
            passedOver--;
          } else {
            plainText = Math.max(0, plainText - 1);
            if (plainText == 0) {
              open.pop();
            }
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (passedOver == 0 && !open.isEmpty() && !reader.isWhiteSpace()) {
            open.element().addText(reader.getText());
          }
        }
        default -> {
          // comments and processing instructions say nothing about the process
        }
      }
      before = here();
    }
    if (root == null) {
      throw new XMLStreamException("there is no element", reader.getLocation());
    }
    return new Tree(root, hasShapes);
  }

  private boolean isDiagram() {
    return Xml.BPMN_DIAGRAM.equals(reader.getNamespaceURI());
  }

  /// Texts may hold elements of their own (XHTML); only the characters count.
  private static boolean isMarkedUp(Xml element) {
    return element.isBpmn("documentation") || element.isBpmn("text");
  }

  private Xml open(SourceLocation location) {
    Xml element = new Xml(orEmpty(reader.getNamespaceURI()), reader.getLocalName(), location);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = orEmpty(reader.getAttributeNamespace(i));
      String name = reader.getAttributeLocalName(i);
      boolean own = namespace.isEmpty() || namespace.equals(Xml.BPMN);
      element.attributes.put(
          own ? name : "{" + namespace + "}" + name, reader.getAttributeValue(i));
    }
    if (open.isEmpty()) {
      root = element;
    } else {
      open.element().children.add(element);
    }
    open.push(element);
    return element;
  }

  /// Where the next thing begins: the reader stands after what it has just read, and after text one
  /// character further, since the `<` is what ends it.
  private SourceLocation here() {
    Location location = reader.getLocation();
    int column = location.getColumnNumber() - (reader.isCharacters() ? 1 : 0);
    return new SourceLocation(file, Math.max(1, location.getLineNumber()), Math.max(1, column));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
