package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Place;
import tools.jackson.databind.JsonNode;

/// Each boundary event and each event sub-process is told of, with what follows on it and not with
/// what follows otherwise.
final class EventsCheck {

  private static final Pattern INSTEAD =
      Pattern.compile("(?iu)\\b(instead|i stället|istället|stattdessen|statt)\\b");

  private final Grounds grounds;
  private final Reach reach;
  private final List<Finding> findings = new ArrayList<>();

  private EventsCheck(Grounds grounds, Reach reach) {
    this.grounds = grounds;
    this.reach = reach;
  }

  static List<Finding> of(JsonNode content, String field, Grounds grounds, Reach reach) {
    EventsCheck check = new EventsCheck(grounds, reach);
    List<Item> items = Item.of(content, field);
    Set<String> told = new HashSet<>();
    for (Item item : items) {
      told.addAll(item.elements());
      List<String> events = item.elements().stream().filter(check::isException).toList();
      if (events.size() == 1) {
        check.follows(item, events.getFirst());
      }
    }
    content.propertyNames().stream()
        .filter(name -> !name.equals("openQuestions"))
        .forEach(name -> Item.of(content, name).forEach(check::goesOn));
    check.nothingBreaks(content);
    grounds.elements().keySet().stream()
        .filter(alias -> check.isException(alias) && !told.contains(alias))
        .forEach(alias ->
            check.findings.add(
                new Finding(
                    Grade.GAP,
                    "event-untold",
                    field,
                    "%s (%s) is told of nowhere".formatted(grounds.name(alias), alias))));
    return check.findings;
  }

  private boolean isException(String alias) {
    Element element = grounds.elements().get(alias);
    return element != null && element.place() == Place.EXCEPTION;
  }

  /// Where no event of the model interrupts anything, nothing is said to be interrupted.
  private void nothingBreaks(JsonNode content) {
    List<Element> exceptions =
        grounds.elements().values().stream()
            .filter(element -> element.place() == Place.EXCEPTION)
            .toList();
    if (exceptions.isEmpty()
        || exceptions.stream().anyMatch(Element::interrupting)
        || Wording.LEXICON.has("breaks", Wording.words(grounds.words()))) {
      return;
    }
    Texts.sentences(content).stream()
        .filter(one -> Wording.LEXICON.has("breaks", Wording.words(one.text())))
        .filter(one -> !deniesIt(one.text()))
        .findFirst()
        .ifPresent(one ->
            findings.add(
                new Finding(
                    Grade.CONTRADICTION,
                    "event-interrupts",
                    one.path(),
                    "no event of the model interrupts anything")));
  }

  private void follows(Item item, String event) {
    Element element = grounds.elements().get(event);
    if (element == null) {
      return;
    }
    Set<String> after = reach.from(event, "");
    Set<String> hosts = new HashSet<>();
    grounds.arcs().stream()
        .filter(arc -> arc.to().equals(event))
        .forEach(arc -> hosts.add(arc.from()));
    Set<String> otherwise = new HashSet<>();
    hosts.forEach(host -> otherwise.addAll(reach.after(host)));
    otherwise.removeAll(after);
    otherwise.removeAll(hosts);
    boolean isAlone =
        item.elements().stream()
            .allMatch(
                alias -> alias.equals(event) || hosts.contains(alias) || otherwise.contains(alias));
    item.elements().stream()
        .filter(alias -> isAlone && otherwise.contains(alias) && !isException(alias))
        .findFirst()
        .ifPresent(alias ->
            findings.add(
                item.contradiction(
                    "event-leads-elsewhere",
                    "%s does not follow on %s"
                        .formatted(grounds.name(alias), grounds.name(event)))));
    for (String sentence : Wording.sentences(item.text("consequence"))) {
      Branch.strayed(grounds, sentence, after, otherwise)
          .ifPresent(alias ->
              findings.add(
                  item.contradiction(
                      "event-leads-elsewhere",
                      "%s does not follow on %s"
                          .formatted(grounds.name(alias), grounds.name(event)))));
    }
  }

  /// What happens instead of something does not deny that it ends.
  private static boolean deniesIt(String said) {
    return Wording.denies(INSTEAD.matcher(said).replaceAll(" "));
  }

  /// Wherever something is said of an event beside which things go on, they do.
  private void goesOn(Item item) {
    List<String> events = item.elements().stream().filter(this::isException).toList();
    Element element = events.size() == 1 ? grounds.elements().get(events.getFirst()) : null;
    if (element != null
        && !element.interrupting()
        && Wording.sentences(grounds.withoutNames(item.says())).stream()
            .anyMatch(said ->
                Wording.LEXICON.has("interrupts", Wording.words(said)) && !deniesIt(said))) {
      findings.add(
          item.contradiction(
              "event-interrupts",
              "%s interrupts nothing: what it stands at goes on"
                  .formatted(grounds.name(element.alias()))));
    }
  }
}
