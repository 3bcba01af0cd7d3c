package org.bpmndoc.document.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.document.check.Grounds.Element;

/// What a sentence about one branch says of another.
final class Branch {

  private Branch() {}

  /// An element of `others` that a sentence speaks of though it speaks of none of `own`. A sentence
  /// that denies something may well name what does not happen.
  static Optional<String> strayed(
      Grounds grounds, String sentence, Set<String> own, Set<String> others) {
    List<String> words = Wording.words(sentence);
    if (Wording.denies(sentence)
        || own.stream().anyMatch(alias -> isNamed(grounds, alias, words))) {
      return Optional.empty();
    }
    return grounds.elements().keySet().stream()
        .filter(others::contains)
        .filter(alias -> isNamed(grounds, alias, words))
        .findFirst();
  }

  private static boolean isNamed(Grounds grounds, String alias, List<String> words) {
    Element element = grounds.elements().get(alias);
    return element != null && !element.isGateway() && Wording.speaksOf(words, element.name());
  }
}
