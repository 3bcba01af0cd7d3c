package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads the block of facts of a request.
final class FactsReader {

  private static final Pattern PROCESS = Pattern.compile("(?i)[\\s_-]*process(en)?\\b");

  private FactsReader() {}

  static Facts of(JsonNode json) {
    JsonNode subject = json.path("subject");
    Facts.Home home = home(json);
    List<Node> flow = nodes(json.path("flow"));
    List<Node> boundary = nodes(json.path("boundaryEvents"));
    Map<String, Node> nodes = new LinkedHashMap<>();
    Stream.of(flow, List.of(NodeReader.of(subject)), boundary)
        .flatMap(List::stream)
        .filter(node -> !node.alias().isEmpty())
        .forEach(node -> nodes.putIfAbsent(node.alias(), node));
    for (String around : List.of("incoming", "outgoing", "boundaryEvents")) {
      neighbours(json.path(around), nodes);
    }
    return new Facts(
        subject(subject, home.name()),
        home,
        nodes,
        leading(flow),
        flow,
        Names.clean(json.path("roles")).stream()
            .filter(role -> !isNamedLike(role, home.name()))
            .toList(),
        Names.clean(json.path("data")),
        Stream.concat(
                json.path("annotations").valueStream().map(FactsReader::note),
                subject
                    .path("annotations")
                    .valueStream()
                    .map(text -> new Facts.Note(text.asString(""), List.of())))
            .toList(),
        NodeReader.ways(json.path("incoming"), "from"),
        NodeReader.ways(json.path("outgoing"), "to"),
        boundary,
        json.path("children").valueStream().map(FactsReader::child).toList());
  }

  private static Facts.Home home(JsonNode json) {
    boolean own = json.path("subject").path("type").asString("").equals("process");
    JsonNode process = json.path(own ? "subject" : "process");
    return new Facts.Home(
        Names.clean(process.path("name").asString("")),
        process.path("documentation").asString(""),
        events(process.path("startedBy"), "startEvent"),
        events(process.path("endsWith"), "endEvent"),
        Names.clean(json.path("within").asString("")));
  }

  private static List<Node> events(JsonNode list, String type) {
    return list.valueStream().map(event -> NodeReader.of(event, type)).toList();
  }

  /// A pool that is named like its process names no role.
  private static Facts.Subject subject(JsonNode json, String processName) {
    String pool = Names.clean(json.path("pool").asString(""));
    Map<String, String> bound = new LinkedHashMap<>();
    json.path("implementation")
        .properties()
        .forEach(field -> bound.put(field.getKey(), Names.clean(field.getValue().asString(""))));
    return new Facts.Subject(
        NodeReader.of(json),
        isNamedLike(pool, processName) ? "" : pool,
        json.has("recursion"),
        bound,
        Names.clean(json.path("reads")),
        Names.clean(json.path("writes")),
        json.path("form").valueStream().map(FactsReader::field).toList());
  }

  private static boolean isNamedLike(String pool, String process) {
    return PROCESS
        .matcher(pool)
        .replaceAll("")
        .equalsIgnoreCase(PROCESS.matcher(process).replaceAll(""));
  }

  private static Facts.Field field(JsonNode json) {
    return new Facts.Field(
        Names.clean(json.path("field").asString("")),
        Names.clean(json.path("type").asString("")),
        json.path("required").asBoolean(false));
  }

  private static Facts.Note note(JsonNode json) {
    return new Facts.Note(
        json.path("text").asString(""),
        json.path("about").valueStream().map(alias -> alias.asString("")).toList());
  }

  private static Facts.Child child(JsonNode json) {
    return new Facts.Child(
        Stream.concat(Stream.of(json.path("element")), json.path("alsoAt").valueStream())
            .map(alias -> alias.asString(""))
            .toList(),
        Names.clean(json.path("name").asString("")),
        json.path("document").isMissingNode(),
        json.path("note").asString(""),
        json.at("/document/summary").asString(""));
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

  /// Those at the other ends of ways, and of the ways on from there.
  private static void neighbours(JsonNode ways, Map<String, Node> nodes) {
    for (JsonNode way : ways) {
      if (way.has("to") || way.has("from")) {
        Node other = NodeReader.of(way);
        nodes.merge(other.alias(), other, (old, found) -> old.next().isEmpty() ? found : old);
      }
      if (way.path("compensatedBy").isObject()) {
        Node undoes = NodeReader.of(way.path("compensatedBy"));
        nodes.putIfAbsent(undoes.alias(), undoes);
      }
      neighbours(way.path("then"), nodes);
      neighbours(way.path("next"), nodes);
    }
  }

  private static List<Node> nodes(JsonNode list) {
    return list.valueStream().map(NodeReader::of).toList();
  }
}
