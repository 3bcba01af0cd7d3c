package org.bpmndoc.emulator.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Brings text out of a model into a form in which it can stand in a sentence.
final class Names {

  private static final int NAME_MAX = 160;
  private static final int SENTENCE_MAX = 600;

  private static final Pattern LAYOUT =
      Pattern.compile("</?(?:p|br|b|i|u|em|strong|ul|ol|li|div|span|h[1-6])(?: [^<>]{0,200})?/?>");
  private static final Pattern HEADING = Pattern.compile("(?m)^\\s*#+\\s.*$");

  /// What tools and hurried people call the ends of a flow; it says no more than the symbol does.
  private static final Set<String> START_OR_END =
      Set.of("start", "startevent", "starthändelse", "end", "endevent", "slut", "sluthändelse");

  private Names() {}

  /// On one line, without what is no text, cut where it is beyond reading.
  static String clean(String text) {
    return cut(printable(text).strip().replaceAll("\\s+", " "), NAME_MAX);
  }

  /// The name of a node; empty where it only says what the node is.
  static String ofNode(String text, String type) {
    String name = clean(text);
    boolean bare =
        (type.equals("startEvent") || type.equals("endEvent"))
            && START_OR_END.contains(name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", ""));
    return bare ? "" : name;
  }

  static List<String> clean(JsonNode names) {
    return names.valueStream().map(name -> clean(name.asString(""))).toList();
  }

  /// A longer text on one line.
  static String line(String text) {
    return cut(prose(text), SENTENCE_MAX);
  }

  /// The first sentences of a longer text.
  static List<String> sentences(String text, int max) {
    return Arrays.stream(prose(text).split("(?<=[.!?…])\\s+(?=\\P{Ll})", -1))
        .filter(sentence -> !sentence.isBlank())
        .limit(max)
        .map(Names::ended)
        .toList();
  }

  /// Running text, without what only lays it out: tags, headings, bullets. A line that the next one
  /// does not carry on is a sentence, and points of a list follow each other.
  private static String prose(String text) {
    String lines = LAYOUT.matcher(printable(text)).replaceAll("\n").replace("**", "");
    String body = HEADING.matcher(lines).replaceAll("");
    return (body.isBlank() ? lines.replaceAll("(?m)^\\s*#+\\s*", "") : body)
        .strip()
        .replaceAll("(?<=[:;,])\\s*\\R\\s*[*•-]\\s+", " ")
        .replaceAll("(?<=[.!?…])\\s*\\R\\s*[*•-]\\s+", " ")
        .replaceAll("\\s*\\R\\s*[*•-]\\s+(?=\\p{Lu})", ". ")
        .replaceAll("\\s*\\R\\s*[*•-]\\s+", ", ")
        .replaceAll("^[*•-]\\s+", "")
        .replaceAll("(?<![.!?:;,…])\\s*\\R\\s*(?=[\\p{Lu}\\p{Nd}])", ". ")
        .replaceAll("\\s+", " ");
  }

  private static String ended(String sentence) {
    String cut = cut(sentence.strip(), SENTENCE_MAX);
    return cut.matches("(?s).*[.!?…]") ? cut : cut.replaceAll("[:;,]$", "") + ".";
  }

  static String cut(String text, int max) {
    return text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max - 1)).strip() + "…";
  }

  private static String printable(String text) {
    return text.codePoints()
        .map(codePoint -> Character.isISOControl(codePoint) && codePoint != '\n' ? ' ' : codePoint)
        .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
