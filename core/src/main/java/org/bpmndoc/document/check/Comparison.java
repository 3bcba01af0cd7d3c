package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number, on which side of it something lies, and whether that holds for the number itself.
record Comparison(String number, boolean up, boolean inclusive) {

  private static final Pattern SYMBOLS =
      Pattern.compile("(>=|<=|>|<|≥|≤)\\s*\"?(-?\\d+(?:[.,]\\d+)*)");
  private static final int NEAR = 3;

  /// How comparisons begin that stand behind their number: "or more", "and above".
  private static final Set<String> BEHIND =
      Set.of("or", "and", "eller", "och", "oder", "und", "upwards");

  /// The sets of words that compare. What says more comes first: "not over" before "over".
  private static final List<String> SETS = List.of("atmost", "atleast", "below", "over");

  /// The other side of the same number, whether it includes it or not.
  boolean contradicts(Comparison model) {
    return number.equals(model.number) && (up != model.up || inclusive != model.inclusive);
  }

  /// Those that a text makes, in words or in symbols.
  static List<Comparison> in(String text) {
    List<Comparison> found = new ArrayList<>();
    String joined = Numbers.joined(text);
    Matcher matcher = SYMBOLS.matcher(joined);
    while (matcher.find()) {
      String symbol = matcher.group(1);
      found.add(
          new Comparison(
              Numbers.plain(matcher.group(2)),
              symbol.startsWith(">") || symbol.equals("≥"),
              symbol.length() > 1 || symbol.equals("≥") || symbol.equals("≤")));
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
    int from = Math.max(0, number - NEAR - 1);
    for (int at = number - 1; at >= from; at--) {
      if (Character.isDigit(words.get(at).charAt(0))) {
        from = at + 1;
      }
    }
    for (int at = from; at < Math.min(words.size(), number + NEAR); at++) {
      boolean counts = at < number ^ BEHIND.contains(words.get(at));
      for (String set : counts ? SETS : List.<String>of()) {
        if (Wording.LEXICON.isAt(set, words, at)) {
          found.add(
              new Comparison(
                  Numbers.plain(words.get(number)),
                  set.equals("over") || set.equals("atleast"),
                  set.startsWith("at")));
          return;
        }
      }
    }
  }
}
