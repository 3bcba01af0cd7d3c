package org.bpmndoc.emulator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.emulator.offline.Items.Item;
import org.bpmndoc.emulator.offline.Node.Way;

/// Tells the flow of a process from start to end, in its order.
final class FlowSteps {

  private static final int STEPS_MAX = 8;

  private final Facts facts;
  private final Speech speech;
  private final Phrases phrases;
  private final List<Item> steps = new ArrayList<>();

  /// Tasks of one type in one pair of hands that follow each other without more to be said of them.
  private final List<Node> together = new ArrayList<>();

  FlowSteps(Speech speech) {
    this.speech = speech;
    this.facts = speech.facts();
    this.phrases = speech.phrases();
  }

  List<Item> told() {
    starts();
    for (Node node : facts.flow()) {
      if (node.isActivity() && !node.triggeredByEvent()) {
        activity(node);
      } else if (node.type().startsWith("intermediate")) {
        event(node);
      } else if (node.is("parallelGateway") && node.next().size() > 1) {
        split(node);
      }
    }
    flush();
    ends();
    return Items.joined(steps, STEPS_MAX);
  }

  private void starts() {
    List<Node> starts = facts.flow().stream().filter(node -> node.is("startEvent")).toList();
    List<String> told =
        starts.stream()
            .filter(node -> !node.name().isEmpty() || !node.triggers().isEmpty())
            .map(node -> phrases.start(node.name(), speech.trigger(node)))
            .toList();
    if (!starts.isEmpty()) {
      add(phrases.starts(phrases.scope(facts.subject().isProcess(), ""), told), aliases(starts));
    }
  }

  private void ends() {
    List<Node> ends = facts.flow().stream().filter(node -> node.is("endEvent")).toList();
    if (!ends.isEmpty()) {
      add(phrases.sentence("", phrases.ends(phrases.any(speech.ends()))), aliases(ends));
    }
  }

  private void split(Node gateway) {
    flush();
    Entry entry = entry(gateway);
    add(
        phrases.sentence(entry.lead(), phrases.sideBySide(speech.spoken(speech.targets(gateway)))),
        Stream.concat(entry.from().stream(), Stream.of(gateway.alias())).toList());
  }

  private void activity(Node node) {
    Entry entry = entry(node);
    List<String> more = more(node);
    Optional<String> says = facts.child(node).flatMap(child -> childSays(speech, child));
    if (entry.lead().isEmpty() && more.isEmpty() && says.isEmpty() && !node.is("callActivity")) {
      if (!together.isEmpty() && !alike(together.getLast(), node)) {
        flush();
      }
      together.add(node);
      return;
    }
    flush();
    Clause clause =
        node.is("callActivity")
            ? phrases.call(speech.spoken(node), node.called())
            : phrases.work(node.type(), List.of(speech.spoken(node)), role(node));
    String done = phrases.sentence(entry.lead(), clause);
    String text = says.map(first -> carriedOn(done, first)).orElse(done);
    add(
        String.join(" ", Stream.concat(Stream.of(text), more.stream()).toList()),
        Stream.concat(entry.from().stream(), Stream.of(node.alias())).toList());
  }

  private void event(Node node) {
    boolean told =
        facts.directlyBefore(node).stream().anyMatch(from -> from.is("eventBasedGateway"));
    if (told) {
      return;
    }
    flush();
    Clause clause =
        node.is("intermediateCatchEvent")
            ? phrases.waits(
                node.name().isEmpty() && !node.triggers().isEmpty() ? "" : speech.spoken(node),
                speech.trigger(node))
            : phrases.raises(
                speech.spoken(node),
                node.triggers().stream().findFirst().orElse(new Node.Trigger("", "")));
    Entry entry = entry(node);
    add(
        phrases.sentence(entry.lead(), clause),
        Stream.concat(entry.from().stream(), Stream.of(node.alias())).toList());
  }

  /// What stands before the sentence on a node, and which elements that is about.
  private record Entry(String lead, List<String> from) {}

  private Entry entry(Node node) {
    List<Node> before = facts.directlyBefore(node);
    if (before.size() != 1) {
      boolean conditional =
          !before.isEmpty()
              && before.stream().allMatch(from -> from.decides() || from.is("boundaryEvent"));
      return new Entry(conditional ? phrases.onSomeWays() : "", List.of());
    }
    Node from = before.getFirst();
    Optional<Way> way =
        from.next().stream().filter(out -> out.other().equals(node.alias())).findFirst();
    if (from.decides() && way.isPresent()) {
      return new Entry(speech.lead(from, way.get()), List.of(from.alias()));
    }
    if (from.is("boundaryEvent")) {
      String host = facts.node(from.attachedTo()).map(speech::spoken).orElse("");
      return new Entry(
          phrases.whenHappens(phrases.during(host, speech.happens(from))), List.of(from.alias()));
    }
    return facts.directlyBefore(from).stream().anyMatch(gateway -> gateway.is("eventBasedGateway"))
        ? new Entry(phrases.whenHappens(speech.happens(from)), List.of(from.alias()))
        : new Entry("", List.of());
  }

  /// What more there is to say of an activity: loops, notes.
  private List<String> more(Node node) {
    List<String> more = new ArrayList<>();
    node.loop().map(phrases::loop).ifPresent(more::add);
    facts.notes().stream()
        .filter(note -> note.about().contains(node.alias()))
        .map(note -> phrases.note(Names.line(note.text())))
        .forEach(more::add);
    return more;
  }

  /// The first sentence of a child's document. One that speaks of the child by name adds nothing to
  /// a sentence that has just named it.
  static Optional<String> childSays(Speech speech, Facts.Child child) {
    return Names.sentences(child.summary(), 1).stream()
        .filter(first ->
            child.name().isEmpty() || !first.contains(speech.phrases().quote(child.name())))
        .filter(first -> !child.name().isEmpty())
        .findFirst();
  }

  /// A sentence with another behind a colon.
  static String carriedOn(String sentence, String more) {
    return sentence.replaceFirst("\\.$", ": ") + more;
  }

  private boolean alike(Node one, Node other) {
    return one.type().equals(other.type()) && role(one).equals(role(other));
  }

  private String role(Node node) {
    return facts.roleOf(node);
  }

  private void flush() {
    if (!together.isEmpty()) {
      Node first = together.getFirst();
      add(
          phrases.sentence("", phrases.work(first.type(), speech.spoken(together), role(first))),
          aliases(together));
      together.clear();
    }
  }

  private void add(String text, List<String> elements) {
    steps.add(new Item(text, elements));
  }

  private static List<String> aliases(List<Node> nodes) {
    return nodes.stream().map(Node::alias).toList();
  }
}
