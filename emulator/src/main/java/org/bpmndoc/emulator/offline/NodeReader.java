package org.bpmndoc.emulator.offline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Node.Called;
import org.bpmndoc.emulator.offline.Node.Loop;
import org.bpmndoc.emulator.offline.Node.Mail;
import org.bpmndoc.emulator.offline.Node.Trigger;
import org.bpmndoc.emulator.offline.Node.Way;
import tools.jackson.databind.JsonNode;

/// Reads nodes out of facts.
final class NodeReader {

  private static final Pattern VARIABLE = Pattern.compile("(?:= ?|[$#]\\{)(?<name>[\\w.]+)}?");

  private NodeReader() {}

  /// A node of the flow, or a neighbour, whose ways on stand in `then`.
  static Node of(JsonNode json) {
    return of(json, json.path("type").asString(""));
  }

  static Node of(JsonNode json, String type) {
    String alias = json.path("element").asString("");
    List<Mail> sends = mails(json, "sends", "to", type.equals("sendTask"));
    List<Mail> receives = mails(json, "receives", "from", type.equals("receiveTask"));
    return new Node(
        alias.isEmpty() ? json.path("to").asString(json.path("from").asString("")) : alias,
        type,
        Names.ofNode(json.path("name").asString(""), type),
        lane(json),
        json.path("documentation").asString(""),
        triggers(json, type.endsWith("Event") && !sends.isEmpty() ? sends : receives),
        json.path("nonInterrupting").asBoolean(false),
        json.path("triggeredByEvent").asBoolean(false),
        loop(json.path("loop")),
        called(json.path("calls")),
        json.path("attachedTo").asString(""),
        sends,
        receives,
        Names.clean(json.path("inputs")),
        Names.clean(json.path("outputs")),
        onward(json));
  }

  /// The lane, else the one resource or the one group of candidates that is named.
  private static String lane(JsonNode json) {
    String lane = Names.clean(json.path("lane").asString(""));
    return lane.isEmpty() ? responsible(json) : lane;
  }

  private static String responsible(JsonNode json) {
    return Stream.of("performers", "candidateGroups")
        .map(field -> Names.clean(json.path(field)))
        .filter(names -> names.size() == 1)
        .map(List::getFirst)
        .findFirst()
        .orElse("");
  }

  /// What undoes an activity follows on the event that asks for it.
  private static List<Way> onward(JsonNode json) {
    JsonNode undoes = json.path("compensatedBy");
    String alias = undoes.isObject() ? undoes.path("element").asString("") : undoes.asString("");
    List<Way> ways = ways(json.has("then") ? json.path("then") : json.path("next"), "to");
    return alias.isEmpty()
        ? ways
        : Stream.concat(ways.stream(), Stream.of(new Way(alias, "", "", "", false))).toList();
  }

  static List<Way> ways(JsonNode list, String end) {
    return list.valueStream()
        .map(way ->
            new Way(
                way.path(end).asString(""),
                way.path("flow").asString(""),
                Names.clean(way.path("label").asString("")),
                Names.clean(way.path("condition").asString("")),
                way.path("default").asBoolean(false)))
        .toList();
  }

  /// A message that has no name here has that of the one message that is drawn to the event.
  private static List<Trigger> triggers(JsonNode json, List<Mail> drawn) {
    boolean starts = json.path("triggeredByEvent").asBoolean(false);
    Mail mail = drawn.size() == 1 ? drawn.getFirst() : new Mail("", "");
    return json.path(starts ? "startedBy" : "events")
        .valueStream()
        .map(event -> {
          String kind = event.path("kind").asString("");
          String detail = Names.clean(event.path("detail").asString(""));
          return kind.equals("message")
              ? new Trigger(kind, detail.isEmpty() ? mail.message() : detail, mail.pool())
              : new Trigger(kind, detail, "");
        })
        .toList();
  }

  /// Those that are drawn between pools, else the message that the task names.
  private static List<Mail> mails(JsonNode json, String list, String end, boolean names) {
    String message = names ? Names.clean(json.path("message").asString("")) : "";
    if (!message.isEmpty() && json.path(list).isEmpty()) {
      return List.of(new Mail(message, ""));
    }
    return json.path(list)
        .valueStream()
        .map(mail ->
            new Mail(
                Names.clean(mail.path("message").asString("")),
                Names.clean(mail.path(end).asString(""))))
        .toList();
  }

  private static Optional<Loop> loop(JsonNode json) {
    String kind = json.path("kind").asString("");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Loop.Kind found =
        kind.contains("same time")
            ? Loop.Kind.PARALLEL
            : kind.contains("one after another") ? Loop.Kind.SEQUENTIAL : Loop.Kind.REPEATED;
    return Optional.of(
        new Loop(
            found,
            variable(Names.clean(json.path("detail").asString(""))),
            variable(Names.clean(json.path("until").asString("")))));
  }

  /// The name in an expression that is a name and nothing else.
  private static String variable(String expression) {
    Matcher matcher = VARIABLE.matcher(expression);
    return matcher.matches() ? matcher.group("name") : expression;
  }

  private static Called called(JsonNode json) {
    String process = Names.clean(json.path("process").asString(""));
    String note = json.path("note").asString("");
    if (!process.isEmpty() || json.path("linked").asBoolean(false)) {
      return new Called.Linked(process, note.startsWith("recursion"));
    }
    String target = Names.clean(json.path("target").asString(""));
    return !target.isEmpty()
        ? new Called.Outside(target)
        : note.contains("global task")
            ? new Called.GlobalTask(Names.clean(json.path("globalTask").asString("")))
            : note.contains("run time") ? new Called.AtRunTime() : new Called.Unnamed();
  }
}
