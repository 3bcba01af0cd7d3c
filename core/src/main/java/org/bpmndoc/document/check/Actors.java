package org.bpmndoc.document.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bpmndoc.document.check.Grounds.Element;

/// Who does something in the model, and who of them acts in a sentence.
final class Actors {

  private static final Set<String> OBJECT =
      Set.of(
          "to", "for", "with", "from", "before", "after", "till", "åt", "för", "från", "med",
          "innan", "an", "für", "mit", "zu", "zum", "zur", "dem", "den", "vor", "nach");

  /// The words of a role that no other role has: those that tell it wherever they are, and those
  /// that are in the name of an element, too.
  private record Own(List<String> told, List<String> named) {}

  private final Set<String> roles;
  private final List<String> nameWords;
  private final Map<String, Own> owns = new HashMap<>();

  Actors(Grounds grounds) {
    this.roles =
        grounds.elements().values().stream()
            .map(Element::role)
            .filter(role -> !role.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    this.nameWords =
        grounds.elements().values().stream()
            .flatMap(element -> Wording.content(element.name()).stream())
            .distinct()
            .toList();
  }

  Set<String> roles() {
    return roles;
  }

  /// Who else acts in a part of a sentence, where the one who should is not spoken of.
  Optional<String> other(String part, String role) {
    List<String> words = Wording.words(Wording.unquoted(part));
    if (isMentioned(words, role) || Wording.denies(part) || Wording.LEXICON.has("before", words)) {
      return Optional.empty();
    }
    return roles.stream()
        .filter(other -> !other.equals(role) && Wording.share(other, words) == 1)
        .filter(other -> acts(words, other))
        .findFirst();
  }

  /// Any word of a role that no other role has, nor the name of an element.
  boolean isMentioned(List<String> words, String role) {
    Own own = own(role);
    return own.told().stream().anyMatch(word -> Wording.hasAlike(words, word))
        || own.named().stream()
            .anyMatch(word -> words.stream().anyMatch(said -> isInflected(said, word)));
  }

  private Own own(String role) {
    return owns.computeIfAbsent(
        role,
        _ -> {
          Map<Boolean, List<String>> byName =
              Wording.content(role).stream()
                  .filter(word ->
                      roles.stream()
                          .filter(other -> !other.equals(role))
                          .noneMatch(other -> Wording.hasAlike(Wording.content(other), word)))
                  .collect(Collectors.partitioningBy(word -> Wording.hasAlike(nameWords, word)));
          return new Own(
              byName.getOrDefault(false, List.of()), byName.getOrDefault(true, List.of()));
        });
  }

  /// The same word but for an ending of a letter or two.
  private static boolean isInflected(String said, String word) {
    return said.startsWith(word) && said.length() <= word.length() + 2;
  }

  /// Is named, and not as the one to whom or with whom something is done.
  private boolean acts(List<String> words, String role) {
    for (int at = 0; at < words.size(); at++) {
      if (isMentioned(List.of(words.get(at)), role)) {
        return !isObject(words, at);
      }
    }
    return false;
  }

  /// Whether something is done to, for or with the one who is named there.
  boolean isObject(List<String> words, int at) {
    return at > 0 && OBJECT.contains(words.get(at - 1))
        || at > 1 && OBJECT.contains(words.get(at - 2));
  }
}
