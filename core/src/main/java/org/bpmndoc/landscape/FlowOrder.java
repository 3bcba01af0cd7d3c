package org.bpmndoc.landscape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.bpmn.FlowNode.EventPosition;
import org.jspecify.annotations.Nullable;

/// The nodes of a process or sub-process in the order in which a reader would tell them.
///
/// Start events first, then along the sequence flows, one branch after the other, a node after
/// everything that leads to it; a flow that leads back does not count. A boundary event comes right
/// after its activity. Then what no start event reaches, in document order, and event sub-processes
/// last. Ties are decided by document order.
public final class FlowOrder {

  private final List<FlowNode> nodes;
  private final Map<String, Integer> index = new HashMap<>();
  private final int[] unitOf;
  private final List<List<Integer>> boundary = new ArrayList<>();
  private final List<TreeSet<Integer>> next = new ArrayList<>();
  private final boolean[] hasIncoming;

  private FlowOrder(FlowContent content) {
    nodes = content.nodes();
    unitOf = IntStream.range(0, nodes.size()).toArray();
    hasIncoming = new boolean[nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      index.putIfAbsent(nodes.get(i).id(), i);
      boundary.add(new ArrayList<>());
      next.add(new TreeSet<>());
    }
    index.remove("");
    attachBoundaryEvents();
    content.flows().forEach(flow -> connect(index.get(flow.source()), index.get(flow.target())));
    connectLinkEvents();
  }

  public static List<FlowNode> of(FlowContent content) {
    return new FlowOrder(content).ordered();
  }

  /// A boundary event and its activity move together, as one unit.
  private void attachBoundaryEvents() {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof FlowNode.Event event) {
        Integer activity = event.attachedTo().map(index::get).orElse(null);
        if (activity != null && nodes.get(activity) instanceof FlowNode.Activity) {
          unitOf[i] = activity;
          boundary.get(activity).add(i);
        }
      }
    }
  }

  private void connect(@Nullable Integer from, @Nullable Integer to) {
    if (from != null && to != null && unitOf[from] != unitOf[to]) {
      next.get(unitOf[from]).add(unitOf[to]);
      hasIncoming[unitOf[to]] = true;
    }
  }

  /// What is thrown is caught in one place, by BPMN's rule; where a file has several, by the first.
  private void connectLinkEvents() {
    Map<String, Integer> caught = new HashMap<>();
    for (int to = 0; to < nodes.size(); to++) {
      for (String name : links(to, EventPosition.INTERMEDIATE_CATCH)) {
        caught.putIfAbsent(name, to);
      }
    }
    for (int from = 0; from < nodes.size(); from++) {
      for (String name : links(from, EventPosition.INTERMEDIATE_THROW)) {
        connect(from, caught.get(name));
      }
    }
  }

  private List<String> links(int node, EventPosition position) {
    return nodes.get(node) instanceof FlowNode.Event event && event.position() == position
        ? event.definitions().stream()
            .filter(definition -> definition.kind().equals("link"))
            .map(FlowNode.EventDefinition::detail)
            .toList()
        : List.of();
  }

  private List<FlowNode> ordered() {
    int[] units = IntStream.range(0, nodes.size()).filter(i -> unitOf[i] == i).toArray();
    int[] flowing = Arrays.stream(units).filter(unit -> !isEventSubProcess(unit)).toArray();
    boolean[] seen = new boolean[nodes.size()];
    List<Integer> order = new ArrayList<>(from(starts(flowing), seen));
    order.removeIf(this::isEventSubProcess);
    for (int unit : units) {
      if (!isEventSubProcess(unit) && !seen[unit]) {
        order.add(unit);
      }
    }
    Arrays.stream(units).filter(this::isEventSubProcess).forEach(order::add);
    return order.stream()
        .flatMap(unit -> IntStream.concat(IntStream.of(unit), boundaryEvents(unit)).boxed())
        .map(nodes::get)
        .toList();
  }

  private IntStream boundaryEvents(int unit) {
    return boundary.get(unit).stream().mapToInt(Integer::intValue);
  }

  private boolean isEventSubProcess(int node) {
    return nodes.get(node) instanceof FlowNode.SubProcess subProcess
        && subProcess.triggeredByEvent();
  }

  /// The start events; in a flow without any, whatever nothing leads to.
  private int[] starts(int[] units) {
    int[] events =
        Arrays.stream(units)
            .filter(unit ->
                nodes.get(unit) instanceof FlowNode.Event event
                    && event.position() == EventPosition.START)
            .toArray();
    return events.length > 0
        ? events
        : Arrays.stream(units).filter(unit -> !hasIncoming[unit]).toArray();
  }

  /// What the starts reach, by a depth-first walk without recursion: a node is put before all that
  /// was put before it once everything after it is done, last start and last branch first.
  private Deque<Integer> from(int[] starts, boolean[] seen) {
    Deque<Integer> order = new ArrayDeque<>();
    Deque<Integer> path = new ArrayDeque<>();
    Map<Integer, Deque<Integer>> open = new HashMap<>();
    IntStream.of(starts)
        .boxed()
        .sorted(Comparator.reverseOrder())
        .forEach(start -> {
          enter(start, seen, path, open);
          while (!path.isEmpty()) {
            int unit = path.element();
            Integer child = open.getOrDefault(unit, new ArrayDeque<>()).poll();
            if (child == null) {
              order.push(path.pop());
            } else {
              enter(child, seen, path, open);
            }
          }
        });
    return order;
  }

  private void enter(
      int unit, boolean[] seen, Deque<Integer> path, Map<Integer, Deque<Integer>> open) {
    if (!seen[unit]) {
      seen[unit] = true;
      path.push(unit);
      open.put(unit, new ArrayDeque<>(next.get(unit).descendingSet()));
    }
  }
}
