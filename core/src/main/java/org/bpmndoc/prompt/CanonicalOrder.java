package org.bpmndoc.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowContent.SequenceFlow;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.FlowOrder;

/// Flow order that does not depend on the order or the ids in the file.
///
/// [FlowOrder] decides ties by document order, and some modelling tools write their elements in
/// another order each time. So the nodes are sorted first by what they say of themselves, then by
/// what they are connected with, and so on for a few rounds.
final class CanonicalOrder {

  private static final int ROUNDS_MAX = 32;

  private final FlowContent content;
  private final Map<String, Integer> index = new HashMap<>();
  private final List<List<Link>> links = new ArrayList<>();

  private record Link(String label, int other) {}

  private CanonicalOrder(FlowContent content) {
    this.content = content;
    for (int i = 0; i < content.nodes().size(); i++) {
      index.putIfAbsent(content.nodes().get(i).id(), i);
      links.add(new ArrayList<>());
    }
    content.flows().forEach(flow -> link("flow " + label(flow), flow.source(), flow.target()));
    for (FlowNode node : content.nodes()) {
      if (node instanceof FlowNode.Event event) {
        event.attachedTo().ifPresent(host -> link("boundary", host, node.id()));
        event.compensatedBy().ifPresent(activity -> link("undo", node.id(), activity));
      }
    }
  }

  /// `text` is what a node says of itself, without ids.
  static List<FlowNode> of(FlowContent content, Function<FlowNode, String> text) {
    int[] rank = new CanonicalOrder(content).ranks(text);
    List<FlowNode> sorted =
        IntStream.range(0, rank.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> rank[i]))
            .map(content.nodes()::get)
            .toList();
    return FlowOrder.of(content.ordered(sorted));
  }

  static String label(SequenceFlow flow) {
    return Words.line(flow.element().name())
        + "|"
        + Words.line(flow.condition().orElse(""))
        + (flow.isDefault() ? "|default" : "")
        + Words.lines(flow.element().documentation());
  }

  private void link(String label, String source, String target) {
    Integer from = index.get(source);
    Integer to = index.get(target);
    if (from != null && to != null) {
      links.get(from).add(new Link("to " + label, to));
      links.get(to).add(new Link("from " + label, from));
    }
  }

  private int[] ranks(Function<FlowNode, String> text) {
    int[] rank = ranks(content.nodes().stream().map(text).toList());
    for (int round = 0; round < ROUNDS_MAX && distinct(rank) < rank.length; round++) {
      int[] before = rank;
      int[] after =
          ranks(IntStream.range(0, rank.length).mapToObj(i -> refined(i, before)).toList());
      if (distinct(after) == distinct(before)) {
        break;
      }
      rank = after;
    }
    return rank;
  }

  /// The rank so far comes first, so that refining only ever splits ties.
  private String refined(int node, int[] rank) {
    return padded(rank[node])
        + links.get(node).stream()
            .map(link -> "\n" + link.label() + " " + padded(rank[link.other()]))
            .sorted()
            .toList();
  }

  private static int[] ranks(List<String> keys) {
    Map<String, Integer> rankOf = new TreeMap<>();
    for (String key : new TreeSet<>(keys)) {
      rankOf.put(key, rankOf.size());
    }
    return keys.stream().mapToInt(rankOf::get).toArray();
  }

  private static long distinct(int[] rank) {
    return Arrays.stream(rank).distinct().count();
  }

  private static String padded(int rank) {
    String digits = Integer.toString(rank);
    return "0".repeat(10 - digits.length()) + digits;
  }
}
