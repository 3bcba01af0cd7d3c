package org.bpmndoc.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How the pages look and what is on them, as whoever they are for wants it.
///
/// `logo` and `styleSheet` are files that become part of the site; the style sheet stands behind
/// the site's own. `hidden` are sections that are left out, `first` those that stand before the
/// others, in that order: names of fields of documents, or of parts ([#PARTS]). `pages` are
/// people's own.
public record Look(
    Optional<Path> logo,
    Optional<Path> styleSheet,
    Map<Color, String> colors,
    List<String> hidden,
    List<String> first,
    List<Page> pages) {

  public static final Look PLAIN =
      new Look(Optional.empty(), Optional.empty(), Map.of(), List.of(), List.of(), List.of());

  static final String FLOW = "flow";
  static final String MADE_OF = "parts";
  static final String CALLERS = "callers";
  static final String PROVENANCE = "provenance";

  /// What may be left out besides the fields of a document. What does not agree with the model is
  /// shown whatever anybody wants, and so is the summary.
  public static final List<String> PARTS = List.of(FLOW, MADE_OF, CALLERS, PROVENANCE);

  /// What people have written in Markdown, about no subject. `file` is where it stands.
  public record Page(Path file, String markdown) {}

  /// What has a color of people's own, for light and for dark surroundings.
  public enum Color {
    ACCENT("--accent", false),
    ACCENT_DARK("--accent", true);

    private final String property;
    private final boolean dark;

    Color(String property, boolean dark) {
      this.property = property;
      this.dark = dark;
    }

    String property() {
      return property;
    }

    boolean isDark() {
      return dark;
    }
  }

  public Look {
    colors = Map.copyOf(colors);
    hidden = List.copyOf(hidden);
    first = List.copyOf(first);
    pages = List.copyOf(pages);
  }

  boolean shows(String name) {
    return !hidden.contains(name);
  }

  /// The fields of a document that are shown, in the order in which they are.
  JsonNode arranged(JsonNode content) {
    ObjectNode arranged = JsonNodeFactory.instance.objectNode();
    first.forEach(name -> content.optional(name).ifPresent(field -> arranged.set(name, field)));
    content.properties().forEach(field -> arranged.putIfAbsent(field.getKey(), field.getValue()));
    return arranged.remove(hidden);
  }
}
