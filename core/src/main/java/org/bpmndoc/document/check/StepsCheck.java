package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

  /// Where all activities of a step are in the same hands, a sentence does not give them to others.
  private void role(Item step, List<Element> elements, List<Finding> findings) {
    Set<String> own =
        elements.stream()
            .filter(Element::isActivity)
            .map(Element::role)
            .filter(role -> !role.isEmpty())
            .collect(Collectors.toSet());
    if (own.size() != 1) {
      return;
    }
    String role = own.iterator().next();
    Set<String> others =
        grounds.elements().values().stream()
            .map(Element::role)
            .filter(other -> !other.isEmpty() && !other.equals(role))
            .collect(Collectors.toSet());
    for (String sentence : Wording.sentences(step.text("text"))) {
      List<String> words = Wording.words(withoutNames(sentence));
      if (!Wording.speaksOf(words, role)) {
        others.stream()
            .filter(other -> acts(words, other))
            .sorted()
            .findFirst()
            .ifPresent(other ->
                findings.add(
                    step.contradiction(
                        "role-of-another",
                        "the model gives this to \"%s\", not to \"%s\"".formatted(role, other))));
      }
    }
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

  private static boolean acts(List<String> words, String role) {
    List<String> content = Wording.content(role);
    if (content.isEmpty() || !Wording.speaksOf(words, role)) {
      return false;
    }
    for (int at = 0; at < words.size(); at++) {
      if (Wording.alike(words.get(at), content.getFirst())) {
        boolean by = at > 0 && BY.contains(words.get(at - 1));
        boolean byThe = at > 1 && BY.contains(words.get(at - 2));
        return at < SUBJECT_WORDS || by || byThe;
      }
    }
    return false;
  }
}
