package org.bpmndoc.document.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The numbers in a text, however they are written. Those of more than 30 digits, and durations of
/// more than nine, are none: nobody states them, and a file may hold anything.
final class Numbers {

  private static final Pattern GROUPED =
      Pattern.compile("(?<![\\d.,])\\d{1,3}(?:[ \\u00a0\\u202f.,'’]\\d{3})+(?!\\d)");
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\d)\\d{1,30}(?!\\d)(?:[.,]\\d{1,30}(?!\\d))?");
  private static final Pattern DURATION =
      Pattern.compile(
          "P(?:(D)Y)?(?:(D)M)?(?:(D)W)?(?:(D)D)?(?:T(?:(D)H)?(?:(D)M)?(?:(D)S)?)?"
              .replace("(D)", "(\\d{1,9})"));
  private static final int DIGITS_MAX = 61;
  private static final BigDecimal COUNT_MAX = BigDecimal.valueOf(19);
  private static final Map<String, Integer> WORDS = words();
  private static final int HUNDRED = 100;
  private static final int THOUSAND = 1000;

  private Numbers() {}

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    for (String language :
        List.of(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                + " fifteen",
            "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton",
            "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
                + " fünfzehn")) {
      count(language, 1, words);
    }
    for (String language :
        List.of(
            "twenty thirty forty fifty sixty seventy eighty ninety hundred",
            "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra",
            "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert")) {
      String[] tens = language.split(" ");
      for (int i = 0; i < tens.length; i++) {
        words.put(tens[i], 10 * (i + 2));
      }
    }
    count("eine einem einer eines einen", 0, words);
    List.of("thousand", "tusen", "tausend").forEach(word -> words.put(word, THOUSAND));
    return Map.copyOf(words);
  }

  /// Counts up from a number, or says the same number for all where that is none.
  private static void count(String language, int from, Map<String, Integer> words) {
    String[] names = language.split(" ");
    for (int i = 0; i < names.length; i++) {
      words.put(names[i], from == 0 ? 1 : from + i);
    }
  }

  /// A number and the words that make it, such as "two thousand five hundred".
  private record Spelled(int from, int to, int value) {}

  private static List<Spelled> spelled(List<String> words) {
    List<Spelled> spelled = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      int from = at;
      int thousands = 0;
      int rest = 0;
      for (; at < words.size() && (isNumber(words, at) || isBetween(words, from, at)); at++) {
        int word = WORDS.getOrDefault(words.get(at), 0);
        if (word == THOUSAND) {
          thousands += Math.max(1, rest) * THOUSAND;
          rest = 0;
        } else if (word == HUNDRED) {
          rest = Math.max(1, rest) * HUNDRED;
        } else {
          rest += word;
        }
      }
      if (at > from && (from == 0 || !Wording.LEXICON.isAt("half", words, from - 1))) {
        spelled.add(new Spelled(from, at, thousands + rest));
      }
    }
    return spelled;
  }

  private static boolean isNumber(List<String> words, int at) {
    return at < words.size() && WORDS.containsKey(words.get(at));
  }

  /// The "and" of "one hundred and twenty".
  private static boolean isBetween(List<String> words, int from, int at) {
    return at > from
        && words.get(at).equals("and")
        && isNumber(words, at + 1)
        && WORDS.getOrDefault(words.get(at - 1), 0) >= HUNDRED;
  }

  /// The text without marks between thousands.
  static String joined(String text) {
    return GROUPED.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\d]", ""));
  }

  /// `1,50` and `1.5` are one number.
  static String plain(String number) {
    if (number.length() > DIGITS_MAX) {
      return number;
    }
    return new BigDecimal(number.replace(',', '.').replaceAll("\\.(?=.*\\.)", ""))
        .stripTrailingZeros()
        .toPlainString();
  }

  /// Those that a text states and that count more than what one has at hand, in digits or words.
  static Set<String> large(String text) {
    Set<String> numbers = digits(text);
    spelled(Wording.words(text)).forEach(number -> numbers.add(String.valueOf(number.value())));
    numbers.removeIf(number -> new BigDecimal(number).compareTo(COUNT_MAX) <= 0);
    return numbers;
  }

  /// Those that a unit follows or that are a limit, be they as small as they like.
  static Set<String> measured(String text) {
    List<String> words = Wording.words(joined(text));
    Set<String> numbers = new HashSet<>();
    for (Spelled number : spelled(words)) {
      if (isMeasured(words, number.from(), number.to()) && number.value() > 1) {
        numbers.add(String.valueOf(number.value()));
      }
    }
    for (int at = 0; at < words.size(); at++) {
      if (isMeasured(words, at, at + 1)) {
        numbers.addAll(digits(words.get(at)));
      }
    }
    return numbers;
  }

  /// "… ten days", "at most two …", "more than five …".
  private static boolean isMeasured(List<String> words, int from, int to) {
    return Wording.LEXICON.isAt("unit", words, to)
        || IntStream.range(Math.max(0, from - 3), from)
            .anyMatch(at -> Wording.LEXICON.isAt("limit", words, at));
  }

  /// Those that a text allows to be stated: all in it, in digits or words, its durations in every
  /// unit, and what is one more or less, since below 100 is up to 99.
  static Set<String> allowed(String text) {
    Set<String> numbers = digits(text);
    for (String number : List.copyOf(numbers)) {
      BigDecimal value = new BigDecimal(number);
      if (value.scale() <= 0 && value.compareTo(BigDecimal.TEN) > 0) {
        numbers.add(value.add(BigDecimal.ONE).toPlainString());
        numbers.add(value.subtract(BigDecimal.ONE).toPlainString());
      }
    }
    List<String> words = Wording.words(text);
    spelled(words).forEach(number -> numbers.add(String.valueOf(number.value())));
    words.stream()
        .filter(WORDS::containsKey)
        .forEach(word -> numbers.add(String.valueOf(WORDS.get(word))));
    Matcher matcher = DURATION.matcher(text.toUpperCase(Locale.ROOT));
    while (matcher.find()) {
      if (matcher.end() - matcher.start() > 2) {
        duration(matcher, numbers);
      }
    }
    return numbers;
  }

  /// The spans of time that a text speaks of, in words or as a duration.
  static Set<String> spans(String text) {
    Set<String> spans = new HashSet<>();
    List<String> words = Wording.words(text);
    List.of("week", "month").stream()
        .filter(span -> Wording.LEXICON.has(span, words))
        .forEach(spans::add);
    Matcher matcher = DURATION.matcher(text.toUpperCase(Locale.ROOT));
    while (matcher.find()) {
      if (matcher.group(2) != null) {
        spans.add("month");
      }
      if (matcher.group(3) != null || part(matcher, 4) >= 7) {
        spans.add("week");
      }
    }
    return spans;
  }

  static Set<String> digits(String text) {
    Set<String> numbers = new HashSet<>();
    Matcher matcher = NUMBER.matcher(joined(text));
    while (matcher.find()) {
      numbers.add(plain(matcher.group()));
    }
    return numbers;
  }

  private static void duration(Matcher found, Set<String> numbers) {
    long months = 12 * part(found, 1) + part(found, 2);
    long days = 7 * part(found, 3) + part(found, 4);
    long hours = 24 * days + part(found, 5);
    long minutes = 60 * hours + part(found, 6);
    long seconds = 60 * minutes + part(found, 7);
    for (long[] unit :
        new long[][] {{months, 12}, {days, 7}, {hours, 24}, {minutes, 60}, {seconds, 60}}) {
      numbers.add(String.valueOf(unit[0]));
      if (unit[0] % unit[1] == 0) {
        numbers.add(String.valueOf(unit[0] / unit[1]));
      }
    }
    if (hours % 24 == 0) {
      numbers.add(String.valueOf(hours / 24));
      if (hours % 168 == 0) {
        numbers.add(String.valueOf(hours / 168));
      }
    }
  }

  private static long part(Matcher found, int group) {
    return found.group(group) == null ? 0 : Long.parseLong(found.group(group));
  }
}
