package org.bpmndoc.document;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.landscape.SubjectId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// What people wrote about one subject: the fields of `replace` stand in place of those of its
/// document, what is in `extend` stands behind them.
///
/// Whatever is written of the subject meanwhile, these words are put on it when it is shown, on its
/// page and to its parents. They keep the schema of its contract and name elements by aliases.
/// `file` is the one they stand in, below the landscape's folder. `stewardship` is no part of the
/// document.
public record SubjectOverride(
    SubjectId subject,
    String file,
    ObjectNode replace,
    ObjectNode extend,
    Stewardship stewardship) {

  private static final String PARAGRAPH = "\n\n";

  public SubjectOverride {
    replace = replace.deepCopy();
    extend = extend.deepCopy();
  }

  /// One that says nothing of who answers for the subject.
  public SubjectOverride(SubjectId subject, String file, ObjectNode replace, ObjectNode extend) {
    this(subject, file, replace, extend, Stewardship.NONE);
  }

  /// Whether it says something in its document.
  public boolean hasWords() {
    return !replace.isEmpty() || !extend.isEmpty();
  }

  /// The document with these words in it. Where it has nothing to replace or to extend, the words
  /// are all there is.
  public JsonNode applyTo(JsonNode content) {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    content.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
    merged.setAll(replace);
    extend
        .properties()
        .forEach(more ->
            merged.set(more.getKey(), extended(merged.optional(more.getKey()), more.getValue())));
    return merged;
  }

  private static JsonNode extended(Optional<JsonNode> before, JsonNode more) {
    return switch (before.orElse(more)) {
      case JsonNode only when before.isEmpty() -> only;
      case ArrayNode items -> {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        yield all.addAll(items.values()).addAll(more.values());
      }
      case StringNode text when text.stringValue().isBlank() -> more;
      case StringNode text ->
          StringNode.valueOf(text.stringValue().stripTrailing() + PARAGRAPH + more.asString(""));
      default -> more;
    };
  }

  /// Whether the words that a finding is about are shown no more.
  public boolean hides(Finding finding) {
    String field = finding.field().split("[.\\[]", 2)[0];
    return replace.has(field);
  }

  /// The names of the fields, in the order of the file.
  public Set<String> replaces() {
    return new LinkedHashSet<>(replace.propertyNames());
  }

  public Set<String> extendedFields() {
    return new LinkedHashSet<>(extend.propertyNames());
  }
}
