package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Place;

/// Which elements a sentence speaks of, and where in it.
final class Mentions {

  /// Shorter words stand in too many sentences to tell an activity by.
  private static final int HINT_MIN = 5;

  private final Grounds grounds;
  private final Map<String, List<String>> content = new LinkedHashMap<>();
  private final Map<String, List<String>> names = new LinkedHashMap<>();

  /// An element and the words of a sentence that name it.
  record Mention(String alias, int from, int to) {}

  Mentions(Grounds grounds) {
    this.grounds = grounds;
    grounds.elements().values().stream()
        .filter(element -> element.place() != Place.SUBJECT)
        .forEach(element ->
            content.put(
                element.alias(),
                Wording.content(element.name()).stream()
                    .filter(word -> word.length() >= HINT_MIN - 1)
                    .toList()));
    Map<String, Long> holders =
        grounds.elements().values().stream()
            .collect(Collectors.groupingBy(Element::name, Collectors.counting()));
    grounds.elements().values().stream()
        .filter(element -> element.place() != Place.SUBJECT && !element.isGateway())
        .filter(element -> holders.getOrDefault(element.name(), 0L) == 1)
        .forEach(element -> names.put(element.alias(), Wording.cased(element.name())));
    names.values().removeIf(name -> name.size() < 2);
  }

  /// Activities that a sentence speaks of by a word that is in the name of no other.
  List<Mention> hinted(List<String> words) {
    List<Mention> found = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      List<String> meant =
          content.entrySet().stream()
              .filter(name -> word.length() >= HINT_MIN && Wording.hasAlike(name.getValue(), word))
              .map(Map.Entry::getKey)
              .toList();
      if (meant.size() == 1
          && isActivity(meant.getFirst())
          && (found.isEmpty() || !found.getLast().alias().equals(meant.getFirst()))) {
        found.add(new Mention(meant.getFirst(), at, at + 1));
      }
    }
    return found;
  }

  private boolean isActivity(String alias) {
    Element element = grounds.elements().get(alias);
    return element != null && element.isActivity();
  }

  /// Names of more than one word that stand in a sentence word for word, the longest where they
  /// overlap. What several elements are called tells nobody which is meant.
  List<Mention> named(String sentence) {
    List<String> words = Wording.cased(sentence);
    List<Mention> found = new ArrayList<>();
    names.forEach((alias, name) -> {
      for (int at = 0; at + name.size() <= words.size(); at++) {
        if (words.subList(at, at + name.size()).equals(name)) {
          found.add(new Mention(alias, at, at + name.size()));
        }
      }
    });
    found.sort(Comparator.comparingInt(Mention::from).thenComparing(mention -> -mention.to()));
    List<Mention> apart = new ArrayList<>();
    for (Mention mention : found) {
      if (apart.isEmpty() || mention.from() >= apart.getLast().to()) {
        apart.add(mention);
      }
    }
    return apart;
  }
}
