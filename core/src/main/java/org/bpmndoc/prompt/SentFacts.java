package org.bpmndoc.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.document.check.Grounds;
import org.bpmndoc.document.check.Grounds.Arc;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Place;
import org.bpmndoc.document.check.Grounds.Way;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads out of a request what an answer to it has to agree with: exactly what was sent, with what
/// was hidden in it hidden.
public final class SentFacts {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Set<String> ROLE_FIELDS = Set.of("lane", "pool");
  private static final Set<String> ROLE_LISTS = Set.of("roles", "performers", "candidateGroups");

  /// Fields that hold aliases.
  private static final Set<String> REFERENCES =
      Set.of(
          "element",
          "elements",
          "alsoAt",
          "about",
          "to",
          "from",
          "flow",
          "attachedTo",
          "compensatedBy");

  private static final Set<String> MAIL = Set.of("sends", "receives");

  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final Map<String, Way> ways = new LinkedHashMap<>();
  private final List<Arc> arcs = new ArrayList<>();
  private final Set<String> roles = new LinkedHashSet<>();
  private final StringBuilder words = new StringBuilder();

  private SentFacts() {}

  public static Grounds of(Request request) {
    return of(MAPPER.readTree(RequestRenderer.sent(request)));
  }

  /// Of one block of facts.
  static Grounds of(JsonNode facts) {
    SentFacts sent = new SentFacts();
    JsonNode subject = facts.path("subject");
    sent.element(subject, "element", Place.SUBJECT);
    facts.path("flow").forEach(sent::inFlow);
    sent.compensation(facts.path("flow"));
    facts.path("boundaryEvents").forEach(event -> sent.atBoundary(subject, event));
    facts.path("incoming").forEach(way -> sent.before(subject, way));
    facts.path("outgoing").forEach(way -> sent.after(text(subject, "element"), way));
    facts.path("compensates").forEach(undone -> sent.element(undone, "element", Place.AROUND));
    facts.path("requires").forEach(part -> sent.element(part, "element", Place.WITHIN));
    facts.at("/logic/rules").forEach(rule -> sent.element(rule, "element", Place.WITHIN));
    sent.texts("", facts);
    return new Grounds(
        sent.elements,
        sent.ways,
        sent.arcs,
        facts.path("children").valueStream().map(SentFacts::child).toList(),
        facts.at("/logic/rules").valueStream().map(SentFacts::rule).toList(),
        sent.roles,
        sent.words.toString());
  }

  private void inFlow(JsonNode node) {
    boolean exception = node.has("attachedTo") || node.path("triggeredByEvent").asBoolean(false);
    String alias = element(node, "element", exception ? Place.EXCEPTION : Place.WITHIN);
    if (node.has("attachedTo")) {
      arcs.add(new Arc(text(node, "attachedTo"), alias));
    }
    if (node.has("compensatedBy")) {
      arcs.add(new Arc(alias, text(node, "compensatedBy")));
    }
    boolean event = text(node, "type").equals("eventBasedGateway");
    for (JsonNode next : node.path("next")) {
      String to = text(next, "to");
      arcs.add(new Arc(alias, to));
      String flow = text(next, "flow");
      if (!flow.isEmpty()) {
        ways.put(
            flow,
            new Way(
                flow,
                alias,
                to,
                text(next, "label"),
                text(next, "condition"),
                next.path("default").asBoolean(false),
                event));
      }
    }
  }

  /// What asks for something to be undone leads to what stands ready for it.
  private void compensation(JsonNode flow) {
    for (JsonNode asking : flow) {
      boolean asks =
          !asking.has("attachedTo")
              && asking.path("events").valueStream().anyMatch(SentFacts::isCompensation);
      for (JsonNode ready : flow) {
        if (asks && ready.has("compensatedBy")) {
          arcs.add(new Arc(text(asking, "element"), text(ready, "element")));
        }
      }
    }
  }

  private static boolean isCompensation(JsonNode event) {
    return text(event, "kind").equals("compensate");
  }

  private void atBoundary(JsonNode subject, JsonNode event) {
    String alias = element(event, "element", Place.EXCEPTION);
    arcs.add(new Arc(text(subject, "element"), alias));
    for (JsonNode next : event.path("next")) {
      arcs.add(new Arc(alias, element(next, "to", Place.AROUND)));
    }
    if (event.path("compensatedBy").isObject()) {
      arcs.add(new Arc(alias, element(event.path("compensatedBy"), "element", Place.AROUND)));
    }
  }

  private void before(JsonNode subject, JsonNode way) {
    arcs.add(new Arc(element(way, "from", Place.AROUND), text(subject, "element")));
  }

  private void after(String alias, JsonNode way) {
    String to = element(way, "to", Place.AROUND);
    arcs.add(new Arc(alias, to));
    way.path("then").forEach(further -> after(to, further));
  }

  /// Known by the first place where it stands.
  private String element(JsonNode json, String field, Place place) {
    String alias = text(json, field);
    if (!alias.isEmpty()) {
      elements.putIfAbsent(
          alias,
          new Element(
              alias,
              text(json, "type"),
              text(json, "name"),
              role(json),
              place,
              !json.path("nonInterrupting").asBoolean(false),
              LoopFacts.repeats(json.path("loop"))));
    }
    return alias;
  }

  /// The lane, else the one who is named to do it.
  private static String role(JsonNode json) {
    String lane = text(json, "lane");
    return lane.isEmpty() && json.path("performers").size() == 1
        ? json.path("performers").get(0).asString("")
        : lane;
  }

  private static Grounds.Child child(JsonNode child) {
    return new Grounds.Child(
        Stream.concat(Stream.of(child.path("element")), child.path("alsoAt").valueStream())
            .map(alias -> alias.asString(""))
            .filter(alias -> !alias.isEmpty())
            .toList(),
        text(child, "name"));
  }

  private static Grounds.Rule rule(JsonNode rule) {
    return new Grounds.Rule(
        text(rule, "element"), strings(rule.path("when")), strings(rule.path("then")));
  }

  private static List<String> strings(JsonNode list) {
    return list.valueStream().map(item -> item.asString("")).toList();
  }

  /// Every text, and whom the facts name.
  private void texts(String field, JsonNode value) {
    value.forEach(item -> {
      if (value.isArray()) {
        texts(field, item);
      }
    });
    value
        .properties()
        .forEach(inside -> {
          texts(inside.getKey(), inside.getValue());
          if (MAIL.contains(inside.getKey())) {
            inside.getValue().forEach(mail -> mail(text(mail, "to"), text(mail, "from")));
          }
        });
    if (value.isString() && !REFERENCES.contains(field)) {
      words.append(value.stringValue()).append('\n');
      if (ROLE_FIELDS.contains(field) || ROLE_LISTS.contains(field)) {
        roles(value.stringValue());
      }
    } else if (value.isNumber()) {
      words.append(value).append('\n');
    }
  }

  private void roles(String name) {
    if (!name.isBlank()) {
      roles.add(name);
    }
  }

  /// Whom a message goes to, or comes from.
  private void mail(String to, String from) {
    Stream.of(to, from)
        .forEach(pool -> {
          roles(pool);
          words.append(pool).append('\n');
        });
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }
}
