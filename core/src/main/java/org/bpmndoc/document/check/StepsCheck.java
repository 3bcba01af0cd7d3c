package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.check.Grounds.Element;
import tools.jackson.databind.JsonNode;

/// Each step is about an element, speaks of it, and leaves it to those who do it.
final class StepsCheck {

  /// How far from its beginning a sentence names who does what.
  private static final int SUBJECT_WORDS = 4;

  private static final Set<String> BY =
      Set.of("by", "av", "von", "durch", "från", "hos", "beim", "vom");

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
    if (named.size() == elements.size()
        && named.stream().noneMatch(element -> Wording.share(element.name(), text) > 0)) {
      findings.add(
          step.gap(
              "step-of-another",
              "it speaks of none of its elements, such as "
                  + grounds.name(named.getFirst().alias())));
    }
    role(step, elements, findings);
  }

  /// Where a sentence gives an activity to somebody, that is who the model gives it to.
  private void role(Item step, List<Element> elements, List<Finding> findings) {
    Set<String> roles =
        grounds.elements().values().stream()
            .map(Element::role)
            .filter(role -> !role.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    for (String sentence : Wording.sentences(step.text("text"))) {
      List<String> words = Wording.words(withoutNames(sentence));
      for (Element element : elements) {
        if (element.isActivity()
            && !element.role().isEmpty()
            && sentence.contains(element.name())
            && !isMentioned(words, element.role(), roles)) {
          List<String> before = Wording.words(rightBefore(sentence, element));
          roles.stream()
              .filter(role -> isMentioned(before, role, roles))
              .filter(role -> acts(before, role))
              .findFirst()
              .ifPresent(role ->
                  findings.add(
                      step.contradiction(
                          "role-of-another",
                          "the model gives %s to \"%s\", not to \"%s\""
                              .formatted(grounds.name(element.alias()), element.role(), role))));
        }
      }
    }
  }

  /// What stands between the name of an element and the name before it.
  private String rightBefore(String sentence, Element element) {
    int to = sentence.indexOf(element.name());
    int from =
        grounds.elements().values().stream()
            .map(Element::name)
            .filter(name -> !name.isEmpty() && !name.equals(element.name()))
            .mapToInt(name -> {
              int at = sentence.lastIndexOf(name, to - 1);
              return at < 0 ? 0 : Math.min(to, at + name.length());
            })
            .max()
            .orElse(0);
    return sentence.substring(from, to);
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

  /// A name can sound like a role: "Audit" and the auditor.
  private String withoutNames(String sentence) {
    String left = sentence;
    for (Element element : grounds.elements().values()) {
      if (!element.name().isEmpty()) {
        left = left.replace(element.name(), " ");
      }
    }
    return left;
  }

  /// Stands where somebody stands who does something: near the beginning, or behind "by".
  private static boolean acts(List<String> words, String role) {
    List<String> content = Wording.content(role);
    for (int at = 0; at < words.size(); at++) {
      if (Wording.hasAlike(content, words.get(at))) {
        boolean by =
            at > 0 && BY.contains(words.get(at - 1)) || at > 1 && BY.contains(words.get(at - 2));
        if (at < SUBJECT_WORDS || by) {
          return true;
        }
      }
    }
    return false;
  }
}
