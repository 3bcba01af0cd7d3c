package org.bpmndoc.prompt;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.Pseudonyms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// One request's block of facts without what must not leave the machine, and what stood there.
///
/// Pseudonyms are numbered in the order in which the texts come, so the same facts give the same
/// bytes everywhere. Names of fields, aliases and BPMN's names for kinds of elements are the
/// program's own words and stay.
record Redacted(ObjectNode facts, Pseudonyms pseudonyms) {

  static Redacted of(ObjectNode facts, Set<String> aliases, Redaction redaction) {
    if (redaction.isNone()) {
      return new Redacted(facts, Pseudonyms.NONE);
    }
    Hiding hiding = new Hiding(redaction, aliases, facts);
    ObjectNode hidden = hiding.object(facts);
    return new Redacted(hidden, new Pseudonyms(hiding.originals));
  }

  /// Goes through a block of facts once.
  private static final class Hiding {

    private static final String TYPE = "type";

    private final Redaction redaction;
    private final Set<String> aliases;

    /// A pseudonym that stands in the facts already means itself, and is not given to another.
    private final String before;

    private final Map<String, String> originals = new TreeMap<>();
    private final Map<String, Map<String, String>> given = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Hiding(Redaction redaction, Set<String> aliases, ObjectNode facts) {
      this.redaction = redaction;
      this.aliases = aliases;
      this.before = CanonicalJson.text(facts);
    }

    private ObjectNode object(ObjectNode object) {
      ObjectNode kept = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(field ->
              kept.set(
                  field.getKey(),
                  isKind(field.getKey(), field.getValue())
                      ? field.getValue()
                      : value(field.getValue())));
      return kept;
    }

    private static boolean isKind(String field, JsonNode value) {
      return field.equals(TYPE) && NodeFacts.TYPES.contains(value.asString(""));
    }

    private JsonNode value(JsonNode value) {
      return switch (value) {
        case ObjectNode object -> object(object);
        case ArrayNode array -> {
          ArrayNode kept = JsonNodeFactory.instance.arrayNode();
          array.forEach(item -> kept.add(value(item)));
          yield kept;
        }
        case StringNode string when !aliases.contains(string.stringValue()) ->
            StringNode.valueOf(text(string.stringValue()));
        default -> value;
      };
    }

    private String text(String text) {
      StringBuilder kept = new StringBuilder();
      int end = 0;
      for (Found found : found(text)) {
        kept.append(text, end, found.start);
        kept.append(pseudonym(found.name, text.substring(found.start, found.end)));
        end = found.end;
      }
      return end == 0 ? text : kept.append(text, end, text.length()).toString();
    }

    private record Found(int start, int end, String name) {}

    /// What the rules find, from left to right. Where findings overlap, all they cover is hidden,
    /// under the name of the first.
    private List<Found> found(String text) {
      List<Found> all = new ArrayList<>();
      for (Redaction.Rule rule : redaction.rules()) {
        Matcher matcher = rule.pattern().matcher(text);
        while (matcher.find()) {
          if (matcher.end() > matcher.start()) {
            all.add(new Found(matcher.start(), matcher.end(), rule.name()));
          }
        }
      }
      all.sort(Comparator.comparingInt(Found::start));
      List<Found> apart = new ArrayList<>();
      for (Found next : all) {
        if (!apart.isEmpty() && next.start < apart.getLast().end) {
          Found last = apart.removeLast();
          apart.add(new Found(last.start, Math.max(last.end, next.end), last.name));
        } else {
          apart.add(next);
        }
      }
      return apart;
    }

    private String pseudonym(String name, String original) {
      return given
          .computeIfAbsent(name, _ -> new HashMap<>())
          .computeIfAbsent(original, _ -> fresh(name, original));
    }

    private String fresh(String name, String original) {
      String pseudonym;
      do {
        pseudonym = Pseudonyms.of(name, numbers.merge(name, 1, Integer::sum));
      } while (before.contains(pseudonym));
      originals.put(pseudonym, original);
      return pseudonym;
    }
  }
}
