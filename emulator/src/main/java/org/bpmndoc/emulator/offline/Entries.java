package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.emulator.offline.Node.Way;

/// Tells how the flow comes to a node: under which conditions, or after what.
record Entries(Speech speech) {

  private static final int CONDITIONS_MAX = 3;

  /// What stands before a sentence on a node, which may be nothing, and which elements that is
  /// about.
  record Entry(String lead, List<String> elements) {

    static final Entry PLAIN = new Entry("", List.of());
  }

  /// From the flow. Ways back are passed over: who comes a second time has come before.
  Entry of(Node node) {
    List<Entry> entries = new ArrayList<>();
    collect(node, node, new HashSet<>(), entries);
    if (entries.isEmpty()) {
      return Entry.PLAIN;
    }
    if (entries.size() == 1) {
      return entries.getFirst();
    }
    List<String> leads = entries.stream().map(Entry::lead).distinct().toList();
    if (leads.contains("")) {
      return leads.size() == 1
          ? Entry.PLAIN
          : new Entry(speech.language().say("afterwards"), List.of());
    }
    return joined(entries, "inSomeCases");
  }

  /// Several in one, if they are few.
  private Entry joined(List<Entry> entries, String manyKey) {
    List<String> leads = entries.stream().map(Entry::lead).distinct().toList();
    return new Entry(
        leads.size() > CONDITIONS_MAX
            ? speech.language().say(manyKey)
            : speech.language().any(leads),
        entries.stream().flatMap(entry -> entry.elements().stream()).distinct().toList());
  }

  private void collect(Node start, Node node, Set<String> seen, List<Entry> entries) {
    Facts facts = speech.facts();
    List<Node> before = facts.directlyBefore(node);
    if (node.is("parallelGateway") && before.size() > 1) {
      entries.add(new Entry(speech.language().say("allDone"), List.of()));
      return;
    }
    boolean back = before.stream().anyMatch(from -> facts.isBefore(from, start));
    for (Node from : before) {
      if ((back && !facts.isBefore(from, start)) || !seen.add(from.alias() + node.alias())) {
        continue;
      }
      if (from.isGateway() && !from.decides() && from.next().size() == 1) {
        collect(start, from, seen, entries);
      } else {
        from.next().stream()
            .filter(way -> way.other().equals(node.alias()))
            .findFirst()
            .map(way -> entry(from, way))
            .ifPresent(entries::add);
      }
    }
  }

  private Entry entry(Node from, Way way) {
    Language language = speech.language();
    if (from.is("boundaryEvent")) {
      String host = speech.facts().node(from.attachedTo()).map(speech::spoken).orElse(speech.it());
      return new Entry(
          language.say("when", speech.events().during(host, from)), List.of(from.alias()));
    }
    boolean awaited =
        speech.facts().directlyBefore(from).stream()
            .anyMatch(gateway -> gateway.is("eventBasedGateway"));
    if (awaited && !from.isActivity()) {
      return new Entry(language.say("when", speech.events().happens(from)), List.of(from.alias()));
    }
    String lead = speech.decisions().lead(from, way);
    return lead.isEmpty() ? Entry.PLAIN : new Entry(lead, List.of(from.alias()));
  }

  /// The same for the subject, which sees its neighbours only.
  Entry ofSubject() {
    List<Entry> entries = new ArrayList<>();
    for (Way way : speech.facts().incoming()) {
      speech
          .facts()
          .node(way.other())
          .flatMap(from -> ofSubject(from, way))
          .filter(entry -> entries.stream().noneMatch(old -> old.lead().equals(entry.lead())))
          .ifPresent(entries::add);
    }
    return joined(entries, "inSeveralCases");
  }

  private Optional<Entry> ofSubject(Node from, Way way) {
    Language language = speech.language();
    String lead = speech.decisions().lead(from, way);
    if (lead.isEmpty() && !from.triggers().isEmpty() && !from.isActivity()) {
      String happens = speech.events().happens(from);
      lead =
          language.say(
              "when", from.is("boundaryEvent") ? language.say("atStepBefore", happens) : happens);
    }
    boolean tells = !from.name().isEmpty() && !from.isGateway();
    if (lead.isEmpty() && tells) {
      lead = language.say("after", speech.spoken(from));
    }
    return lead.isEmpty() ? Optional.empty() : Optional.of(new Entry(lead, List.of(from.alias())));
  }

  /// How the flow comes to a node, so that it can be understood without what was told before; empty
  /// where that cannot be said in a few words.
  String precise(Node node) {
    Language language = speech.language();
    String lead = of(node).lead();
    if (lead.equals(language.say("inSomeCases"))) {
      return "";
    }
    boolean relative =
        lead.isEmpty()
            || lead.equals(language.say("afterwards"))
            || lead.equals(language.say("allDone"));
    List<Node> before = speech.facts().before(node);
    boolean told = before.size() == 1 && !before.getFirst().name().isEmpty();
    return !relative ? lead : told ? language.say("after", speech.spoken(before.getFirst())) : "";
  }
}
