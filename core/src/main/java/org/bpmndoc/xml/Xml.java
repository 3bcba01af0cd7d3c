package org.bpmndoc.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One XML element while its file is being read: a light tree without the diagram part.
///
/// Attributes are kept by local name, those of a foreign namespace by `{namespace}name`.
public final class Xml {

  /// White space that is not already a single blank.
  private static final Pattern UNFOLDED = Pattern.compile("\\s{2,}|[\\s&&[^ ]]");

  private final String namespace;
  private final String name;
  private final SourceLocation location;
  private final boolean isModel;

  /// Names and values in turn.
  private final String[] attributes;

  /// Most elements have few, many none.
  private List<Xml> children = List.of();

  private @Nullable StringBuilder characters;
  private String text = "";

  /// `attributes` has names and values in turn; `isModel` says whether the namespace is one of the
  /// model's own.
  Xml(
      String namespace,
      String name,
      SourceLocation location,
      String[] attributes,
      boolean isModel) {
    this.namespace = namespace;
    this.name = name;
    this.location = location;
    this.attributes = attributes;
    this.isModel = isModel;
  }

  public String namespace() {
    return namespace;
  }

  public String name() {
    return name;
  }

  public SourceLocation location() {
    return location;
  }

  public List<Xml> children() {
    return children;
  }

  String[] attributes() {
    return attributes;
  }

  void addText(String more) {
    if (characters == null) {
      characters = new StringBuilder(more.length());
    }
    characters.append(more);
  }

  /// On one line, as most texts are already.
  static String folded(String text) {
    String stripped = text.strip();
    return isFolded(stripped) ? stripped : UNFOLDED.matcher(stripped).replaceAll(" ");
  }

  private static boolean isFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == ' ' && text.charAt(i + 1) == ' ') {
        return false;
      }
    }
    return true;
  }

  void addChild(Xml child) {
    if (children.isEmpty()) {
      children = new ArrayList<>();
    }
    children.add(child);
  }

  /// Without white space around it; made once, since many elements may refer to this one.
  public String text() {
    if (characters != null) {
      text = characters.toString().strip();
      characters = null;
    }
    return text;
  }

  /// Whether it is one of the model's own elements, and no vendor's.
  public boolean isModel() {
    return isModel;
  }

  public boolean isModel(String localName) {
    return isModel && name.equals(localName);
  }

  /// The value without white space around it, empty where there is none.
  public String attribute(String localName) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(localName)) {
        return attributes[i + 1].strip();
      }
    }
    return "";
  }

  /// The value of an attribute that holds text or a reference, absent where it is missing or blank.
  public Optional<String> optional(String localName) {
    return Optional.of(attribute(localName)).filter(value -> !value.isEmpty());
  }

  public boolean isTrue(String localName, boolean otherwise) {
    return switch (attribute(localName)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> otherwise;
    };
  }

  public List<Xml> all(String localName) {
    List<Xml> found = List.of();
    for (Xml child : children) {
      if (child.isModel(localName)) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(child);
      }
    }
    return found;
  }

  public Optional<Xml> first(String localName) {
    for (Xml child : children) {
      if (child.isModel(localName)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /// The texts of the model's own children of that name that are not blank.
  public List<String> texts(String localName) {
    List<String> found = new ArrayList<>();
    for (Xml child : all(localName)) {
      String childText = child.text();
      if (!childText.isEmpty()) {
        found.add(childText);
      }
    }
    return found;
  }

  public Optional<String> firstText(String localName) {
    return texts(localName).stream().findFirst();
  }
}
