package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Place;
import tools.jackson.databind.JsonNode;

/// Each step is about an element, speaks of it, and leaves it to those who do it.
final class StepsCheck {

  /// How far from its beginning a step names who does it.
  private static final int SUBJECT_WORDS = 6;

  private static final Set<String> OBJECT =
      Set.of(
          "to", "for", "with", "from", "before", "after", "till", "åt", "för", "från", "med",
          "innan", "an", "für", "mit", "zu", "zum", "zur", "dem", "den", "vor", "nach");

  private final Grounds grounds;

  private StepsCheck(Grounds grounds) {
    this.grounds = grounds;
  }

  static List<Finding> of(JsonNode content, String field, Grounds grounds) {
    StepsCheck check = new StepsCheck(grounds);
    List<Finding> findings = new ArrayList<>();
    for (Item step : Item.of(content, field)) {
      check.look(step, findings);
    }
    return findings;
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

  /// Where all activities of a step are in the same hands, it does not give them to others.
  private void role(Item step, List<Element> elements, List<Finding> findings) {
    Set<String> own =
        elements.stream()
            .filter(element -> element.isActivity() && element.place() != Place.AROUND)
            .map(Element::role)
            .collect(Collectors.toSet());
    String role = own.size() == 1 ? own.iterator().next() : "";
    Set<String> roles =
        grounds.elements().values().stream()
            .map(Element::role)
            .filter(other -> !other.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> words = Wording.words(Wording.unquoted(grounds.withoutNames(step.text("text"))));
    if (role.isEmpty() || isMentioned(words, role, roles) || Wording.denies(step.text("text"))) {
      return;
    }
    roles.stream()
        .filter(other -> !other.equals(role) && acts(words, other, roles))
        .findFirst()
        .ifPresent(other ->
            findings.add(
                step.contradiction(
                    "role-of-another",
                    "the model gives this to \"%s\", not to \"%s\"".formatted(role, other))));
  }

  /// Any word of a role that no other role has.
  private static boolean isMentioned(List<String> words, String role, Set<String> roles) {
    return Wording.content(role).stream()
        .filter(word ->
            roles.stream()
                .filter(other -> !other.equals(role))
                .noneMatch(other -> Wording.hasAlike(Wording.content(other), word)))
        .anyMatch(word -> Wording.hasAlike(words, word));
  }

  /// Is named, and not as the one to whom or with whom something is done.
  private static boolean acts(List<String> words, String role, Set<String> roles) {
    for (int at = 0; at < words.size(); at++) {
      if (isMentioned(List.of(words.get(at)), role, roles)) {
        boolean object =
            at > 0 && OBJECT.contains(words.get(at - 1))
                || at > 1 && OBJECT.contains(words.get(at - 2));
        return !object && at < SUBJECT_WORDS;
      }
    }
    return false;
  }
}
