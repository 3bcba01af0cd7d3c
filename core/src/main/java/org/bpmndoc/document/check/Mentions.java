package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Place;

/// Which elements a sentence speaks of, and where in it.
final class Mentions {

  /// Shorter words stand in too many sentences to tell an activity by.
  private static final int HINT_MIN = 5;

  private final Grounds grounds;
  private final Map<String, List<String>> content = new LinkedHashMap<>();

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

  /// Names that stand in a sentence word for word, the longest where they overlap.
  List<Mention> named(String sentence) {
    List<String> words = Wording.cased(sentence);
    List<Mention> found = new ArrayList<>();
    for (Element element : grounds.elements().values()) {
      List<String> name = Wording.cased(element.name());
      if (element.place() == Place.SUBJECT
          || element.isGateway()
          || name.size() < 2
          || isShared(element)) {
        continue;
      }
      for (int at = 0; at + name.size() <= words.size(); at++) {
        if (words.subList(at, at + name.size()).equals(name)) {
          found.add(new Mention(element.alias(), at, at + name.size()));
        }
      }
    }
    found.sort(Comparator.comparingInt(Mention::from).thenComparing(mention -> -mention.to()));
    List<Mention> apart = new ArrayList<>();
    for (Mention mention : found) {
      if (apart.isEmpty() || mention.from() >= apart.getLast().to()) {
        apart.add(mention);
      }
    }
    return apart;
  }

  /// Whether several elements have the name, so that nobody can tell which is meant.
  private boolean isShared(Element element) {
    return grounds.elements().values().stream()
            .filter(other -> other.name().equals(element.name()))
            .count()
        > 1;
  }
}
