package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number and on which side of it something lies.
record Comparison(String number, boolean up) {

  private static final Pattern SYMBOLS =
      Pattern.compile("(>=|<=|>|<|≥|≤)\\s*\"?(-?\\d+(?:[.,]\\d+)*)");
  private static final int NEAR = 3;

  /// How comparisons begin that stand behind their number: "or more", "and above".
  private static final Set<String> BEHIND =
      Set.of("or", "and", "eller", "och", "oder", "und", "upwards");

  /// Those that a text makes, in words or in symbols.
  static List<Comparison> in(String text) {
    List<Comparison> found = new ArrayList<>();
    String joined = Numbers.joined(text);
    Matcher matcher = SYMBOLS.matcher(joined);
    while (matcher.find()) {
      boolean up = matcher.group(1).startsWith(">") || matcher.group(1).equals("≥");
      found.add(new Comparison(Numbers.plain(matcher.group(2)), up));
    }
    List<String> words = Wording.words(SYMBOLS.matcher(joined).replaceAll(" "));
    for (int at = 0; at < words.size(); at++) {
      if (Character.isDigit(words.get(at).charAt(0))) {
        side(words, at, found);
      }
    }
    return found;
  }

  /// The first words shortly before the number that compare, else those right behind it.
  private static void side(List<String> words, int number, List<Comparison> found) {
    String plain = Numbers.plain(words.get(number));
    int from = Math.max(0, number - NEAR - 1);
    for (int at = number - 1; at >= from; at--) {
      if (Character.isDigit(words.get(at).charAt(0))) {
        from = at + 1;
      }
    }
    for (int at = from; at < Math.min(words.size(), number + NEAR); at++) {
      boolean counts = at < number || BEHIND.contains(words.get(at));
      for (boolean up : new boolean[] {false, true}) {
        if (counts && Wording.LEXICON.isAt(up ? "up" : "down", words, at)) {
          found.add(new Comparison(plain, up));
          return;
        }
      }
    }
  }
}
