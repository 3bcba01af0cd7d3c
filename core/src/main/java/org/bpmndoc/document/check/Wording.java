package org.bpmndoc.document.check;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes texts apart into sentences and words, and tells words that are forms of one.
final class Wording {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|\\d+(?:[.,]\\d+)*");
  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final List<Pattern> QUOTED =
      List.of(
          Pattern.compile("[“„”]([^“„”]{1,200})[“”]"),
          Pattern.compile("[»«]([^»«]{1,200})[«»]"),
          Pattern.compile("\"([^\"]{1,200})\""));

  /// Two words are forms of one where they begin alike but for so many letters at the end.
  private static final int ENDING_MAX = 4;

  private static final int BEGINNING_MIN = 3;

  /// Shorter words are no parts of compounds that could be told at their end.
  private static final int COMPOUND_MIN = 5;

  /// What turns a word into its opposite rather than into a compound.
  private static final Set<String> OPPOSITE = Set.of("un", "in", "im", "dis", "non", "o", "miss");

  static final Lexicon LEXICON = Lexicon.read("lexicon.txt");

  /// The share of its words that make a name: both of two, three of four.
  private static final double MOST = 0.7;

  private Wording() {}

  /// Letters and numbers, small; `claimedAmount` is two words.
  static List<String> words(String text) {
    return cased(text).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /// The same words as they are written.
  static List<String> cased(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(HUMP.matcher(text).replaceAll(" "));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /// A text without what stands in quotation marks.
  static String unquoted(String text) {
    String rest = text;
    for (Pattern marks : QUOTED) {
      rest = marks.matcher(rest).replaceAll(" ");
    }
    return rest;
  }

  /// The words that say something of their own.
  static List<String> content(String text) {
    List<String> words = words(text);
    List<String> content = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      if (words.get(at).length() > 1 && !LEXICON.isAt("stop", words, at)) {
        content.add(words.get(at));
      }
    }
    return content;
  }

  static List<String> sentences(String text) {
    BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ROOT);
    boundaries.setText(text);
    List<String> sentences = new ArrayList<>();
    int from = boundaries.first();
    for (int to = boundaries.next(); to != BreakIterator.DONE; to = boundaries.next()) {
      String sentence = text.substring(from, to).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      from = to;
    }
    return sentences;
  }

  /// What stands in quotation marks.
  static List<String> quoted(String text) {
    List<String> quoted = new ArrayList<>();
    String rest = text;
    for (Pattern marks : QUOTED) {
      Matcher matcher = marks.matcher(rest);
      while (matcher.find()) {
        quoted.add(matcher.group(1));
      }
      rest = matcher.replaceAll(" ");
    }
    return quoted;
  }

  /// Whether both are forms of one word, or one is the beginning of a compound with the other.
  static boolean alike(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    int shorter = Math.min(one.length(), other.length());
    if (shorter >= COMPOUND_MIN && (one.endsWith(other) || other.endsWith(one))) {
      String longer = one.length() > shorter ? one : other;
      return !OPPOSITE.contains(longer.substring(0, longer.length() - shorter));
    }
    int same = 0;
    while (same < shorter && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    int ending = Math.max(one.length(), other.length()) - same;
    return same >= BEGINNING_MIN
        && shorter - same <= Math.min(ENDING_MAX, same / 2)
        && (ending <= ENDING_MAX || same > ENDING_MAX && (same == shorter || ending <= same));
  }

  static boolean hasAlike(List<String> words, String word) {
    return words.stream().anyMatch(other -> alike(word, other));
  }

  /// How many of the content words of a name are in a text, 0 to 1; 1 for a name without any.
  static double share(String name, List<String> text) {
    List<String> content = content(name);
    return content.isEmpty()
        ? 1
        : (double) content.stream().filter(word -> hasAlike(text, word)).count() / content.size();
  }

  /// Whether a text speaks of a name: most of its words are in it.
  static boolean speaksOf(List<String> text, String name) {
    return !content(name).isEmpty() && share(name, text) > MOST;
  }

  static boolean denies(String sentence) {
    return LEXICON.has("not", words(sentence));
  }
}
