package org.bpmndoc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DependencyGraphPropertyTest {

  @Property(tries = 500)
  void every_node_comes_after_all_of_its_children(@ForAll("edges") List<List<Integer>> edges) {
    var graph = graph(edges);
    List<Integer> order = graph.childrenFirst();

    assertThat(order).containsExactlyInAnyOrderElementsOf(graph.nodes());
    for (int node : graph.nodes()) {
      for (int child : graph.children(node)) {
        assertThat(order.indexOf(child)).isLessThan(order.indexOf(node));
      }
    }
  }

  @Property(tries = 500)
  void nothing_is_lost_but_what_was_cut(@ForAll("edges") List<List<Integer>> edges) {
    var graph = graph(edges);

    for (int node : graph.nodes()) {
      List<Integer> expected = new ArrayList<>(edges.get(node).stream().distinct().toList());
      graph.cuts().stream()
          .filter(cut -> cut.parent() == node)
          .forEach(cut -> assertThat(expected.remove(cut.child())).isTrue());
      assertThat(graph.children(node)).isEqualTo(expected);
      for (int child : expected) {
        assertThat(graph.parents(child)).contains(node);
      }
    }
  }

  @Property(tries = 500)
  void every_edge_that_was_cut_would_close_a_cycle(@ForAll("edges") List<List<Integer>> edges) {
    var graph = graph(edges);

    for (var cut : graph.cuts()) {
      assertThat(below(graph, cut.child())).contains(cut.parent());
    }
  }

  @Property(tries = 500)
  void the_order_of_edges_means_nothing(
      @ForAll("edges") List<List<Integer>> edges, @ForAll long seed) {
    Random random = new Random(seed);
    List<List<Integer>> shuffled = new ArrayList<>();
    for (List<Integer> targets : edges) {
      List<Integer> copy = new ArrayList<>(targets);
      Collections.shuffle(copy, random);
      shuffled.add(copy);
    }

    assertThat(graph(shuffled).cuts()).isEqualTo(graph(edges).cuts());
    assertThat(graph(shuffled).childrenFirst()).isEqualTo(graph(edges).childrenFirst());
  }

  @Property(tries = 500)
  void the_order_of_nodes_means_nothing_to_what_is_cut_by_rank(
      @ForAll("edges") List<List<Integer>> edges, @ForAll long seed) {
    List<Integer> nodes = new ArrayList<>(IntStream.range(0, edges.size()).boxed().toList());
    Collections.shuffle(nodes, new Random(seed));

    var graph = DependencyGraph.of(nodes, edges::get, Comparator.naturalOrder());

    assertThat(graph.cuts()).containsExactlyInAnyOrderElementsOf(graph(edges).cuts());
    assertThat(graph.cycles().stream().map(Set::copyOf))
        .containsExactlyInAnyOrderElementsOf(
            graph(edges).cycles().stream().map(Set::copyOf).toList());
  }

  @Property(tries = 500)
  void a_height_is_one_more_than_the_highest_pending_child(
      @ForAll("edges") List<List<Integer>> edges, @ForAll int doneBits) {
    var graph = graph(edges);
    var heights = graph.heights(node -> (doneBits >> node & 1) == 0);

    for (int node : graph.nodes()) {
      boolean done = (doneBits >> node & 1) == 1;
      assertThat(heights.containsKey(node)).isEqualTo(!done);
      if (!done) {
        int highest =
            graph.children(node).stream()
                .mapToInt(child -> heights.getOrDefault(child, -1))
                .max()
                .orElse(-1);
        assertThat(heights).containsEntry(node, highest + 1);
      }
    }
  }

  @Provide
  Arbitrary<List<List<Integer>>> edges() {
    return Arbitraries.integers()
        .between(1, 14)
        .flatMap(size ->
            Arbitraries.integers().between(0, size - 1).list().ofMaxSize(4).list().ofSize(size));
  }

  private static DependencyGraph<Integer> graph(List<List<Integer>> edges) {
    return DependencyGraph.of(IntStream.range(0, edges.size()).boxed().toList(), edges::get);
  }

  private static Set<Integer> below(DependencyGraph<Integer> graph, int start) {
    Set<Integer> seen = new HashSet<>(Set.of(start));
    Deque<Integer> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (int child : graph.children(open.pop())) {
        if (seen.add(child)) {
          open.push(child);
        }
      }
    }
    return seen;
  }
}
