package org.bpmndoc.document.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers in a text, however they are written.
final class Numbers {

  private static final Pattern GROUPED =
      Pattern.compile("(?<![\\d.,])\\d{1,3}(?:[ \\u00a0\\u202f.,'’]\\d{3})+(?!\\d)");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");
  private static final Pattern DURATION =
      Pattern.compile(
          "P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");
  private static final Map<String, String> WORDS = words();

  private Numbers() {}

  private static Map<String, String> words() {
    Map<String, String> words = new java.util.HashMap<>();
    List<List<String>> languages =
        List.of(
            List.of(
                "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                    .split(" ")),
            List.of(
                "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton"
                    .split(" ")),
            List.of(
                "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"
                    .split(" ")));
    for (List<String> language : languages) {
      for (int i = 0; i < language.size(); i++) {
        words.put(language.get(i), String.valueOf(i + 2));
      }
    }
    for (String one : List.of("one", "ett", "ein", "eine", "einem", "einer", "eines")) {
      words.put(one, "1");
    }
    Map.of(
            "twenty", "20", "tjugo", "20", "zwanzig", "20", "thirty", "30", "trettio", "30",
            "dreißig", "30", "hundred", "100", "hundra", "100", "hundert", "100", "sixty", "60")
        .forEach(words::put);
    Map.of(
            "sextio",
            "60",
            "sechzig",
            "60",
            "thousand",
            "1000",
            "tusen",
            "1000",
            "tausend",
            "1000",
            "ninety",
            "90",
            "nittio",
            "90",
            "neunzig",
            "90",
            "forty",
            "40",
            "fifty",
            "50")
        .forEach(words::put);
    return Map.copyOf(words);
  }

  /// The text without marks between thousands.
  static String joined(String text) {
    return GROUPED.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\d]", ""));
  }

  /// `1,50` and `1.5` are one number.
  static String plain(String number) {
    return new BigDecimal(number.replace(',', '.').replaceAll("\\.(?=.*\\.)", ""))
        .stripTrailingZeros()
        .toPlainString();
  }

  /// Those that a text states: in digits, and in words where a unit follows.
  static Set<String> stated(String text) {
    Set<String> numbers = digits(text);
    List<String> words = Wording.words(text);
    for (int at = 0; at + 1 < words.size(); at++) {
      String number = WORDS.get(words.get(at));
      if (number != null && Wording.LEXICON.isAt("unit", words, at + 1)) {
        numbers.add(number);
      }
    }
    return numbers;
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
    Wording.words(text).stream()
        .filter(WORDS::containsKey)
        .forEach(word -> numbers.add(WORDS.getOrDefault(word, word)));
    Matcher matcher = DURATION.matcher(text.toUpperCase(Locale.ROOT));
    while (matcher.find()) {
      if (matcher.end() - matcher.start() > 2) {
        duration(matcher, numbers);
      }
    }
    return numbers;
  }

  private static Set<String> digits(String text) {
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
