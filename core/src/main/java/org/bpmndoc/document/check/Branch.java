package org.bpmndoc.document.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.document.check.Grounds.Element;

/// What a sentence about one branch says of another.
final class Branch {

  private Branch() {}

  /// An element of `others` that a sentence speaks of though it speaks of none of `own`. A sentence
  /// that denies something may well name what does not happen; and where an event without a name
  /// follows, an event that is named may be meant by what it carries.
  static Optional<String> strayed(
      Grounds grounds, String sentence, Set<String> own, Set<String> others) {
    List<String> words = Wording.words(sentence);
    if (Wording.denies(sentence)
        || own.stream().anyMatch(alias -> isNamed(grounds, alias, words, true))) {
      return Optional.empty();
    }
    boolean silent =
        own.stream()
            .map(grounds.elements()::get)
            .anyMatch(element -> element != null && element.isEvent() && element.name().isEmpty());
    return grounds.elements().keySet().stream()
        .filter(others::contains)
        .filter(alias -> !(silent && isEvent(grounds, alias)))
        .filter(alias -> {
          String said = grounds.withoutOtherNames(Wording.unquoted(sentence), alias);
          return isNamed(grounds, alias, Wording.words(said), false)
              || isQuoted(grounds, alias, sentence);
        })
        .findFirst();
  }

  private static boolean isQuoted(Grounds grounds, String alias, String sentence) {
    Element element = grounds.elements().get(alias);
    return element != null
        && !element.isGateway()
        && Wording.quoted(sentence).stream()
            .anyMatch(quoted -> Wording.words(quoted).equals(Wording.words(element.name())));
  }

  private static boolean isEvent(Grounds grounds, String alias) {
    Element element = grounds.elements().get(alias);
    return element != null && element.isEvent();
  }

  private static boolean isNamed(
      Grounds grounds, String alias, List<String> words, boolean gateways) {
    Element element = grounds.elements().get(alias);
    return element != null
        && (gateways || !element.isGateway())
        && Wording.speaksOf(words, element.name());
  }
}
