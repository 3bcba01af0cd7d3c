package org.bpmndoc.prompt;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.Definitions.MessageFlow;
import org.bpmndoc.bpmn.Definitions.Participant;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import tools.jackson.databind.node.ObjectNode;

/// What passes between the pools of one file, from where a node or a pool stands: the name of each
/// message and of the pool at its other end. `sent` and `received` are by the id of that node or
/// pool, `pools` are the ids of the pools of each process, `multiplicity` says of which pools there
/// are several.
record Messages(
    Map<String, Set<ObjectNode>> sent,
    Map<String, Set<ObjectNode>> received,
    Map<String, Set<String>> pools,
    Map<String, String> multiplicity) {

  static Messages of(Definitions file) {
    Map<String, Set<ObjectNode>> sent = new HashMap<>();
    Map<String, Set<ObjectNode>> received = new HashMap<>();
    Map<String, Set<String>> pools = new HashMap<>();
    Map<String, String> multiplicity = new HashMap<>();
    List<Participant> participants =
        file.collaborations().stream().flatMap(found -> found.participants().stream()).toList();
    Map<String, String> names = names(file, participants);
    for (Participant pool : participants) {
      pool.process().ifPresent(process -> add(pools, process, pool.element().id()));
      if (!pool.multiplicity().isEmpty()) {
        multiplicity.put(pool.element().id(), pool.multiplicity());
      }
    }
    for (Definitions.Collaboration collaboration : file.collaborations()) {
      for (MessageFlow flow : collaboration.messageFlows()) {
        add(sent, flow.source(), message(flow, "to", flow.target(), names, multiplicity));
        add(received, flow.target(), message(flow, "from", flow.source(), names, multiplicity));
      }
    }
    sent.remove("");
    received.remove("");
    return new Messages(sent, received, pools, multiplicity);
  }

  /// Adds `sends` and `receives` of a node.
  Fields describe(Fields fields, String nodeId) {
    return describe(fields, Set.of(nodeId));
  }

  /// Adds `sends` and `receives` of the pools that a process is drawn in, as a whole.
  Fields describe(Fields fields, Definitions.Process process) {
    return describe(fields, poolsOf(process));
  }

  /// The ids of the pools that a process is drawn in.
  Set<String> poolsOf(Definitions.Process process) {
    return pools.getOrDefault(process.id(), Set.of());
  }

  /// How many there are of the pool of a process, empty where one is meant.
  String multiplicity(Definitions.Process process) {
    return poolsOf(process).stream()
        .flatMap(pool -> Stream.ofNullable(multiplicity.get(pool)))
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  private Fields describe(Fields fields, Collection<String> ids) {
    return fields
        .list("sends", NodeFacts.sorted(at(sent, ids)))
        .list("receives", NodeFacts.sorted(at(received, ids)));
  }

  private static Stream<ObjectNode> at(
      Map<String, Set<ObjectNode>> messages, Collection<String> ids) {
    return ids.stream().flatMap(id -> messages.getOrDefault(id, Set.of()).stream()).distinct();
  }

  /// What is written on the flow, else the name of the message; `carries` is the latter where it
  /// says more.
  private static ObjectNode message(
      MessageFlow flow,
      String direction,
      String otherEnd,
      Map<String, String> names,
      Map<String, String> multiplicity) {
    String written = Words.line(flow.element().name());
    String message = Words.line(flow.message());
    return new Fields()
        .text("message", written.isEmpty() ? message : written)
        .text("carries", written.isEmpty() || written.equals(message) ? "" : message)
        .text(direction, names.getOrDefault(otherEnd, ""))
        .text("multiplicity", multiplicity.getOrDefault(otherEnd, ""))
        .text("documentation", Words.lines(flow.element().documentation()))
        .done();
  }

  /// The name of the pool with an id, or with a node of that id in it; of several the first by
  /// name.
  private static Map<String, String> names(Definitions file, List<Participant> participants) {
    Map<String, String> names = new HashMap<>();
    for (Participant pool : participants) {
      String name = Words.line(pool.element().name());
      if (!name.isEmpty()) {
        name(names, pool.element().id(), name);
        file.processes().stream()
            .filter(process -> pool.process().filter(process.id()::equals).isPresent())
            .forEach(process -> nameNodes(names, process.content(), name));
      }
    }
    return names;
  }

  private static void nameNodes(Map<String, String> names, FlowContent content, String pool) {
    for (FlowNode node : content.nodes()) {
      name(names, node.id(), pool);
      if (node instanceof FlowNode.SubProcess inner) {
        nameNodes(names, inner.content(), pool);
      }
    }
  }

  private static void name(Map<String, String> names, String id, String pool) {
    names.merge(id, pool, (one, other) -> one.compareTo(other) <= 0 ? one : other);
  }

  private static <T> void add(Map<String, Set<T>> sets, String id, T item) {
    sets.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(item);
  }
}
