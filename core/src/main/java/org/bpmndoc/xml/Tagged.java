package org.bpmndoc.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bpmndoc.xml.Tags.Tag;

/// One element in the text of a file, by the places of its tags.
///
/// Places are counted in characters of the text. `prefix` has its colon and may be empty. Of
/// attributes there are those without a namespace and the model's own.
public final class Tagged {

  private final String prefix;
  private final String name;
  private final SourceLocation location;
  private final Map<String, String> attributes;
  private final Tag opening;
  private final List<Tagged> children = new ArrayList<>();
  private final StringBuilder characters = new StringBuilder(0);
  private Tag closing;
  private boolean hasOnlyText = true;

  Tagged(
      String prefix,
      String name,
      SourceLocation location,
      Map<String, String> attributes,
      Tag opening) {
    this.prefix = prefix;
    this.name = name;
    this.location = location;
    this.attributes = attributes;
    this.opening = opening;
    this.closing = opening;
  }

  void add(Tagged child) {
    children.add(child);
  }

  /// There is a comment, a processing instruction or another element in it.
  void mix() {
    hasOnlyText = false;
  }

  void add(String text) {
    characters.append(text);
  }

  void close(Tag tag) {
    closing = tag;
  }

  public String prefix() {
    return prefix;
  }

  /// Without its prefix.
  public String name() {
    return name;
  }

  /// As [Element] has it.
  public SourceLocation location() {
    return location;
  }

  /// Without white space around it, empty where there is none.
  public String attribute(String localName) {
    return attributes.getOrDefault(localName, "").strip();
  }

  /// Its own characters, without those of its children and without white space around them.
  public String text() {
    return characters.toString().strip();
  }

  /// Whether it holds characters and nothing else.
  public boolean hasOnlyText() {
    return hasOnlyText;
  }

  public List<Tagged> children() {
    return Collections.unmodifiableList(children);
  }

  /// Whether its one tag is all there is (`<task/>`).
  public boolean isEmptyTag() {
    return opening.isEmpty();
  }

  public int start() {
    return opening.start();
  }

  /// Behind its start tag.
  public int contentStart() {
    return opening.end();
  }

  /// Before its end tag.
  public int contentEnd() {
    return isEmptyTag() ? opening.end() : closing.start();
  }

  /// Behind its end tag.
  public int end() {
    return closing.end();
  }
}
