package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Node.Mail;

/// Speaks of what activities do.
record Work(Language language) {

  /// What several activities of one type do in one pair of hands; `role` and `system` may be empty.
  Clause of(Node first, List<String> names, String role, String system) {
    String all = language.all(names);
    return switch (first.type()) {
      case "serviceTask", "scriptTask" ->
          system.isEmpty()
              ? language.clause(Language.counted("runs", names.size()), all)
              : language.clause("runs.by", all, language.quote(system));
      case "sendTask" ->
          language.clause(Language.counted("sends", names.size()), all, mails("to", first.sends()));
      case "receiveTask" ->
          language.clause(
              Language.counted("awaits", names.size()), all, mails("from", first.receives()));
      case "businessRuleTask" ->
          language.clause(
              first.name().isEmpty()
                  ? "applied.unnamed"
                  : Language.counted("applied", names.size()),
              all);
      default -> done(first, all, names.size(), role);
    };
  }

  private Clause done(Node first, String all, int count, String role) {
    boolean sub = first.isSub() && !first.name().isEmpty();
    String what = sub ? language.say(Language.counted("subs", count), all) : all;
    String how =
        first.is("manualTask")
            ? language.say("byHand")
            : first.is("userTask") && role.isEmpty() ? language.say("byPerson") : "";
    return role.isEmpty()
        ? language.clause(Language.counted("done", count), what, how)
        : language.clause("done.by", what, how, language.quote(role));
  }

  Clause call(String name, Node call) {
    return switch (call.called()) {
      case Node.Called.Linked linked when linked.leadsBack() ->
          language.clause(
              linked.process().isEmpty() ? "call.back.unnamed" : "call.back",
              name,
              language.quote(linked.process()));
      case Node.Called.Linked linked when linked.process().isEmpty() ->
          language.clause("call.unnamed", name);
      case Node.Called.Linked linked when linked.process().equalsIgnoreCase(call.name()) ->
          language.clause("call.same", name);
      case Node.Called.Linked linked ->
          language.clause("call", name, language.quote(linked.process()));
      case Node.Called.GlobalTask global when global.name().isEmpty() ->
          language.clause("call.global.unnamed", name);
      case Node.Called.GlobalTask global when global.name().equalsIgnoreCase(call.name()) ->
          language.clause("call.global.same", name);
      case Node.Called.GlobalTask global ->
          language.clause("call.global", name, language.quote(global.name()));
      case Node.Called.Outside outside ->
          language.clause("call.outside", name, language.quote(outside.target()));
      case Node.Called.AtRunTime _ -> language.clause("call.atRunTime", name);
      case Node.Called.Unnamed _ -> language.clause("call.unknown", name);
    };
  }

  /// Messages with the pools at their other ends; "a message" where nothing is known of any.
  String mails(String direction, List<Mail> mails) {
    List<String> said =
        mails.stream()
            .map(mail -> {
              String message =
                  mail.message().isEmpty()
                      ? language.say("noun.message.bare")
                      : language.say("noun.message", language.quote(mail.message()));
              return mail.pool().isEmpty()
                  ? message
                  : language.say(direction, message, language.quote(mail.pool()));
            })
            .distinct()
            .toList();
    return said.isEmpty() ? language.say("noun.message.bare") : language.all(said);
  }

  /// What is said of an activity whose sentence has just named it: loops, messages, what goes in
  /// and out.
  List<String> more(Node node) {
    List<String> more = new ArrayList<>();
    node.loop().map(this::loop).ifPresent(more::add);
    if (!node.is("sendTask") && !node.sends().isEmpty()) {
      more.add(language.tell("it", language.say("it.sends", mails("to", node.sends()))));
    }
    if (!node.is("receiveTask") && !node.receives().isEmpty()) {
      more.add(language.tell("it", language.say("it.receives", mails("from", node.receives()))));
    }
    return more;
  }

  private String loop(Node.Loop loop) {
    String often =
        loop.detail().isEmpty()
            ? language.tell(loop.kind().key() + ".bare")
            : language.tell(loop.kind().key(), language.quote(loop.detail()));
    return loop.until().isEmpty()
        ? often
        : often + " " + language.tell("loop.until", language.quote(loop.until()));
  }

  /// What goes into an activity and comes out of it, in one sentence; nothing where nothing does.
  List<String> data(
      List<String> reads, List<String> inputs, List<String> writes, List<String> outputs) {
    List<String> verbs =
        Stream.of(
                verb("it.reads", reads),
                verb("it.isGiven", inputs),
                verb("it.writes", writes),
                verb("it.givesBack", outputs))
            .flatMap(List::stream)
            .toList();
    return verbs.isEmpty() ? List.of() : List.of(language.tell("it", language.all(verbs)));
  }

  private List<String> verb(String key, List<String> names) {
    return names.isEmpty()
        ? List.of()
        : List.of(language.say(key, language.all(language.some(language.quoted(names), "more"))));
  }
}
