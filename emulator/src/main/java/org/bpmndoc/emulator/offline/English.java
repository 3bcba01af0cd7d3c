package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// English.
final class English implements Phrases {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("task", "a task"),
          Map.entry("userTask", "a user task"),
          Map.entry("serviceTask", "a service task"),
          Map.entry("sendTask", "a send task"),
          Map.entry("receiveTask", "a receive task"),
          Map.entry("scriptTask", "a script task"),
          Map.entry("manualTask", "a manual task"),
          Map.entry("businessRuleTask", "a business rule task"),
          Map.entry("callActivity", "a call activity"),
          Map.entry("subProcess", "a sub-process"),
          Map.entry("transaction", "a transaction"),
          Map.entry("adHocSubProcess", "an ad-hoc sub-process"),
          Map.entry("process", "a process"),
          Map.entry("startEvent", "a start event"),
          Map.entry("endEvent", "an end event"),
          Map.entry("boundaryEvent", "a boundary event"),
          Map.entry("intermediateCatchEvent", "an intermediate event"),
          Map.entry("intermediateThrowEvent", "an intermediate event"));

  private static final Map<Character, String> UNITS =
      Map.of('W', "week", 'D', "day", 'H', "hour", 'M', "minute", 'S', "second");

  private final Templates templates = new Templates("english.properties");

  @Override
  public String say(String key, String... names) {
    return templates.filled(key, names);
  }

  @Override
  public String word(Word word) {
    return word.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String all(List<String> items) {
    return joined(items, " and ");
  }

  @Override
  public String any(List<String> items) {
    return joined(items, " or ");
  }

  private static String joined(List<String> items, String last) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1)) + last + items.getLast();
  }

  @Override
  public String typeOf(String type) {
    return type.endsWith("Gateway") ? "a gateway" : TYPES.getOrDefault(type, "an element");
  }

  @Override
  public String unnamed(String type) {
    return type.endsWith("Gateway") ? "a gateway" : typeOf(type) + " without a name";
  }

  @Override
  public String noun(Node.Trigger trigger) {
    boolean bare = trigger.detail().isEmpty();
    String name = bare ? "" : " " + quote(trigger.detail());
    return switch (trigger.kind()) {
      case "message", "signal" -> (bare ? "a " : "the ") + trigger.kind() + name;
      case "error", "escalation" -> (bare ? "an " : "the ") + trigger.kind() + name;
      case "conditional" -> (bare ? "a " : "the ") + "condition" + name;
      case "timer" ->
          Durations.spoken(trigger.detail(), this)
              .map(time -> "the timer of " + time)
              .orElse((bare ? "a " : "the ") + "timer" + name);
      default -> "";
    };
  }

  @Override
  public String scope(boolean process, String name) {
    String kind = process ? "the process" : "the sub-process";
    return name.isEmpty() ? kind : kind + " " + quote(name);
  }

  @Override
  public String sentence(String lead, Clause clause) {
    String rest = clause.rest().isEmpty() ? "" : " " + clause.rest();
    String text = clause.subject() + " " + clause.verb() + rest + ".";
    return Templates.capital(lead.isEmpty() ? text : lead + " " + text);
  }

  @Override
  public Clause work(String type, List<String> names, String role) {
    String all = all(names);
    boolean one = names.size() == 1;
    return switch (type) {
      case "serviceTask", "scriptTask" -> new Clause(all, one ? "runs" : "run", "automatically");
      case "sendTask" -> new Clause(all, one ? "sends" : "send", one ? "a message" : "messages");
      case "receiveTask" ->
          new Clause(all, one ? "waits" : "wait", one ? "for a message" : "for messages");
      case "businessRuleTask" ->
          new Clause(one ? "the rule " + all : "the rules " + all, one ? "is" : "are", "applied");
      case "subProcess", "transaction", "adHocSubProcess" ->
          done((one ? "the sub-process " : "the sub-processes ") + all, one, role, "");
      case "manualTask" -> done(all, one, role, "by hand");
      case "userTask" -> done(all, one, role, role.isEmpty() ? "by a person" : "");
      default -> done(all, one, role, "");
    };
  }

  private Clause done(String what, boolean one, String role, String how) {
    return role.isEmpty()
        ? new Clause(what, one ? "is" : "are", "carried out" + (how.isEmpty() ? "" : " " + how))
        : new Clause(quote(role), "carries out", what + (how.isEmpty() ? "" : " " + how));
  }

  @Override
  public Clause call(String name, Node.Called called) {
    return new Clause(name, "calls", called(called));
  }

  private String called(Node.Called called) {
    return switch (called) {
      case Node.Called.Linked linked -> "the process " + quote(linked.process());
      case Node.Called.Outside outside -> quote(outside.target()) + ", which is not described here";
      case Node.Called.Unnamed _ -> "a process that the model does not name";
    };
  }

  @Override
  public Clause waits(String name, String trigger) {
    return trigger.isEmpty()
        ? new Clause("the flow", "waits", "for " + name)
        : new Clause(
            "the flow", "waits", (name.isEmpty() ? "" : "at " + name + " ") + "until " + trigger);
  }

  @Override
  public Clause raises(String name, Node.Trigger trigger) {
    String detail = trigger.detail().isEmpty() ? "" : " " + quote(trigger.detail());
    String article = detail.isEmpty() ? "a " : "the ";
    return switch (trigger.kind()) {
      case "message" -> new Clause(name, "sends", article + "message" + detail);
      case "signal" -> new Clause(name, "sends out", article + "signal" + detail);
      case "escalation" ->
          new Clause(name, "raises", (detail.isEmpty() ? "an " : "the ") + "escalation" + detail);
      case "compensate" -> new Clause(name, "asks", "for what was done to be undone");
      case "link" -> new Clause(name, "leads on", "elsewhere in the process");
      default -> new Clause(name, "is", "reached");
    };
  }

  @Override
  public Clause sideBySide(List<String> names) {
    return new Clause(all(names), names.size() == 1 ? "goes on" : "go on", "side by side");
  }

  @Override
  public Clause follows(String name) {
    return new Clause(name, "follows", "");
  }

  @Override
  public Clause decided(String question) {
    return new Clause(question, "is", "decided");
  }

  @Override
  public Clause goesBack(String name) {
    return new Clause("the flow", "goes back", "to " + name);
  }

  @Override
  public Clause ends(String name) {
    return new Clause("the flow", "ends", name.isEmpty() ? "" : "with " + name);
  }

  @Override
  public Clause comesHere() {
    return new Clause("the flow", "comes", "here");
  }

  @Override
  public Clause leadsHere(String name) {
    return new Clause(name, "leads", "here");
  }

  @Override
  public Clause goesOn() {
    return new Clause("the flow", "goes on", "");
  }

  @Override
  public Clause comesFirst(String name, String scope) {
    return new Clause(name, "comes", "first in " + scope);
  }

  @Override
  public Clause isInterrupted(String name) {
    return new Clause(name, "is", "interrupted");
  }

  @Override
  public String trigger(Node.Trigger trigger) {
    String detail = trigger.detail();
    String name = detail.isEmpty() ? "" : " " + quote(detail);
    String a = detail.isEmpty() ? "a " : "the ";
    String an = detail.isEmpty() ? "an " : "the ";
    return switch (trigger.kind()) {
      case "message" -> a + "message" + name + " arrives";
      case "timer" ->
          Durations.spoken(detail, this)
              .map(time -> time + " have passed")
              .orElse(a + "timer" + name + " goes off")
              .replaceFirst("^(1 \\w+) have", "$1 has");
      case "error" -> an + "error" + name + " occurs";
      case "escalation" -> an + "escalation" + name + " is raised";
      case "signal" -> a + "signal" + name + " is received";
      case "conditional" -> a + "condition" + name + " becomes true";
      case "compensate" -> "what was done has to be undone";
      case "cancel" -> "the transaction is cancelled";
      case "terminate" -> "everything is ended at once";
      case "link" -> a + "link" + name + " leads here";
      default -> an + "event" + name + " occurs";
    };
  }

  @Override
  public String occurs(String name) {
    return name.isEmpty()
        ? "something happens that the model does not name"
        : quote(name) + " occurs";
  }

  @Override
  public String duration(int count, char unit) {
    return count + " " + UNITS.getOrDefault(unit, "") + (count == 1 ? "" : "s");
  }

  @Override
  public String named(String name, String trigger) {
    return name.isEmpty() ? trigger : trigger + " (" + quote(name) + ")";
  }

  @Override
  public String ifAnswer(String question, String answer) {
    return question.endsWith("?")
        ? "If the answer to " + quote(question) + " is " + quote(answer) + ","
        : "If " + quote(question) + " gives " + quote(answer) + ",";
  }

  @Override
  public String otherwise(String question) {
    return question.isEmpty()
        ? "Otherwise"
        : question.endsWith("?")
            ? "Without another answer to " + quote(question) + ","
            : "If " + quote(question) + " gives nothing else,";
  }

  @Override
  public String onOneWay(String question) {
    return question.isEmpty() ? "On one of the ways," : "On one way from " + quote(question) + ",";
  }

  @Override
  public String starts(String scope, List<String> starts) {
    return Templates.capital(scope + " starts " + any(starts) + ".").replace(" .", ".");
  }

  @Override
  public String start(String name, String trigger) {
    return name.isEmpty()
        ? "when " + trigger
        : "with " + quote(name) + (trigger.isEmpty() ? "" : " when " + trigger);
  }

  @Override
  public String takePart(List<String> roles) {
    return all(roles) + (roles.size() == 1 ? " takes part." : " take part.");
  }

  @Override
  public String contains(int activities, int decisions) {
    String work = activities == 1 ? "1 activity" : activities + " activities";
    String choice = decisions == 1 ? "1 decision" : decisions + " decisions";
    return "It consists of " + work + (decisions == 0 ? "." : " and " + choice + ".");
  }

  @Override
  public String comprises(String scope, List<String> activities, int more) {
    List<String> parts = new ArrayList<>(activities);
    if (more > 0) {
      parts.add(more == 1 ? "1 more activity" : more + " more activities");
    }
    return Templates.capital(scope + " comprises " + all(parts) + ".");
  }

  @Override
  public String isA(String name, String type, String within, String role) {
    String by = role.isEmpty() ? "" : ", in the hands of " + quote(role);
    return Templates.capital(name + " is " + typeOf(type) + " in " + within + by + ".");
  }

  @Override
  public String between(Optional<String> before, Optional<String> after) {
    return before.map(name -> "It comes after " + name).orElse("It")
        + (before.isPresent() && after.isPresent() ? " and" : "")
        + after.map(name -> " leads to " + name).orElse("")
        + ".";
  }

  @Override
  public String loop(Node.Loop loop) {
    boolean bare = loop.detail().isEmpty();
    String detail = quote(loop.detail());
    String often = bare ? "It is done several times" : "It is done once for each of " + detail;
    return switch (loop.kind()) {
      case REPEATED -> bare ? "It is repeated." : "It is repeated as " + detail + " says.";
      case PARALLEL -> often + ", all at the same time.";
      case SEQUENTIAL -> often + ", one after another.";
    };
  }

  @Override
  public String note(String text) {
    return "A note in the model says: " + quote(text) + (text.matches(".*[.!?…]") ? "" : ".");
  }

  @Override
  public String whichWayAfter(Optional<String> name) {
    return name.map(after -> "Which way is taken after " + after + "?")
        .orElse("Which way is taken?");
  }

  @Override
  public String fills(String role, List<String> fields) {
    return role.isEmpty()
        ? "The form has the fields " + all(fields) + "."
        : quote(role) + " sees a form with the fields " + all(fields) + ".";
  }

  @Override
  public String callsIt(List<String> callers) {
    return Templates.capital(all(callers)) + (callers.size() == 1 ? " calls it." : " call it.");
  }

  @Override
  public String waitsForIt(List<String> names) {
    return Templates.capital(all(names)) + (names.size() == 1 ? " waits for it." : " wait for it.");
  }

  @Override
  public String sendsIt(List<String> names) {
    return Templates.capital(all(names)) + (names.size() == 1 ? " sends it." : " send it.");
  }

  @Override
  public String howDecided(String question, List<String> ways) {
    String at = question.isEmpty() ? "" : " at " + question;
    return "How is it decided" + at + " whether " + any(ways) + " follows?";
  }

  @Override
  public String whatDoesCallDo(String name, Node.Called called) {
    return switch (called) {
      case Node.Called.Linked linked ->
          "What does the process " + quote(linked.process()) + " do for " + name + "?";
      case Node.Called.Outside outside ->
          "What does "
              + quote(outside.target())
              + " do, which "
              + name
              + " calls? It is not described here.";
      case Node.Called.Unnamed _ -> "Which process does " + name + " call?";
    };
  }

  @Override
  public String whatIsUnnamed(int count) {
    return count == 1
        ? "What is the element for that the model gives no name?"
        : "What are the " + count + " elements for that the model gives no names?";
  }
}
