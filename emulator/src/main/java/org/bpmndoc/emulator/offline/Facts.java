package org.bpmndoc.emulator.offline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The facts of one request, read. Nothing of them is an instruction, whatever it says.
///
/// `nodes` has every node by its alias: those of the flow for a process, neighbours for a task.
/// `leading` gives for a node of the flow those with a way to it. `incoming` and `outgoing` are the
/// ways to and from the subject, `boundary` the events at it.
record Facts(
    Subject subject,
    Home home,
    Map<String, Node> nodes,
    Map<String, List<Node>> leading,
    List<Node> flow,
    List<String> roles,
    List<String> data,
    List<Note> notes,
    List<Node.Way> incoming,
    List<Node.Way> outgoing,
    List<Node> boundary,
    List<Child> children) {

  /// What is documented. `bound` says by what name of what kind it is bound to an implementation.
  record Subject(
      Node node,
      String pool,
      String documentation,
      Map<String, String> bound,
      List<String> reads,
      List<String> writes,
      List<String> inputs,
      List<String> outputs,
      List<Field> form) {

    boolean isProcess() {
      return node.is("process");
    }

    /// Who does it, as far as the model says.
    String role() {
      return node.lane().isEmpty() ? pool : node.lane();
    }
  }

  record Field(String name, String type, boolean required) {}

  /// The process and the sub-process that the subject stands in.
  record Home(String name, String within) {}

  /// A text annotation; `about` is empty where it is about nothing in particular.
  record Note(String text, List<String> about) {}

  /// The document of a part, as far as it is shown.
  record Child(List<String> elements, String name, boolean missing, String summary) {}

  static Facts of(JsonNode json) {
    JsonNode subject = json.path("subject");
    List<Node> flow = nodes(json.path("flow"));
    List<Node> boundary = nodes(json.path("boundaryEvents"));
    Map<String, Node> nodes = new LinkedHashMap<>();
    Stream.of(flow, List.of(Node.of(subject)), boundary)
        .flatMap(List::stream)
        .filter(node -> !node.alias().isEmpty())
        .forEach(node -> nodes.putIfAbsent(node.alias(), node));
    for (String around : List.of("incoming", "outgoing", "boundaryEvents")) {
      neighbours(json.path(around), nodes);
    }
    return new Facts(
        subject(subject, processName(json)),
        new Home(processName(json), Names.clean(json.path("within").asString(""))),
        nodes,
        leading(flow),
        flow,
        names(json.path("roles")).stream()
            .filter(role -> !role.equalsIgnoreCase(processName(json)))
            .toList(),
        names(json.path("data")),
        Stream.concat(
                json.path("annotations").valueStream().map(Facts::note),
                subject
                    .path("annotations")
                    .valueStream()
                    .map(text -> new Note(text.asString(""), List.of())))
            .toList(),
        json.path("incoming").valueStream().map(way -> Node.way("from", way)).toList(),
        json.path("outgoing").valueStream().map(way -> Node.way("to", way)).toList(),
        boundary,
        json.path("children").valueStream().map(Facts::child).toList());
  }

  Optional<Node> node(String alias) {
    return Optional.ofNullable(nodes.get(alias));
  }

  Optional<Child> child(Node node) {
    return children.stream().filter(child -> child.elements().contains(node.alias())).findFirst();
  }

  /// Who does a node of the flow: its lane, else the only role there is.
  String roleOf(Node node) {
    return node.lane().isEmpty() && roles.size() == 1 ? roles.getFirst() : node.lane();
  }

  List<Node> directlyBefore(Node node) {
    return leading.getOrDefault(node.alias(), List.of());
  }

  /// The nodes of the flow that lead to a node, past all gateways.
  List<Node> before(Node node) {
    Set<Node> found = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>(directlyBefore(node));
    while (!open.isEmpty()) {
      Node from = open.removeFirst();
      if (from.isGateway() && seen.add(from.alias())) {
        open.addAll(directlyBefore(from));
      } else if (!from.isGateway()) {
        found.add(from);
      }
    }
    return List.copyOf(found);
  }

  private static Map<String, List<Node>> leading(List<Node> flow) {
    Map<String, List<Node>> leading = new LinkedHashMap<>();
    for (Node from : flow) {
      from.next().stream()
          .map(Node.Way::other)
          .distinct()
          .forEach(to -> leading.computeIfAbsent(to, alias -> new ArrayList<>()).add(from));
    }
    return leading;
  }

  private static String processName(JsonNode json) {
    String own =
        json.path("subject").path("type").asString("").equals("process") ? "subject" : "process";
    return Names.clean(json.path(own).path("name").asString(""));
  }

  /// A pool that is named like its process names no role.
  private static Subject subject(JsonNode json, String processName) {
    String pool = Names.clean(json.path("pool").asString(""));
    Map<String, String> bound = new LinkedHashMap<>();
    json.path("implementation")
        .properties()
        .forEach(field -> bound.put(field.getKey(), Names.clean(field.getValue().asString(""))));
    return new Subject(
        Node.of(json),
        pool.equalsIgnoreCase(processName) ? "" : pool,
        json.path("documentation").asString(""),
        bound,
        names(json.path("reads")),
        names(json.path("writes")),
        names(json.path("inputs")),
        names(json.path("outputs")),
        json.path("form").valueStream().map(Facts::field).toList());
  }

  private static Field field(JsonNode json) {
    return new Field(
        Names.clean(json.path("field").asString("")),
        Names.clean(json.path("type").asString("")),
        json.path("required").asBoolean(false));
  }

  private static Note note(JsonNode json) {
    return new Note(
        json.path("text").asString(""),
        json.path("about").valueStream().map(alias -> alias.asString("")).toList());
  }

  private static Child child(JsonNode json) {
    return new Child(
        Stream.concat(Stream.of(json.path("element")), json.path("alsoAt").valueStream())
            .map(alias -> alias.asString(""))
            .toList(),
        Names.clean(json.path("name").asString("")),
        json.path("document").isMissingNode(),
        json.at("/document/summary").asString(""));
  }

  /// Those at the other ends of ways, and of the ways on from there.
  private static void neighbours(JsonNode ways, Map<String, Node> nodes) {
    for (JsonNode way : ways) {
      if (way.has("to") || way.has("from")) {
        Node other = Node.of(way);
        Node known =
            new Node(
                other.alias(),
                other.type(),
                other.name(),
                other.lane(),
                other.triggers(),
                other.nonInterrupting(),
                other.triggeredByEvent(),
                other.loop(),
                other.called(),
                other.attachedTo(),
                way.path("then").valueStream().map(then -> Node.way("to", then)).toList());
        nodes.merge(known.alias(), known, (old, found) -> old.next().isEmpty() ? found : old);
      }
      neighbours(way.path("then"), nodes);
      neighbours(way.path("next"), nodes);
    }
  }

  private static List<Node> nodes(JsonNode list) {
    return list.valueStream().map(Node::of).toList();
  }

  private static List<String> names(JsonNode list) {
    return list.valueStream().map(name -> Names.clean(name.asString(""))).toList();
  }
}
