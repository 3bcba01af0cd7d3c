package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Place;
import tools.jackson.databind.JsonNode;

/// Where one sentence calls two elements by their names, it puts them in the order of the flow: as
/// its "before" and "after" say, and where it has none, as they stand in it.
final class SequenceCheck {

  /// Shorter words stand in too many sentences to tell an activity by.
  private static final int HINT_MIN = 5;

  /// "A after B" and "A after the end of B", and not "A, after that, and B".
  private static final int NEAR = 3;

  /// "B follows A", and not "B follows, and …".
  private static final int FOLLOWS_MAX = 2;

  private static final Set<String> ASIDE = Set.of("openQuestions", "question", "goal", "value");

  private final Grounds grounds;
  private final Reach reach;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Map<String, List<String>> content = new LinkedHashMap<>();

  /// An element and the words of a sentence that name it.
  private record Mention(String alias, int from, int to) {}

  private SequenceCheck(Grounds grounds, Reach reach) {
    this.grounds = grounds;
    this.reach = reach;
    grounds.elements().values().stream()
        .filter(element -> element.place() != Place.SUBJECT && element.isActivity())
        .forEach(element ->
            content.put(
                element.alias(),
                Wording.content(element.name()).stream()
                    .filter(word -> word.length() >= HINT_MIN)
                    .toList()));
  }

  static List<Finding> of(JsonNode content, String steps, Grounds grounds, Reach reach) {
    SequenceCheck check = new SequenceCheck(grounds, reach);
    content
        .properties()
        .forEach(field -> {
          if (!ASIDE.contains(field.getKey())) {
            check.look(field.getKey(), field.getValue(), field.getKey().equals(steps));
          }
        });
    return List.copyOf(check.findings);
  }

  private void look(String path, JsonNode value, boolean inOrder) {
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      look(path + "[" + i + "]", value.get(i), inOrder);
    }
    value.properties().stream()
        .filter(field -> !ASIDE.contains(field.getKey()))
        .forEach(field -> look(path, field.getValue(), inOrder));
    if (value.isString()) {
      for (String sentence : Wording.sentences(value.stringValue())) {
        sentence(path, sentence, inOrder);
      }
    }
  }

  private void sentence(String path, String sentence, boolean inOrder) {
    List<String> words = Wording.words(sentence);
    boolean names = inOrder || !Wording.quoted(sentence).isEmpty();
    List<Mention> mentions = names ? named(Wording.cased(sentence)) : hinted(words);
    if (!inOrder && (mentions.size() != 2 || Wording.denies(sentence))) {
      return;
    }
    for (int i = 0; i + 1 < mentions.size(); i++) {
      Mention one = mentions.get(i);
      Mention other = mentions.get(i + 1);
      List<String> leading = words.subList(i == 0 ? 0 : mentions.get(i - 1).to(), one.from());
      Optional<Boolean> forward = forward(leading, words.subList(one.to(), other.from()), i == 0);
      if (forward.isPresent() || inOrder && !Wording.denies(sentence)) {
        boolean first = forward.orElse(true);
        String before = first ? one.alias() : other.alias();
        String after = first ? other.alias() : one.alias();
        if (reach.isBefore(after, before)) {
          find(path, "%s comes before %s in the flow, and this says otherwise", after, before);
        } else if (forward.isPresent() && reach.isBeside(before, after)) {
          find(path, "%s and %s wait for each other nowhere, and this says so", before, after);
        }
      }
    }
  }

  /// Whether the first of two comes first; empty where the words do not say.
  private static Optional<Boolean> forward(
      List<String> leading, List<String> between, boolean atBeginning) {
    List<String> last = between.subList(Math.max(0, between.size() - NEAR), between.size());
    if (Wording.LEXICON.has("onward", between) || Wording.LEXICON.has("before", last)) {
      return Optional.of(true);
    }
    boolean follows = between.size() <= FOLLOWS_MAX && Wording.LEXICON.has("follows", between);
    if (follows || Wording.LEXICON.has("after", last)) {
      return Optional.of(false);
    }
    List<String> near = leading.subList(Math.max(0, leading.size() - NEAR), leading.size());
    if (atBeginning && near.size() == leading.size() && Wording.LEXICON.has("before", near)) {
      return Optional.of(false);
    }
    return Wording.LEXICON.has("after", near) ? Optional.of(true) : Optional.empty();
  }

  private void find(String path, String message, String one, String other) {
    findings.add(
        new Finding(
            Finding.Grade.CONTRADICTION,
            "order-of-steps",
            path,
            message.formatted(grounds.name(one), grounds.name(other))));
  }

  /// Elements that a sentence speaks of by a word that is in the name of no other.
  private List<Mention> hinted(List<String> words) {
    List<Mention> found = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      List<String> meant =
          content.entrySet().stream()
              .filter(name -> word.length() >= HINT_MIN && Wording.hasAlike(name.getValue(), word))
              .map(Map.Entry::getKey)
              .toList();
      if (meant.size() == 1
          && (found.isEmpty() || !found.getLast().alias().equals(meant.getFirst()))) {
        found.add(new Mention(meant.getFirst(), at, at + 1));
      }
    }
    return found;
  }

  /// Names that stand in a sentence word for word, the longest where they overlap.
  private List<Mention> named(List<String> words) {
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
