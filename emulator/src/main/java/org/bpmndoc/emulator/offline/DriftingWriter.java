package org.bpmndoc.emulator.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bpmndoc.emulator.Answer;
import org.bpmndoc.emulator.Writer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Says what another writer says in words of its own, as a language model does: for another request
/// in other words. What stands in an earlier document that is shown, and still holds, it keeps word
/// for word.
///
/// The words depend on the request alone, so the same request always gets the same answer.
public final class DriftingWriter implements Writer {

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final List<String> IN_OTHER_WORDS =
      List.of("as it stands", "in short", "as such", "on the whole", "for its part", "so far");
  private static final Pattern ADDED =
      Pattern.compile(", (?:" + String.join("|", IN_OTHER_WORDS) + ")\\.$");
  private static final Pattern EARLIER = Pattern.compile("<earlier>\n(.*)\n</earlier>");

  private final Writer behind;

  public DriftingWriter(Writer behind) {
    this.behind = behind;
  }

  @Override
  public Answer answer(JsonNode params) {
    return switch (behind.answer(params)) {
      case Answer.Refused refused -> refused;
      case Answer.Text text -> {
        String asked = params.path("messages").toString();
        Map<String, String> kept = new HashMap<>();
        Matcher earlier = EARLIER.matcher(said(params.path("messages")));
        if (earlier.find()) {
          remember("", MAPPER.readTree(earlier.group(1)), kept);
        }
        yield new Answer.Text(
            MAPPER.writeValueAsString(
                reworded("", MAPPER.readTree(text.text()), kept, asked.hashCode())));
      }
    };
  }

  private static String said(JsonNode messages) {
    StringBuilder said = new StringBuilder();
    for (JsonNode message : messages) {
      JsonNode content = message.path("content");
      said.append(content.asString(""));
      content.forEach(block -> said.append(block.path("text").asString("")));
    }
    return said.toString();
  }

  /// Every text of an earlier document by what it says, and by that and where it stands.
  private static void remember(String path, JsonNode value, Map<String, String> kept) {
    if (value.isString()) {
      String said = plain(value.stringValue());
      kept.put(path + said, value.stringValue());
      kept.putIfAbsent(said, value.stringValue());
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      remember(path + "." + i, value.get(i), kept);
    }
    value
        .properties()
        .forEach(field -> remember(path + "." + field.getKey(), field.getValue(), kept));
  }

  private static String plain(String text) {
    return ADDED.matcher(text).replaceFirst(".");
  }

  private static JsonNode reworded(
      String path, JsonNode value, Map<String, String> kept, int seed) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode reworded = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(field ->
                reworded.set(
                    field.getKey(),
                    reworded(path + "." + field.getKey(), field.getValue(), kept, seed)));
        yield reworded;
      }
      case ArrayNode array -> {
        ArrayNode reworded = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < array.size(); i++) {
          reworded.add(reworded(path + "." + i, array.get(i), kept, seed));
        }
        yield reworded;
      }
      case StringNode string when string.stringValue().endsWith(".") -> {
        String text = string.stringValue();
        String before = kept.getOrDefault(path + text, kept.get(text));
        yield StringNode.valueOf(before != null ? before : inOtherWords(text, path, seed));
      }
      default -> value;
    };
  }

  private static String inOtherWords(String text, String path, int seed) {
    int which = Math.floorMod(31 * path.hashCode() + seed, IN_OTHER_WORDS.size());
    return text.substring(0, text.length() - 1) + ", " + IN_OTHER_WORDS.get(which) + ".";
  }
}
