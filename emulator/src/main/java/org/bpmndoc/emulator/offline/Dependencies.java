package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Node.Called;
import org.bpmndoc.emulator.offline.Node.Mail;
import tools.jackson.databind.node.ObjectNode;

/// What something needs, as far as the model names it.
final class Dependencies {

  /// Roles are named only while there are fewer than this.
  private static final int ENOUGH = 6;

  private final Facts facts;
  private final Speech speech;
  private final Language language;
  private final List<ObjectNode> found = new ArrayList<>();

  Dependencies(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.language = speech.language();
  }

  List<ObjectNode> ofFlow() {
    calls(facts.flow());
    for (Node node : facts.flow()) {
      if (node.is("businessRuleTask") && !node.name().isEmpty()) {
        add(node.name(), Word.RULE, language.tell(applied(node), place(node)), node);
      }
    }
    participants(
        facts.flow().isEmpty() || !facts.subject().isProcess()
            ? facts.flow()
            : Stream.concat(Stream.of(facts.subject().node()), facts.flow().stream()).toList());
    messages();
    facts
        .data()
        .forEach(name -> add(name, Word.DATA, language.tell("holdsIt", speech.it()), List.of()));
    roles();
    return found;
  }

  List<ObjectNode> ofTask() {
    Node node = facts.subject().node();
    String task = speech.spoken(node);
    facts
        .others(facts.incoming())
        .filter(from -> !from.name().isEmpty())
        .forEach(from -> add(from.name(), word(from), language.tell("comesBefore", task), from));
    calls(List.of(node));
    Bound bound = Bound.of(facts.subject());
    bound.systems().forEach(name -> add(name, Word.SYSTEM, language.tell("runsIt", task), node));
    bound
        .decisions()
        .forEach(name -> add(name, Word.DECISION, language.tell("decidesFor", task), node));
    bound.forms().forEach(name -> add(name, Word.FORM, language.tell("shownAt", task), node));
    participants(List.of(node));
    Speech.joined(facts.subject().reads(), node.inputs())
        .forEach(name -> add(name, Word.DATA, language.tell("readsIt", task), node));
    return found;
  }

  /// What a neighbour is, in one word.
  static Word word(Node node) {
    return node.isGateway() ? Word.GATEWAY : node.isActivity() ? Word.TASK : Word.EVENT;
  }

  private String applied(Node rule) {
    return place(rule).isEmpty() ? "appliesIt" : "appliesIt.before";
  }

  /// What comes right after a rule.
  private String place(Node rule) {
    return rule.next().stream()
        .flatMap(way -> new Onward(speech).beyond(way).stream())
        .filter(next -> !next.name().isEmpty())
        .map(speech::place)
        .findFirst()
        .orElse("");
  }

  /// Each process once, with all that call it.
  private void calls(List<Node> nodes) {
    grouped(nodes, Dependencies::called)
        .forEach((name, callers) ->
            add(
                name,
                callers.getFirst().called() instanceof Called.GlobalTask ? Word.TASK : Word.PROCESS,
                language.tell(
                    Language.counted("callsIt", callers.size()),
                    language.all(speech.spoken(callers))),
                aliases(callers)));
  }

  private static List<String> called(Node node) {
    String name =
        switch (node.called()) {
          case Called.Linked linked -> linked.process();
          case Called.GlobalTask global -> global.name();
          case Called.Outside outside -> outside.target();
          case Called.AtRunTime _, Called.Unnamed _ -> "";
        };
    return name.isEmpty() ? List.of() : List.of(name);
  }

  /// The pools at the other ends of messages.
  private void participants(List<Node> nodes) {
    grouped(
            nodes,
            node ->
                Stream.concat(node.sends().stream(), node.receives().stream())
                    .map(Mail::pool)
                    .filter(pool -> !pool.isEmpty())
                    .distinct()
                    .toList())
        .forEach((pool, partners) ->
            add(
                pool,
                Word.PARTICIPANT,
                Stream.of(
                        mail("participant.sent", partners, Node::sends, pool),
                        mail("participant.received", partners, Node::receives, pool))
                    .filter(text -> !text.isEmpty())
                    .reduce((one, two) -> one + " " + two)
                    .orElse(""),
                aliases(partners)));
  }

  private String mail(
      String key, List<Node> partners, Function<Node, List<Mail>> mails, String pool) {
    List<Node> involved =
        partners.stream()
            .filter(node -> mails.apply(node).stream().anyMatch(mail -> mail.pool().equals(pool)))
            .toList();
    if (involved.isEmpty()) {
      return "";
    }
    List<Mail> exchanged =
        involved.stream()
            .flatMap(node -> mails.apply(node).stream())
            .filter(mail -> mail.pool().equals(pool))
            .map(mail -> new Mail(mail.message(), ""))
            .distinct()
            .toList();
    List<String> names = involved.stream().map(this::whose).distinct().toList();
    return language.tell(
        Language.counted(key, names.size()),
        language.all(names),
        speech.work().mails("", exchanged));
  }

  /// Messages and signals of events that no pool is named for.
  private void messages() {
    for (String kind : List.of("message", "signal")) {
      for (boolean sends : List.of(false, true)) {
        grouped(
                facts.flow().stream().filter(node -> node.raises() == sends).toList(),
                node ->
                    node.triggers().stream()
                        .filter(on -> on.kind().equals(kind) && on.pool().isEmpty())
                        .map(Node.Trigger::detail)
                        .filter(detail -> !detail.isEmpty())
                        .toList())
            .forEach((name, nodes) ->
                add(
                    name,
                    kind.equals("message") ? Word.MESSAGE : Word.SIGNAL,
                    language.tell(
                        Language.counted(
                            sends ? "sendsIt" : "waitsForIt",
                            (int) nodes.stream().map(this::whose).distinct().count()),
                        language.all(nodes.stream().map(this::whose).distinct().toList())),
                    aliases(nodes)));
      }
    }
  }

  /// Who sends or receives: the node, or all of the subject where the node has no name.
  private String whose(Node node) {
    return node.is("process") || node.name().isEmpty() ? speech.it() : speech.spoken(node);
  }

  private void roles() {
    grouped(
            facts.flow().stream().filter(Node::isHuman).toList(),
            node -> facts.roleOf(node).isEmpty() ? List.of() : List.of(facts.roleOf(node)))
        .forEach((role, nodes) -> {
          if (found.size() < ENOUGH) {
            add(
                role,
                Word.ROLE,
                language.tell("carriesOutIt", language.all(speech.spoken(nodes))),
                aliases(nodes));
          }
        });
  }

  private static Map<String, List<Node>> grouped(
      List<Node> nodes, Function<Node, List<String>> names) {
    Map<String, List<Node>> grouped = new LinkedHashMap<>();
    for (Node node : nodes) {
      names
          .apply(node)
          .forEach(name -> grouped.computeIfAbsent(name, _ -> new ArrayList<>()).add(node));
    }
    return grouped;
  }

  private void add(String name, Word kind, String description, Node about) {
    add(name, kind, description, List.of(about.alias()));
  }

  private void add(String name, Word kind, String description, List<String> elements) {
    found.add(
        Items.object(
            elements, "name", name, "kind", language.word(kind), "description", description));
  }

  private static List<String> aliases(List<Node> nodes) {
    return nodes.stream().map(Node::alias).toList();
  }
}
