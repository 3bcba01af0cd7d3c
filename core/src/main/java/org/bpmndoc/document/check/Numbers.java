package org.bpmndoc.document.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    List.of("thousand", "tusen", "tausend").forEach(word -> words.put(word, 1000));
    return Map.copyOf(words);
  }

  /// Counts up from a number, or says the same number for all where that is none.
  private static void count(String language, int from, Map<String, Integer> words) {
    String[] names = language.split(" ");
    for (int i = 0; i < names.length; i++) {
      words.put(names[i], from == 0 ? 1 : from + i);
    }
  }

  /// The number that ends with this word, such as that of "seventy-two".
  private static Optional<Integer> number(List<String> words, int at) {
    Integer number = WORDS.get(words.get(at));
    Integer tens = at > 0 ? WORDS.get(words.get(at - 1)) : null;
    return number == null
        ? Optional.empty()
        : Optional.of(
            tens != null && tens >= 20 && tens < 100 && number < 10 ? tens + number : number);
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

  /// Those that a text states, in digits or words; of small ones, with which anything may be
  /// counted, only those that a unit follows or that are a limit.
  static Set<String> stated(String text) {
    Set<String> numbers = digits(text);
    numbers.removeIf(number -> new BigDecimal(number).compareTo(COUNT_MAX) <= 0);
    List<String> words = Wording.words(joined(text));
    for (int at = 0; at + 1 < words.size(); at++) {
      if (Wording.LEXICON.isAt("unit", words, at + 1) || isLimit(words, at)) {
        number(words, at).ifPresent(number -> numbers.add(number.toString()));
        numbers.addAll(digits(words.get(at)));
      }
    }
    return numbers;
  }

  /// "At most two …".
  private static boolean isLimit(List<String> words, int number) {
    return number > 1
        && !Integer.valueOf(1).equals(WORDS.get(words.get(number)))
        && (Wording.LEXICON.isAt("atmost", words, number - 2)
            || Wording.LEXICON.isAt("atmost", words, number - 1)
            || number > 2 && Wording.LEXICON.isAt("atmost", words, number - 3));
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
    for (int at = 0; at < words.size(); at++) {
      number(words, at).ifPresent(number -> numbers.add(number.toString()));
    }
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
