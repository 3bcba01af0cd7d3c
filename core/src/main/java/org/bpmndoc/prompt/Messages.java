package org.bpmndoc.prompt;

import java.util.Collection;
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
/// pool, `pools` are the ids of the pools of each process.
record Messages(
    Map<String, Set<ObjectNode>> sent,
    Map<String, Set<ObjectNode>> received,
    Map<String, Set<String>> pools) {

  static Messages of(Definitions file) {
    Map<String, Set<ObjectNode>> sent = new HashMap<>();
    Map<String, Set<ObjectNode>> received = new HashMap<>();
    Map<String, Set<String>> pools = new HashMap<>();
    List<Participant> participants =
        file.collaborations().stream().flatMap(found -> found.participants().stream()).toList();
    Map<String, String> names = names(file, participants);
    for (Participant pool : participants) {
      pool.process().ifPresent(process -> add(pools, process, pool.element().id()));
    }
    for (Definitions.Collaboration collaboration : file.collaborations()) {
      for (MessageFlow flow : collaboration.messageFlows()) {
        add(sent, flow.source(), message(flow, "to", names.getOrDefault(flow.target(), "")));
        add(received, flow.target(), message(flow, "from", names.getOrDefault(flow.source(), "")));
      }
    }
    sent.remove("");
    received.remove("");
    return new Messages(sent, received, pools);
  }

  /// Adds `sends` and `receives` of a node.
  Fields describe(Fields fields, String nodeId) {
    return describe(fields, Set.of(nodeId));
  }

  /// Adds `sends` and `receives` of the pools that a process is drawn in, as a whole.
  Fields describe(Fields fields, Definitions.Process process) {
    return describe(fields, pools.getOrDefault(process.id(), Set.of()));
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

  private static ObjectNode message(MessageFlow flow, String direction, String pool) {
    return new Fields()
        .text("message", Words.line(flow.element().name()))
        .text(direction, pool)
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
