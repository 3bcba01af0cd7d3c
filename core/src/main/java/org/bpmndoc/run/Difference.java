package org.bpmndoc.run;

import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bpmndoc.document.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// The first place at which two JSON values differ: a JSON pointer, and what stands there, on a
/// line each and shortened; empty where nothing stands.
public record Difference(String pointer, String before, String now) {

  private static final int LENGTH_MAX = 120;
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

  /// In the order of the fields now; what is no longer there comes last.
  public static Optional<Difference> first(JsonNode before, JsonNode now) {
    return first("", before, now);
  }

  private static Optional<Difference> first(String at, JsonNode before, JsonNode now) {
    if (before.equals(now)) {
      return Optional.empty();
    }
    if (before instanceof ObjectNode then && now instanceof ObjectNode object) {
      return inFields(at, then, object);
    }
    if (before instanceof ArrayNode then && now instanceof ArrayNode array) {
      return inItems(at, then, array);
    }
    return Optional.of(new Difference(at, line(before), line(now)));
  }

  private static Optional<Difference> inFields(String at, ObjectNode before, ObjectNode now) {
    for (String name : now.propertyNames()) {
      Optional<Difference> found = first(below(at, name), before.path(name), now.path(name));
      if (found.isPresent()) {
        return found;
      }
    }
    return before.propertyNames().stream()
        .filter(name -> !now.has(name))
        .findFirst()
        .flatMap(name -> first(below(at, name), before.path(name), MissingNode.getInstance()));
  }

  /// Where there are more items now, or fewer, the first that differs is shown whole: what follows
  /// it has only moved.
  private static Optional<Difference> inItems(String at, ArrayNode before, ArrayNode now) {
    int i = 0;
    Iterator<JsonNode> then = before.iterator();
    while (then.hasNext() && i < now.size() && then.next().equals(now.get(i))) {
      i++;
    }
    String place = at + "/" + i;
    return before.size() == now.size()
        ? first(place, before.path(i), now.path(i))
        : Optional.of(new Difference(place, line(before.path(i)), line(now.path(i))));
  }

  private static String below(String at, String name) {
    return at + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /// A text as it is, anything else as JSON.
  private static String line(JsonNode value) {
    if (value.isMissingNode()) {
      return "";
    }
    String text = value.isString() ? value.stringValue() : CanonicalJson.text(value);
    String line = CONTROL.matcher(text).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) <= LENGTH_MAX
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LENGTH_MAX - 1)) + "…";
  }
}
