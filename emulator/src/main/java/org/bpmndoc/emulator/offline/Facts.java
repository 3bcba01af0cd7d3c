package org.bpmndoc.emulator.offline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /// What is documented. `bound` says by what name of what kind it is bound to an implementation;
  /// `recursive`, that it is called again from within itself.
  record Subject(
      Node node,
      String pool,
      boolean recursive,
      Map<String, String> bound,
      List<String> reads,
      List<String> writes,
      List<Field> form) {

    boolean isProcess() {
      return node.is("process");
    }

    /// Who does it, as far as the model says.
    String role() {
      return node.lane().isEmpty() ? pool : node.lane();
    }

    boolean isDescribed() {
      return !node.documentation().isBlank();
    }
  }

  record Field(String name, String type, boolean required) {}

  /// The process that the subject is or stands in, and the sub-process that it stands in.
  record Home(
      String name, String documentation, List<Node> starts, List<Node> ends, String within) {}

  /// A text annotation; `about` is empty where it is about nothing in particular.
  record Note(String text, List<String> about) {}

  /// The document of a part, as far as it is shown; `note` says why where it is not.
  record Child(List<String> elements, String name, boolean missing, String note, String summary) {

    /// Whether something is not known that should be. A recursion is no gap.
    boolean isGap() {
      return missing && !note.startsWith("recursion");
    }
  }

  Optional<Node> node(String alias) {
    return Optional.ofNullable(nodes.get(alias));
  }

  Optional<Child> child(Node node) {
    return children.stream().filter(child -> child.elements().contains(node.alias())).findFirst();
  }

  Stream<String> notes(Node node) {
    return notes.stream().filter(note -> note.about().contains(node.alias())).map(Note::text);
  }

  Stream<Node> others(List<Node.Way> ways) {
    return ways.stream().flatMap(way -> node(way.other()).stream());
  }

  List<Node> inFlow(String type) {
    return flow.stream().filter(node -> node.is(type)).toList();
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

  /// Whether the flow comes to one node before it comes to another.
  boolean isBefore(Node one, Node other) {
    int place = flow.indexOf(one);
    return place >= 0 && place < flow.indexOf(other);
  }
}
