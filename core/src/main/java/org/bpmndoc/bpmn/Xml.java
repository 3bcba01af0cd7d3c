package org.bpmndoc.bpmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One XML element while its file is being read: a light tree without the diagram part.
///
/// Attributes are kept by local name, those of a foreign namespace by `{namespace}name`.
final class Xml {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String BPMN_DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
  static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

  final String namespace;
  final String name;
  final SourceLocation location;
  final Map<String, String> attributes = new LinkedHashMap<>();
  final List<Xml> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  Xml(String namespace, String name, SourceLocation location) {
    this.namespace = namespace;
    this.name = name;
    this.location = location;
  }

  void addText(String more) {
    text.append(more);
  }

  String text() {
    return text.toString().strip();
  }

  boolean isBpmn() {
    return namespace.equals(BPMN);
  }

  boolean isBpmn(String localName) {
    return name.equals(localName) && isBpmn();
  }

  /// The value without white space around it, empty where there is none.
  String attribute(String localName) {
    return attributes.getOrDefault(localName, "").strip();
  }

  /// The value of an attribute that holds text or a reference, absent where it is missing or blank.
  Optional<String> optional(String localName) {
    return Optional.of(attribute(localName)).filter(value -> !value.isEmpty());
  }

  boolean isTrue(String localName, boolean otherwise) {
    return switch (attribute(localName)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> otherwise;
    };
  }

  List<Xml> all(String localName) {
    return children.stream().filter(child -> child.isBpmn(localName)).toList();
  }

  Optional<Xml> first(String localName) {
    return children.stream().filter(child -> child.isBpmn(localName)).findFirst();
  }

  /// The texts of the BPMN children of that name that are not blank.
  List<String> texts(String localName) {
    return all(localName).stream().map(Xml::text).filter(found -> !found.isEmpty()).toList();
  }

  Optional<String> firstText(String localName) {
    return texts(localName).stream().findFirst();
  }
}
