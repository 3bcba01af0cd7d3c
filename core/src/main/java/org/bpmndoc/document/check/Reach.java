package org.bpmndoc.document.check;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bpmndoc.document.check.Grounds.Element;
import org.bpmndoc.document.check.Grounds.Place;
import org.bpmndoc.graph.DependencyGraph;

/// Which elements the flow can come to from which. What is asked for again is kept, a bit for each
/// element, since a flow can have thousands.
final class Reach {

  private final Grounds grounds;
  private final Map<String, List<String>> next = new HashMap<>();
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, BitSet> after = new HashMap<>();
  private final Map<String, BitSet> past = new HashMap<>();
  private final List<String> starts;
  private final BitSet usual;
  private final Set<String> loops;

  Reach(Grounds grounds) {
    this.grounds = grounds;
    grounds.elements().keySet().forEach(alias -> index.put(alias, index.size()));
    grounds
        .next()
        .forEach((from, to) -> next.put(from, to.stream().filter(index::containsKey).toList()));
    Set<String> entered = grounds.arcs().stream().map(Grounds.Arc::to).collect(Collectors.toSet());
    this.starts =
        grounds.elements().keySet().stream()
            .filter(alias -> !entered.contains(alias) && !isException(alias))
            .toList();
    this.usual = bits(starts, this::isException);
    this.loops =
        DependencyGraph.of(List.copyOf(index.keySet()), this::next).cycles().stream()
            .flatMap(List::stream)
            .collect(Collectors.toSet());
  }

  private List<String> next(String alias) {
    return next.getOrDefault(alias, List.of());
  }

  private boolean isException(String alias) {
    Element element = grounds.elements().get(alias);
    return element != null && element.place() == Place.EXCEPTION;
  }

  /// Whether the flow comes back to anything.
  boolean hasLoop() {
    return !loops.isEmpty();
  }

  /// Whether the flow can come to the other from one.
  private boolean leads(String one, String other) {
    return index.containsKey(other)
        && after
            .computeIfAbsent(one, from -> bits(next(from), _ -> false))
            .get(index.getOrDefault(other, 0));
  }

  /// Those that come after an element; it is one of them where the flow comes back to it.
  Set<String> after(String alias) {
    return walk(next(alias), _ -> false);
  }

  /// An element and those after it, on ways that do not pass through `without`.
  Set<String> from(String alias, String without) {
    return walk(List.of(alias), without::equals);
  }

  /// Whether one has to be told before another: the flow comes to it earlier, without anything
  /// going wrong, and where it is in a loop, not past it.
  boolean isBefore(String one, String other) {
    return isUsual(one)
        && isUsual(other)
        && leads(one, other)
        && !leads(other, one)
        && !(loops.contains(one) && isReachedPast(one, other));
  }

  /// Whether the flow can come to an end, with nothing going wrong, and pass an element by.
  boolean isAvoidable(String alias) {
    return isUsual(alias)
        && !starts.contains(alias)
        && walk(starts, one -> one.equals(alias) || isException(one)).stream()
            .anyMatch(this::isEnd);
  }

  private boolean isEnd(String alias) {
    Element element = grounds.elements().get(alias);
    return element != null && element.type().equals("endEvent");
  }

  private boolean isUsual(String alias) {
    return index.containsKey(alias) && usual.get(index.getOrDefault(alias, 0));
  }

  /// Whether the flow comes to the other on a way that does not pass through one.
  boolean isReachedPast(String one, String other) {
    return past.computeIfAbsent(one, without -> bits(starts, without::equals))
        .get(index.getOrDefault(other, 0));
  }

  /// Whether both are under way at the same time, on different ways out of one parallel gateway.
  boolean isBeside(String one, String other) {
    return !one.equals(other)
        && !leads(one, other)
        && !leads(other, one)
        && grounds.elements().values().stream()
            .filter(element -> element.type().equals("parallelGateway"))
            .anyMatch(gateway -> isOnTwoWays(gateway.alias(), one, other));
  }

  private boolean isOnTwoWays(String gateway, String one, String other) {
    List<Set<String>> ways = next(gateway).stream().map(to -> from(to, gateway)).toList();
    return ways.stream().anyMatch(way -> way.contains(one) && !way.contains(other))
        && ways.stream().anyMatch(way -> way.contains(other) && !way.contains(one));
  }

  private BitSet bits(Collection<String> begin, Predicate<String> without) {
    BitSet bits = new BitSet(index.size());
    walk(begin, without).forEach(alias -> bits.set(index.getOrDefault(alias, 0)));
    return bits;
  }

  private Set<String> walk(Collection<String> begin, Predicate<String> without) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(begin);
    while (!open.isEmpty()) {
      String alias = open.remove();
      if (!without.test(alias) && reached.add(alias)) {
        open.addAll(next(alias));
      }
    }
    return reached;
  }
}
