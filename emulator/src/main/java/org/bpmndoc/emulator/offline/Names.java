package org.bpmndoc.emulator.offline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Brings text out of a model into a form in which it can stand in a sentence.
final class Names {

  private static final int NAME_MAX = 160;
  private static final int SENTENCE_MAX = 600;

  private Names() {}

  /// On one line, without what is no text, cut where it is beyond reading.
  static String clean(String text) {
    return cut(printable(text).strip().replaceAll("\\s+", " "), NAME_MAX);
  }

  /// A longer text on one line.
  static String line(String text) {
    return cut(printable(text).strip().replaceAll("\\s+", " "), SENTENCE_MAX);
  }

  /// The first sentences of a longer text. A line that the next one does not carry on is a
  /// sentence.
  static List<String> sentences(String text, int max) {
    String joined =
        printable(text)
            .strip()
            .replaceAll("(?<![.!?:;,…])\\s*\\R\\s*(?=[\\p{Lu}\\p{Nd}*•-])", ". ")
            .replaceAll("\\s+", " ");
    return Arrays.stream(joined.split("(?<=[.!?…])\\s+(?=\\P{Ll})", -1))
        .filter(sentence -> !sentence.isBlank())
        .limit(max)
        .map(Names::ended)
        .toList();
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
