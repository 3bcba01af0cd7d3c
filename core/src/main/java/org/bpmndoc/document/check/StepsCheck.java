package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Place;
import tools.jackson.databind.JsonNode;

/// Where something is done there are steps, and each is about an element, speaks of it, and leaves
/// it to those who do it.
final class StepsCheck {

  private static final Set<String> OBJECT =
      Set.of(
          "to", "for", "with", "from", "before", "after", "till", "åt", "för", "från", "med",
          "innan", "an", "für", "mit", "zu", "zum", "zur", "dem", "den", "vor", "nach");

  private final Grounds grounds;
  private final Set<String> roles;
  private final List<String> nameWords;

  private StepsCheck(Grounds grounds) {
    this.grounds = grounds;
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

  static List<Finding> of(JsonNode content, String field, Grounds grounds) {
    StepsCheck check = new StepsCheck(grounds);
    List<Finding> findings = new ArrayList<>();
    if (content.path(field).isEmpty()
        && grounds.elements().values().stream().anyMatch(StepsCheck::isDone)) {
      findings.add(
          new Finding(Finding.Grade.GAP, "no-steps", field, "nothing is told of what is done"));
    }
    for (Item step : Item.of(content, field)) {
      check.look(step, findings);
    }
    return findings;
  }

  private static boolean isDone(Element element) {
    return element.place() == Place.SUBJECT
        || (element.place() == Place.WITHIN && element.isActivity());
  }

  private void look(Item step, List<Finding> findings) {
    List<Element> elements =
        step.elements().stream().map(grounds.elements()::get).filter(Objects::nonNull).toList();
    if (elements.isEmpty()) {
      findings.add(step.gap("step-of-nothing", "no element of the model is named for this step"));
      return;
    }
    List<String> text = Wording.words(step.text("text"));
    List<Element> named =
        elements.stream().filter(element -> !Wording.content(element.name()).isEmpty()).toList();
    boolean elsewise =
        elements.stream()
            .anyMatch(element -> !element.isActivity() || element.place() == Place.SUBJECT);
    if (!elsewise
        && named.size() == elements.size()
        && named.stream().noneMatch(element -> Wording.share(element.name(), text) > 0)) {
      findings.add(
          step.gap(
              "step-of-another",
              "it speaks of none of its elements, such as "
                  + grounds.name(named.getFirst().alias())));
    }
    role(step, elements, findings);
  }

  /// A name in a sentence.
  private record Named(int from, int to, Element element) {}

  /// Where a sentence gives an activity to somebody, that is whom the model gives it to. Who does
  /// something stands before its name, and where nobody does, behind it; another name ends that.
  private void role(Item step, List<Element> elements, List<Finding> findings) {
    for (String sentence : Wording.sentences(step.text("text"))) {
      List<Named> named = named(sentence);
      for (int i = 0; i < named.size(); i++) {
        Element element = named.get(i).element();
        if (!elements.contains(element)
            || !element.isActivity()
            || element.role().isEmpty()
            || element.place() == Place.AROUND) {
          continue;
        }
        String before = sentence.substring(i == 0 ? 0 : named.get(i - 1).to(), named.get(i).from());
        String behind =
            sentence.substring(
                named.get(i).to(),
                i + 1 < named.size() ? named.get(i + 1).from() : sentence.length());
        Optional<String> other = other(before, element.role());
        boolean first = named.subList(0, i).stream().allMatch(one -> one.element().isEvent());
        if (other.isEmpty()
            && first
            && !isMentioned(Wording.words(before), element.role(), roles)) {
          String next = i + 1 < named.size() ? named.get(i + 1).element().role() : "";
          other = other(upToQuotation(behind), element.role()).filter(role -> !role.equals(next));
        }
        List<String> previous =
            named.subList(0, i).stream().map(one -> one.element().role()).toList();
        other
            .filter(role -> !previous.contains(role))
            .ifPresent(role ->
                findings.add(
                    step.contradiction(
                        "role-of-another",
                        "the model gives %s to \"%s\", not to \"%s\""
                            .formatted(grounds.name(element.alias()), element.role(), role))));
      }
    }
  }

  private List<Named> named(String sentence) {
    List<Named> named = new ArrayList<>();
    for (Element element : grounds.elements().values()) {
      int at = element.name().isEmpty() ? -1 : sentence.indexOf(element.name());
      if (at >= 0) {
        named.add(new Named(at, at + element.name().length(), element));
      }
    }
    named.sort(Comparator.comparingInt(Named::from).thenComparing(one -> -one.to()));
    List<Named> apart = new ArrayList<>();
    for (Named one : named) {
      if (apart.isEmpty() || one.from() >= apart.getLast().to()) {
        apart.add(one);
      }
    }
    return apart;
  }

  /// What somebody is quoted with tells nothing of who does what.
  private static String upToQuotation(String behind) {
    return behind.replaceFirst("^[”“\"»«]", "").replaceFirst("[”“„\"»«].*", "");
  }

  /// Who else acts in a part of a sentence, where the one who should is not spoken of.
  private Optional<String> other(String part, String role) {
    List<String> words = Wording.words(Wording.unquoted(part));
    if (isMentioned(words, role, roles)
        || Wording.denies(part)
        || Wording.LEXICON.has("before", words)) {
      return Optional.empty();
    }
    return roles.stream()
        .filter(other -> !other.equals(role) && Wording.share(other, words) == 1)
        .filter(other -> acts(words, other, roles))
        .findFirst();
  }

  /// Any word of a role that no other role has, nor the name of an element.
  private boolean isMentioned(List<String> words, String role, Set<String> roles) {
    return Wording.content(role).stream()
        .filter(word ->
            roles.stream()
                .filter(other -> !other.equals(role))
                .noneMatch(other -> Wording.hasAlike(Wording.content(other), word)))
        .anyMatch(word ->
            Wording.hasAlike(nameWords, word)
                ? words.stream().anyMatch(said -> isInflected(said, word))
                : Wording.hasAlike(words, word));
  }

  /// The same word but for an ending of a letter or two.
  private static boolean isInflected(String said, String word) {
    return said.startsWith(word) && said.length() <= word.length() + 2;
  }

  /// Is named, and not as the one to whom or with whom something is done.
  private boolean acts(List<String> words, String role, Set<String> roles) {
    for (int at = 0; at < words.size(); at++) {
      if (isMentioned(List.of(words.get(at)), role, roles)) {
        boolean object =
            at > 0 && OBJECT.contains(words.get(at - 1))
                || at > 1 && OBJECT.contains(words.get(at - 2));
        return !object;
      }
    }
    return false;
  }
}
