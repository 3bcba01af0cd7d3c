package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a document has to agree with: that which the request it answers says of the model, in the
/// request's aliases.
///
/// `elements` are in flow order, then the ways by which a flow divides by their own aliases.
/// `children` are the subject's parts, `roles` all that the facts name anybody by, and `words` is
/// every text in them, one to a line.
public record Grounds(
    Map<String, Element> elements,
    Map<String, Way> ways,
    List<Arc> arcs,
    List<Child> children,
    List<Rule> rules,
    Set<String> roles,
    String words) {

  public Grounds {
    elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    ways = Collections.unmodifiableMap(new LinkedHashMap<>(ways));
    arcs = List.copyOf(arcs);
    children = List.copyOf(children);
    rules = List.copyOf(rules);
    roles = Set.copyOf(roles);
  }

  /// One element. `type` is BPMN's name for it, `role` who does it; both may be empty, as may its
  /// name. `place` says where it stands; `interrupting` is false of an event beside which things go
  /// on; `repeats` is how an activity is done for several things.
  public record Element(
      String alias,
      String type,
      String name,
      String role,
      Place place,
      boolean interrupting,
      Repeats repeats) {

    /// One that is not done for several things.
    public Element(
        String alias, String type, String name, String role, Place place, boolean interrupting) {
      this(alias, type, name, role, place, interrupting, Repeats.NOT);
    }

    boolean isGateway() {
      return type.endsWith("Gateway");
    }

    boolean isEvent() {
      return type.endsWith("Event");
    }

    boolean isActivity() {
      return !isGateway() && !isEvent();
    }
  }

  /// Whether an activity is done for each of several things, and when.
  public enum Repeats {
    NOT,
    ONE_AFTER_ANOTHER,
    AT_THE_SAME_TIME
  }

  /// Where an element stands, as seen from the subject.
  public enum Place {
    SUBJECT,
    /// In the flow inside it.
    WITHIN,
    /// A boundary event of it or of what stands inside, or an event sub-process.
    EXCEPTION,
    /// A neighbour.
    AROUND
  }

  /// One of the ways by which the flow divides at `from`. `event` is true behind an event-based
  /// gateway, where what happens first decides.
  public record Way(
      String alias,
      String from,
      String to,
      String label,
      String condition,
      boolean isDefault,
      boolean event) {

    /// The words that stand on it.
    String says() {
      return (label + " " + condition).strip();
    }
  }

  /// That the flow goes on from one element to another, or from an activity to what stands at its
  /// boundary.
  public record Arc(String from, String to) {}

  /// A part of the subject that has a document, by the aliases of all places where it stands.
  public record Child(List<String> aliases, String name) {
    public Child {
      aliases = List.copyOf(aliases);
    }
  }

  /// A rule of a decision table: its tests and its results.
  public record Rule(String alias, List<String> when, List<String> then) {
    public Rule {
      when = List.copyOf(when);
      then = List.copyOf(then);
    }
  }

  /// The ways that lead out of one element, if the flow divides there.
  List<Way> waysFrom(String alias) {
    return ways.values().stream().filter(way -> way.from().equals(alias)).toList();
  }

  /// The elements by which the flow divides, in flow order.
  List<String> dividing() {
    return ways.values().stream().map(Way::from).distinct().toList();
  }

  /// To where the flow goes on from each element.
  Map<String, List<String>> next() {
    Map<String, List<String>> next = new HashMap<>();
    arcs.forEach(arc -> next.computeIfAbsent(arc.from(), _ -> new ArrayList<>()).add(arc.to()));
    return next;
  }

  /// A text without the names of elements in it, which may sound like anything.
  String withoutNames(String text) {
    return withoutOtherNames(text, "");
  }

  /// The same with those names left that are the name of one element.
  String withoutOtherNames(String text, String alias) {
    Element kept = elements.get(alias);
    List<String> names =
        elements.values().stream()
            .map(Element::name)
            .filter(name -> !name.isEmpty() && (kept == null || !kept.name().equals(name)))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    String left = text;
    for (String name : names) {
      left = left.replace(name, " ");
    }
    return left;
  }

  String name(String alias) {
    Element element = elements.get(alias);
    return element == null || element.name().isEmpty() ? alias : "\"" + element.name() + "\"";
  }
}
