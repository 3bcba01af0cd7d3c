package org.bpmndoc.document.check;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which elements the flow can come to from which.
final class Reach {

  private final Grounds grounds;
  private final Map<String, List<String>> next;
  private final Map<String, Set<String>> known = new HashMap<>();
  private final List<String> starts;
  private final Set<String> usual;

  Reach(Grounds grounds) {
    this.grounds = grounds;
    this.next = grounds.next();
    Set<String> entered = grounds.arcs().stream().map(Grounds.Arc::to).collect(Collectors.toSet());
    this.starts =
        grounds.elements().keySet().stream()
            .filter(alias -> !entered.contains(alias) && !isException(alias))
            .toList();
    this.usual = walk(starts, this::isException);
  }

  private boolean isException(String alias) {
    Grounds.Element element = grounds.elements().get(alias);
    return element != null && element.place() == Grounds.Place.EXCEPTION;
  }

  /// Those that come after an element; it is one of them where the flow comes back to it.
  Set<String> after(String alias) {
    return known.computeIfAbsent(
        alias, from -> walk(next.getOrDefault(from, List.of()), _ -> false));
  }

  /// An element and those after it, on ways that do not pass through `without`.
  Set<String> from(String alias, String without) {
    return walk(List.of(alias), without::equals);
  }

  /// Whether one has to be told before another: the flow comes to it earlier, without anything
  /// going wrong, and where it is in a loop, not past it.
  boolean isBefore(String one, String other) {
    boolean earlier =
        usual.contains(one)
            && usual.contains(other)
            && after(one).contains(other)
            && !after(other).contains(one);
    return earlier && (!after(one).contains(one) || !walk(starts, one::equals).contains(other));
  }

  /// Whether both are under way at the same time, on different ways out of one parallel gateway.
  boolean isBeside(String one, String other) {
    return !one.equals(other)
        && !after(one).contains(other)
        && !after(other).contains(one)
        && grounds.elements().values().stream()
            .filter(element -> element.type().equals("parallelGateway"))
            .map(Grounds.Element::alias)
            .anyMatch(gateway -> isOnTwoWays(gateway, one, other));
  }

  private boolean isOnTwoWays(String gateway, String one, String other) {
    List<Set<String>> ways =
        next.getOrDefault(gateway, List.of()).stream().map(to -> from(to, gateway)).toList();
    return ways.stream().anyMatch(way -> way.contains(one) && !way.contains(other))
        && ways.stream().anyMatch(way -> way.contains(other) && !way.contains(one));
  }

  private Set<String> walk(Collection<String> begin, Predicate<String> without) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(begin);
    while (!open.isEmpty()) {
      String alias = open.remove();
      if (!without.test(alias) && reached.add(alias)) {
        open.addAll(next.getOrDefault(alias, List.of()));
      }
    }
    return reached;
  }
}
