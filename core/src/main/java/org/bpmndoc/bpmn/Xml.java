package org.bpmndoc.bpmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One XML element while its file is being read: a light tree without the diagram part.
///
/// Attributes are kept by local name, those of a foreign namespace by `{namespace}name`.
final class Xml {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String BPMN_DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
  static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

  /// Attributes that are shown as one line of text. Folded when they come, since any number of
  /// elements may refer to them.
  private static final Set<String> LINES = Set.of("name", "errorCode", "escalationCode");

  /// White space that is not already a single blank.
  private static final Pattern UNFOLDED = Pattern.compile("\\s{2,}|[\\s&&[^ ]]");

  final String namespace;
  final String name;
  final SourceLocation location;

  /// Grown by the methods below only; most elements have few of either, many none.
  Map<String, String> attributes = Map.of();

  List<Xml> children = List.of();
  private @Nullable StringBuilder characters;
  private String text = "";

  Xml(String namespace, String name, SourceLocation location) {
    this.namespace = namespace;
    this.name = name;
    this.location = location;
  }

  void addText(String more) {
    if (characters == null) {
      characters = new StringBuilder(more.length());
    }
    characters.append(more);
  }

  void addAttribute(String key, String value) {
    if (attributes.isEmpty()) {
      attributes = new LinkedHashMap<>();
    }
    attributes.put(key, isBpmn() && LINES.contains(key) ? folded(value) : value);
  }

  private static String folded(String text) {
    return UNFOLDED.matcher(text.strip()).replaceAll(" ");
  }

  void addChild(Xml child) {
    if (children.isEmpty()) {
      children = new ArrayList<>();
    }
    children.add(child);
  }

  /// Without white space around it; made once, since many elements may refer to this one.
  String text() {
    if (characters != null) {
      text = characters.toString().strip();
      characters = null;
    }
    return text;
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
    List<Xml> found = List.of();
    for (Xml child : children) {
      if (child.isBpmn(localName)) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(child);
      }
    }
    return found;
  }

  Optional<Xml> first(String localName) {
    for (Xml child : children) {
      if (child.isBpmn(localName)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /// The texts of the BPMN children of that name that are not blank.
  List<String> texts(String localName) {
    List<String> found = new ArrayList<>();
    for (Xml child : all(localName)) {
      String childText = child.text();
      if (!childText.isEmpty()) {
        found.add(childText);
      }
    }
    return found;
  }

  Optional<String> firstText(String localName) {
    return texts(localName).stream().findFirst();
  }
}
