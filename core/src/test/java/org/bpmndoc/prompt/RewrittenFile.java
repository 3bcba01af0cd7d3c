package org.bpmndoc.prompt;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;

/// The same model as another tool would write it.
final class RewrittenFile {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private static final Set<String> REFERENCES =
      Set.of(
          "activityRef",
          "attachedToRef",
          "bpmnElement",
          "calledElement",
          "categoryValueRef",
          "correlationKeyRef",
          "dataObjectRef",
          "dataStoreRef",
          "default",
          "errorRef",
          "escalationRef",
          "eventDefinitionRef",
          "flowNodeRef",
          "id",
          "inMessageRef",
          "loopDataInputRef",
          "loopDataOutputRef",
          "messageRef",
          "operationRef",
          "outMessageRef",
          "processRef",
          "resourceRef",
          "signalRef",
          "sourceRef",
          "supportedInterfaceRef",
          "targetRef");

  private RewrittenFile() {}

  /// The children of every BPMN element in another order, and so are all attributes.
  static String reordered(String xml, long seed) {
    Document document = parse(xml);
    shuffle(document.getDocumentElement(), new Random(seed));
    return written(document);
  }

  private static void shuffle(Element element, Random random) {
    List<Element> children = children(element);
    children.forEach(child -> shuffle(child, random));
    if (BPMN.equals(element.getNamespaceURI())) {
      Collections.shuffle(children, random);
      children.forEach(element::appendChild);
    }
  }

  /// Every id of the file another one, in another order, and everything that refers to it.
  static String withOtherIds(String xml, long seed) {
    Document document = parse(xml);
    List<String> ids = new ArrayList<>();
    collectIds(document.getDocumentElement(), ids);
    Collections.shuffle(ids, new Random(seed));
    Map<String, String> renamed = new HashMap<>();
    ids.forEach(id -> renamed.putIfAbsent(id, "id-" + renamed.size()));
    rename(document.getDocumentElement(), renamed);
    return written(document);
  }

  /// Every id of BPMN's own gets `mark` in front, and so do BPMN's references to one of `ids`;
  /// vendors' words, and names that read like an id, stay as they are.
  static String withMarkedIds(Document document, Set<String> ids, String mark) {
    mark(document.getDocumentElement(), ids, mark);
    return written(document);
  }

  private static void mark(Element element, Set<String> ids, String mark) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      boolean ours =
          attribute.getName().equals("processId")
              || BPMN.equals(element.getNamespaceURI())
                  && attribute.getNamespaceURI() == null
                  && REFERENCES.contains(attribute.getName());
      if (ours) {
        attribute.setValue(marked(attribute.getValue(), ids, mark));
      }
    }
    if (children(element).isEmpty() && REFERENCES.contains(element.getLocalName())) {
      element.setTextContent(marked(element.getTextContent(), ids, mark));
    }
    children(element).forEach(child -> mark(child, ids, mark));
  }

  private static String marked(String reference, Set<String> ids, String mark) {
    String id = reference.strip();
    if (ids.contains(id)) {
      return mark + id;
    }
    int local = id.indexOf(':') + 1;
    return ids.contains(id.substring(local))
        ? id.substring(0, local) + mark + id.substring(local)
        : reference;
  }

  static void collectIds(Element element, Collection<String> ids) {
    if (BPMN.equals(element.getNamespaceURI()) && element.hasAttribute("id")) {
      ids.add(element.getAttribute("id"));
    }
    children(element).forEach(child -> collectIds(child, ids));
  }

  private static void rename(Element element, Map<String, String> renamed) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      attribute.setNodeValue(
          renamed.getOrDefault(attribute.getNodeValue(), attribute.getNodeValue()));
    }
    if (children(element).isEmpty() && renamed.containsKey(element.getTextContent())) {
      element.setTextContent(renamed.get(element.getTextContent()));
    }
    children(element).forEach(child -> rename(child, renamed));
  }

  /// Other indentation, also inside texts.
  static String reindented(String xml) {
    Document document = parse(xml);
    reindent(document.getDocumentElement());
    return written(document);
  }

  private static void reindent(Element element) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Text text) {
        text.setData(text.getData().replace("\n", "\n\n\t ").replace(" ", "  "));
      }
    }
    children(element).forEach(RewrittenFile::reindent);
  }

  static Document parse(String xml) {
    return parse(new InputSource(new StringReader(xml)));
  }

  static Document parse(InputSource xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(xml);
    } catch (Exception e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static String written(Document document) {
    try {
      StringWriter text = new StringWriter();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (Exception e) {
      throw new IllegalArgumentException(e);
    }
  }
}
