package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Entries.Entry;
import org.bpmndoc.emulator.offline.Items.Item;

/// Tells the flow of a process from start to end, in its order.
final class FlowSteps {

  private static final int STEPS_MAX = 8;

  private final Facts facts;
  private final Speech speech;
  private final Language language;
  private final Onward onward;
  private final List<Item> steps = new ArrayList<>();

  /// Tasks of one type in one pair of hands that follow each other without more to be said of them.
  private final List<Node> together = new ArrayList<>();

  private String leadOfTogether = "";

  FlowSteps(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.language = speech.language();
    this.onward = new Onward(speech);
  }

  List<Item> told() {
    starts();
    for (Node node : facts.flow()) {
      if (node.isActivity() && !node.triggeredByEvent()) {
        activity(node);
      } else if (node.type().startsWith("intermediate")) {
        event(node);
      } else if (node.is("parallelGateway") && node.next().size() > 1) {
        add(
            node,
            language.clause("inParallel", language.all(onward.spokenTargets(node))),
            List.of());
      } else if (node.decides() && !node.documentation().isBlank()) {
        add(node, speech.decisions().made(node), List.of());
      }
    }
    flush();
    ends();
    return Items.joined(steps, STEPS_MAX);
  }

  private void starts() {
    List<Node> starts = facts.inFlow("startEvent");
    List<String> told = speech.starts(starts);
    if (!told.isEmpty()) {
      String text = language.tell("starts", speech.it(), language.any(told));
      steps.add(
          new Item(
              starts.size() == 1 ? speech.explained(text, starts.getFirst()) : text,
              aliases(starts)));
    }
  }

  private void ends() {
    List<Node> ends = facts.inFlow("endEvent");
    List<String> told = speech.ends(ends);
    if (!told.isEmpty()) {
      List<String> sentences = new ArrayList<>();
      sentences.add(language.sentence("", language.clause("flow.endsWith", language.any(told))));
      ends.stream()
          .filter(end -> !end.documentation().isBlank() && !end.name().isEmpty())
          .map(end -> speech.explained(language.tell("ofEnd", speech.spoken(end)), end))
          .forEach(sentences::add);
      steps.add(new Item(String.join(" ", sentences), aliases(ends)));
    }
  }

  private void activity(Node node) {
    Entry entry = new Entries(speech).of(node);
    List<String> more = more(node);
    boolean plain =
        entry.elements().isEmpty() && more.isEmpty() && speech.childSays(node).isEmpty();
    if (!plain
        || node.is("callActivity")
        || !node.sends().isEmpty()
        || !node.receives().isEmpty()) {
      add(node, speech.done(node, facts.roleOf(node)), more);
      return;
    }
    boolean carriesOn = entry.lead().isEmpty() && !together.isEmpty();
    if (!carriesOn || !alike(together.getLast(), node)) {
      flush();
      leadOfTogether = entry.lead();
    }
    together.add(node);
  }

  /// What a catching event waits for is told where it is one of several that are waited for.
  private void event(Node node) {
    boolean told =
        facts.directlyBefore(node).stream().anyMatch(from -> from.is("eventBasedGateway"));
    boolean arrives =
        !node.raises() && node.triggers().stream().anyMatch(on -> on.kind().equals("link"));
    if (!told && !arrives) {
      add(node, speech.events().onTheWay(node), List.of());
    }
  }

  /// What more there is to say of an activity.
  private List<String> more(Node node) {
    List<String> more = new ArrayList<>(speech.work().more(node));
    if (node.is("callActivity")) {
      more.addAll(speech.work().data(List.of(), node.inputs(), List.of(), node.outputs()));
    }
    facts.notes(node).map(speech::note).forEach(more::add);
    return more;
  }

  private boolean alike(Node one, Node other) {
    return one.type().equals(other.type())
        && one.name().isEmpty() == other.name().isEmpty()
        && facts.roleOf(one).equals(facts.roleOf(other));
  }

  private void flush() {
    if (!together.isEmpty()) {
      Node first = together.getFirst();
      Clause clause = speech.work().of(first, speech.spoken(together), facts.roleOf(first), "");
      steps.add(new Item(language.sentence(leadOfTogether, clause), aliases(together)));
      together.clear();
    }
  }

  /// What its own document says first explains an activity, else what its author wrote here.
  private void add(Node node, Clause clause, List<String> more) {
    flush();
    Entry entry = new Entries(speech).of(node);
    String done = language.sentence(entry.lead(), clause);
    String text =
        speech
            .childSays(node)
            .filter(_ -> node.documentation().isBlank())
            .map(said -> language.explained(done, said))
            .orElse(speech.explained(done, node));
    steps.add(
        new Item(
            String.join(" ", Stream.concat(Stream.of(text), more.stream()).toList()),
            Stream.concat(entry.elements().stream(), Stream.of(node.alias())).toList()));
  }

  private static List<String> aliases(List<Node> nodes) {
    return nodes.stream().map(Node::alias).toList();
  }
}
