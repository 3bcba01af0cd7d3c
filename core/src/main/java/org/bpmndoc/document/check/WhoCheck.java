package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Place;

/// Whoever is said anywhere to do what an activity is called, in whatever form of its words, is the
/// one to whom the model gives it: "the Depot confirms the order" against "Confirm the order".
final class WhoCheck {

  /// What is longer is a list, and nobody reads out of it who does what.
  private static final int LENGTH_MAX = 1_000;

  /// So many words may stand between who acts and what is done, and so many among its words.
  private static final int BETWEEN_MAX = 2;

  private static final int AMONG_MAX = 4;

  /// What goes on to something else.
  private static final List<String> SETTINGS = List.of("provided", "before", "after");

  private static final Pattern CLAUSE =
      Pattern.compile("[,;:]|\\b(?:while|medan|während|whereas)\\b", Pattern.CASE_INSENSITIVE);

  private final Grounds grounds;
  private final Actors actors;
  private final List<String> names;
  private final List<Finding> findings = new ArrayList<>();

  private WhoCheck(Grounds grounds) {
    this.grounds = grounds;
    this.actors = new Actors(grounds);
    this.names =
        grounds.elements().values().stream()
            .map(Element::name)
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  static List<Finding> of(List<Texts.Text> sentences, Grounds grounds) {
    WhoCheck check = new WhoCheck(grounds);
    sentences.forEach(check::look);
    return check.findings;
  }

  private void look(Texts.Text sentence) {
    String text = sentence.text();
    if (text.length() > LENGTH_MAX || Wording.denies(text)) {
      return;
    }
    List<String> words = Wording.words(text);
    List<String> named = names.stream().filter(text::contains).toList();
    grounds.elements().values().stream()
        .filter(element -> isGiven(element) && Wording.share(element.name(), words) == 1)
        .forEach(element -> look(sentence, named, element));
  }

  private static boolean isGiven(Element element) {
    return element.isActivity()
        && element.place() != Place.AROUND
        && !element.role().isEmpty()
        && Wording.content(element.name()).size() > 1;
  }

  /// The name of another element ends a clause, whatever it sounds like.
  private void look(Texts.Text sentence, List<String> named, Element element) {
    String text = sentence.text();
    for (String name : named) {
      text = name.equals(element.name()) ? text : text.replace(name, ";");
    }
    List<List<String>> clauses =
        CLAUSE
            .splitAsStream(text)
            .map(Wording::words)
            .filter(words -> !actors.isMentioned(words, element.role()))
            .toList();
    actors.roles().stream()
        .filter(role -> !role.equals(element.role()))
        .filter(role -> clauses.stream().anyMatch(words -> does(words, role, element)))
        .filter(role -> !hasOneLikeIt(role, element))
        .findFirst()
        .ifPresent(role ->
            findings.add(
                new Finding(
                    Grade.CONTRADICTION,
                    "done-by-another",
                    sentence.path(),
                    "the model gives %s to \"%s\", not to \"%s\""
                        .formatted(grounds.name(element.alias()), element.role(), role))));
  }

  private boolean does(List<String> words, String role, Element element) {
    for (int at = 0; at < words.size(); at++) {
      if (actors.isMentioned(List.of(words.get(at)), role)) {
        List<String> name = Wording.content(element.name());
        OptionalInt agent = agent(words, at);
        if (agent.isPresent()
            ? begins(words.subList(0, agent.getAsInt()).reversed(), name)
            : !actors.isObject(words, at) && begins(words.subList(at + 1, words.size()), name)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Where "by the" or "is for the" begins that says who does it.
  private static OptionalInt agent(List<String> words, int role) {
    return IntStream.range(Math.max(0, role - BETWEEN_MAX - 1), role)
        .filter(at -> Wording.LEXICON.isAt("agent", words, at))
        .findFirst();
  }

  /// Whether all words of a name come next, in any order.
  private static boolean begins(List<String> words, List<String> name) {
    int to = Math.min(words.size(), name.size() + AMONG_MAX);
    List<String> near = words.subList(0, to);
    int first =
        IntStream.range(0, to)
            .filter(at -> Wording.hasAlike(name, near.get(at)))
            .findFirst()
            .orElse(to);
    return first <= BETWEEN_MAX
        && SETTINGS.stream().noneMatch(set -> Wording.LEXICON.has(set, near.subList(0, first)))
        && name.stream().allMatch(word -> Wording.hasAlike(near, word));
  }

  /// Two may well do much the same.
  private boolean hasOneLikeIt(String role, Element element) {
    List<String> name = Wording.words(element.name());
    return grounds.elements().values().stream()
        .filter(other -> other.role().equals(role) && other.isActivity())
        .anyMatch(other -> Wording.speaksOf(name, other.name()));
  }
}
