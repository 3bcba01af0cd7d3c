package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of an id, a name or a file name, as they are compared: without case, punctuation and
/// the difference between `creditDecision`, `credit-decision` and "Credit decision".
record NameKey(List<String> words) {

  private static final int LETTERS_MIN = 3;

  /// Words that tools and people give to anything; alone they name nothing.
  private static final Set<String> GENERIC =
      Set.of(
          "activity",
          "bpmn",
          "call",
          "default",
          "diagram",
          "flow",
          "id",
          "main",
          "model",
          "new",
          "process",
          "prozess",
          "start",
          "sub",
          "subprocess",
          "task",
          "test",
          "untitled",
          "v",
          "version",
          "workflow");

  private static final Pattern BETWEEN =
      Pattern.compile(
          "[^\\p{L}\\p{M}\\p{N}]+"
              + "|(?<=\\p{Ll})(?=\\p{Lu})"
              + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
              + "|(?<=\\p{L})(?=\\p{N})"
              + "|(?<=\\p{N})(?=\\p{L})");

  NameKey {
    words = List.copyOf(words);
  }

  static NameKey of(String text) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN.split(text)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return new NameKey(words);
  }

  /// Whether it says enough to be compared at all.
  boolean isTelling() {
    int letters = words.stream().flatMapToInt(String::codePoints).map(NameKey::weight).sum();
    return letters >= LETTERS_MIN
        && words.stream().anyMatch(word -> !GENERIC.contains(word) && !isNumber(word));
  }

  /// Without a number or version at its end, if it has one: `signing-2`, `invoice.v1`.
  Optional<NameKey> withoutNumber() {
    int end = words.size();
    while (end > 0 && isNumber(words.get(end - 1))) {
      end--;
    }
    if (end == words.size()) {
      return Optional.empty();
    }
    if (end > 0 && (words.get(end - 1).equals("v") || words.get(end - 1).equals("version"))) {
      end--;
    }
    return Optional.of(new NameKey(words.subList(0, end)));
  }

  /// Without these words at its beginning, if it has them and more.
  Optional<NameKey> without(NameKey prefix) {
    int length = prefix.words.size();
    return length > 0 && words.size() > length && words.subList(0, length).equals(prefix.words)
        ? Optional.of(new NameKey(words.subList(length, words.size())))
        : Optional.empty();
  }

  /// An ideograph says more than a letter.
  private static int weight(int codePoint) {
    return Character.isIdeographic(codePoint) ? 2 : Character.isLetter(codePoint) ? 1 : 0;
  }

  private static boolean isNumber(String word) {
    return word.codePoints().allMatch(Character::isDigit);
  }
}
