package org.bpmndoc.document.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the facts speak of, in words of their own or in others for the same idea.
final class Ideas {

  private static final Lexicon TEXTBOOK = Lexicon.read("textbook.txt");

  private final List<String> words;
  private final Set<String> meant = new HashSet<>();

  Ideas(List<String> words) {
    this.words = words;
    TEXTBOOK.names().stream()
        .filter(idea -> TEXTBOOK.has(idea, words) || TEXTBOOK.has(idea + Lexicon.MORE, words))
        .forEach(meant::add);
  }

  /// Whether the facts speak of this idea.
  boolean means(String idea) {
    return meant.contains(idea);
  }

  /// A word of the textbook in a sentence, for an idea that the facts do not have.
  Optional<String> strange(List<String> said) {
    for (String idea : TEXTBOOK.names()) {
      for (int place : meant.contains(idea) ? List.<Integer>of() : TEXTBOOK.places(idea, said)) {
        if (!Wording.hasAlike(words, said.get(place))) {
          return Optional.of(said.get(place));
        }
      }
    }
    return Optional.empty();
  }

  /// The share of a name's words that the facts have, or have another word for.
  double share(String name) {
    List<String> content = Wording.content(name);
    return content.isEmpty()
        ? 1
        : (double) content.stream().filter(this::isKnown).count() / content.size();
  }

  private boolean isKnown(String word) {
    return Wording.hasAlike(words, word)
        || meant.stream()
            .anyMatch(idea ->
                TEXTBOOK.isAt(idea, List.of(word), 0)
                    || TEXTBOOK.isAt(idea + Lexicon.MORE, List.of(word), 0));
  }
}
