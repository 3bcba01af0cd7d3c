package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Place;
import tools.jackson.databind.JsonNode;

/// Where something is done there are steps, and each is about an element, speaks of it, and leaves
/// it to those who do it.
final class StepsCheck {

  private final Grounds grounds;
  private final Actors actors;

  private StepsCheck(Grounds grounds) {
    this.grounds = grounds;
    this.actors = new Actors(grounds);
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
        Optional<String> other = actors.other(before, element.role());
        boolean first = named.subList(0, i).stream().allMatch(one -> one.element().isEvent());
        if (other.isEmpty()
            && first
            && !actors.isMentioned(Wording.words(before), element.role())) {
          String next = i + 1 < named.size() ? named.get(i + 1).element().role() : "";
          other =
              actors
                  .other(upToQuotation(behind), element.role())
                  .filter(role -> !role.equals(next));
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
}
