package org.bpmndoc.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// What stood in one request instead of texts that were not to leave the machine: `«customer-1»` to
/// the text itself. Stays on this machine.
///
/// Documents are stored with pseudonyms, as they were written, and get the texts back for one
/// subject at a time: subjects that differ in hidden texts alone share a request and a document.
public record Pseudonyms(@JsonValue Map<String, String> originals) {

  public static final Pseudonyms NONE = new Pseudonyms(Map.of());

  private static final String OPEN = "«";
  private static final String CLOSE = "»";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Pseudonyms {
    originals = Collections.unmodifiableSortedMap(new TreeMap<>(originals));
  }

  /// The pseudonym with that name and number, counted from 1.
  public static String of(String name, int number) {
    return OPEN + name + "-" + number + CLOSE;
  }

  public boolean isEmpty() {
    return originals.isEmpty();
  }

  /// The same document with the texts in it. What looks like a pseudonym and is none, because its
  /// writer changed or made it up, stays and is a finding.
  public Document restore(Document document) {
    if (isEmpty()) {
      return document;
    }
    Pattern alike = alike();
    List<Finding> findings = new ArrayList<>(document.findings());
    JsonNode content =
        restore(
            "",
            document.content(),
            alike,
            (path, found) ->
                findings.add(
                    new Finding(
                        Finding.Grade.GAP,
                        "pseudonym-lost",
                        path,
                        "\"" + found + "\" stands for nothing that was hidden")));
    return new Document(
        document.fingerprint(), document.contract(), content, findings, document.origin());
  }

  /// Any of the names with a number, with or without its brackets. The names are letters and `-`.
  private Pattern alike() {
    String names =
        originals.keySet().stream()
            .map(pseudonym -> pseudonym.substring(OPEN.length(), pseudonym.lastIndexOf('-')))
            .distinct()
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        OPEN + "?\\b(?:" + names + ")-\\d+\\b" + CLOSE + "?", Pattern.CASE_INSENSITIVE);
  }

  private JsonNode restore(
      String path, JsonNode value, Pattern alike, BiConsumer<String, String> lost) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode restored = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(field -> {
              String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              restored.set(field.getKey(), restore(below, field.getValue(), alike, lost));
            });
        yield restored;
      }
      case ArrayNode array -> {
        ArrayNode restored = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < array.size(); i++) {
          restored.add(restore(path + "[" + i + "]", array.get(i), alike, lost));
        }
        yield restored;
      }
      case StringNode string ->
          StringNode.valueOf(
              alike
                  .matcher(string.stringValue())
                  .replaceAll(
                      found -> Matcher.quoteReplacement(original(found.group(), path, lost))));
      default -> value;
    };
  }

  private String original(String found, String path, BiConsumer<String, String> lost) {
    String original = originals.get(found);
    if (original == null) {
      lost.accept(path, found);
      return found;
    }
    return original;
  }
}
