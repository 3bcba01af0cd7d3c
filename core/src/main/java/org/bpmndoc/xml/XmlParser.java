package org.bpmndoc.xml;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks the XML of one file into a light tree of [Xml], without the diagram part.
///
/// It opens nothing but the characters it is given: a document type declaration is refused, no
/// entity is resolved. Nesting is limited, so that whoever walks the tree may call itself; so is
/// what the tree holds.
final class XmlParser {

  static final int NESTING_MAX = XmlReader.NESTING_MAX;
  static final int PARTS_MAX = 1_000_000;
  static final int TEXT_CHARACTERS_MAX = 16 * 1024 * 1024;
  private static final int SHARED_CHARACTERS_MAX = 64;

  /// The file has more of something than is read.
  static final class TooMuch extends Exception {
    private static final long serialVersionUID = 1L;

    /// NESTING: elements inside each other. PARTS: elements and attributes. TEXT: characters in
    /// attributes and between tags.
    enum What {
      NESTING,
      PARTS,
      TEXT
    }

    final What what;
    final transient SourceLocation location;

    TooMuch(What what, SourceLocation location) {
      super(what + " at " + location);
      this.what = what;
      this.location = location;
    }
  }

  private final XMLStreamReader reader;
  private final Places places;
  private final Vocabulary vocabulary;
  private final Deque<Xml> open = new ArrayDeque<>();
  private final Map<String, Map<String, String>> foreignNames = new HashMap<>();
  private final Map<String, String> values = new HashMap<>();
  private @Nullable Xml root;
  private boolean hasShapes;
  private int partsLeft = PARTS_MAX;
  private int textCharactersLeft = TEXT_CHARACTERS_MAX;

  private XmlParser(String file, XMLStreamReader reader, Vocabulary vocabulary) {
    this.reader = reader;
    this.places = new Places(file, reader);
    this.vocabulary = vocabulary;
  }

  static XmlTree parse(String file, Reader characters, Vocabulary vocabulary)
      throws XMLStreamException, TooMuch {
    XMLStreamReader reader = factory().createXMLStreamReader(characters);
    try {
      return new XmlParser(file, reader, vocabulary).tree();
    } finally {
      reader.close();
    }
  }

  static XMLInputFactory factory() {
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

  private XmlTree tree() throws XMLStreamException, TooMuch {
    SourceLocation before = places.here();
    int depth = 0;
    int passedOver = 0;
    int plainText = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > NESTING_MAX) {
            throw new TooMuch(TooMuch.What.NESTING, passedOver > 0 ? places.here() : before);
          }
          if (passedOver > 0 || isDiagram()) {
            passedOver++;
            hasShapes = hasShapes || isShape();
          } else if (plainText > 0) {
            plainText++;
          } else {
            Xml element = open(open.isEmpty() ? places.here() : before);
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
            String text = reader.getText();
            spend(0, text.length(), before);
            open.element().addText(text);
          }
        }
        default -> {
          // comments and processing instructions say nothing about the process
        }
      }
      if (passedOver == 0) {
        before = places.here();
      }
    }
    if (root == null) {
      throw new XMLStreamException("there is no element", reader.getLocation());
    }
    return new XmlTree(root, hasShapes);
  }

  private boolean isDiagram() {
    return vocabulary.diagrams().test(orEmpty(reader.getNamespaceURI()));
  }

  private boolean isShape() {
    return isDiagram() && reader.getLocalName().equals(vocabulary.shape());
  }

  private boolean isMarkedUp(Xml element) {
    return element.isModel() && vocabulary.markedUp().contains(element.name());
  }

  /// The root is where its start tag ends: of the white space before it the reader says nothing.
  private Xml open(SourceLocation location) throws TooMuch {
    spend(1 + reader.getAttributeCount(), 0, location);
    String namespace = orEmpty(reader.getNamespaceURI());
    boolean isModel = vocabulary.namespaces().test(namespace);
    Xml element =
        new Xml(namespace, reader.getLocalName(), location, attributes(isModel, location), isModel);
    if (open.isEmpty()) {
      root = element;
    } else {
      open.element().addChild(element);
    }
    open.push(element);
    return element;
  }

  /// Names and values in turn. Where a name comes twice, with the model's own namespace written out
  /// and without, the first counts.
  private String[] attributes(boolean isModel, SourceLocation location) throws TooMuch {
    String[] attributes = new String[2 * reader.getAttributeCount()];
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String value = shared(reader.getAttributeValue(i));
      spend(0, value.length(), location);
      String name =
          attributeName(orEmpty(reader.getAttributeNamespace(i)), reader.getAttributeLocalName(i));
      boolean isLine = isModel && vocabulary.lines().contains(name);
      attributes[2 * i] = name;
      attributes[2 * i + 1] = isLine ? Xml.folded(value) : value;
    }
    return attributes;
  }

  /// The few names that a file has are made once.
  private String attributeName(String namespace, String name) {
    return namespace.isEmpty() || vocabulary.namespaces().test(namespace)
        ? name
        : foreignNames
            .computeIfAbsent(namespace, uri -> new HashMap<>())
            .computeIfAbsent(name, local -> "{" + namespace + "}" + local);
  }

  /// Ids are named many times, and so are the values that vendors choose from.
  private String shared(String value) {
    if (value.length() > SHARED_CHARACTERS_MAX) {
      return value;
    }
    String before = values.putIfAbsent(value, value);
    return before == null ? value : before;
  }

  private void spend(int parts, int textCharacters, SourceLocation location) throws TooMuch {
    partsLeft -= parts;
    textCharactersLeft -= textCharacters;
    if (partsLeft < 0) {
      throw new TooMuch(TooMuch.What.PARTS, location);
    }
    if (textCharactersLeft < 0) {
      throw new TooMuch(TooMuch.What.TEXT, location);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
