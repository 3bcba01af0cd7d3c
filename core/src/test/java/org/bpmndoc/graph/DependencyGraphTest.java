package org.bpmndoc.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bpmndoc.graph.DependencyGraph.Cut;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {

  @Test
  void a_height_is_the_longest_path_down_to_a_leaf() {
    var graph = graph("root: a b", "a: b", "b: c", "c:", "alone:");

    assertThat(graph.heights(node -> true))
        .isEqualTo(Map.of("root", 3, "a", 2, "b", 1, "c", 0, "alone", 0));
    assertThat(graph.heightCounts()).containsExactly(2, 1, 1, 1);
  }

  @Test
  void nobody_waits_for_a_child_that_is_documented() {
    var graph = graph("root: a b", "a: b", "b: c", "c:");

    assertThat(graph.heights(node -> !node.equals("b")))
        .isEqualTo(Map.of("root", 1, "a", 0, "c", 0));
    assertThat(graph.heightCounts(node -> !node.equals("b"))).containsExactly(2, 1);
    assertThat(graph.heightCounts(node -> false)).isEmpty();
  }

  @Test
  void a_node_is_ready_when_its_last_child_is_done() {
    var graph = graph("root: a b", "a: c", "b:", "c:");

    var ready = new ReadySets<>(graph);
    assertThat(ready.leaves()).containsExactly("b", "c");
    assertThat(ready.finish("c")).containsExactly("a");
    assertThat(ready.finish("a")).isEmpty();
    assertThat(ready.finish("b")).containsExactly("root");
  }

  @Test
  void children_come_in_the_order_given_and_each_once() {
    var graph = graph("a: d b c b", "b:", "c:", "d:");

    assertThat(graph.children("a")).containsExactly("d", "b", "c");
    assertThat(graph.parents("b")).containsExactly("a");
    assertThat(graph.edgeCount()).isEqualTo(3);
    assertThat(graph.roots()).containsExactly("a");
  }

  @Test
  void a_child_that_is_no_node_is_refused_by_name() {
    assertThatThrownBy(() -> DependencyGraph.of(List.of("a"), node -> List.of("ghost")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ghost");
  }

  @Test
  void a_node_that_depends_on_itself_is_a_leaf() {
    var graph = graph("a: a", "root: a");

    assertThat(graph.cuts()).containsExactly(new Cut<>("a", "a"));
    assertThat(graph.cycles()).containsExactly(List.of("a"));
    assertThat(graph.heights(node -> true)).isEqualTo(Map.of("a", 0, "root", 1));
  }

  @Test
  void of_two_that_call_each_other_the_first_keeps_its_child() {
    var graph = graph("a: b", "b: a");

    assertThat(graph.cuts()).containsExactly(new Cut<>("b", "a"));
    assertThat(graph.cycles()).containsExactly(List.of("a", "b"));
    assertThat(graph.roots()).containsExactly("a");
    assertThat(graph.childrenFirst()).containsExactly("b", "a");
  }

  @Test
  void a_rank_decides_what_is_cut_and_nothing_else() {
    Map<String, List<String>> children = Map.of("a", List.of("b"), "b", List.of("a"));
    var graph =
        DependencyGraph.of(
            List.of("a", "b"),
            node -> children.getOrDefault(node, List.of()),
            Comparator.reverseOrder());

    assertThat(graph.cuts()).containsExactly(new Cut<>("a", "b"));
    assertThat(graph.cycles()).containsExactly(List.of("a", "b"));
    assertThat(graph.nodes()).containsExactly("a", "b");
  }

  @Test
  void a_parent_whose_edge_was_cut_is_still_known() {
    var graph = graph("a: a b", "b: a", "root: a");

    assertThat(graph.parents("a")).containsExactly("root");
    assertThat(graph.allParents("a")).containsExactly("a", "b", "root");
    assertThat(graph.allParents("b")).isEqualTo(graph.parents("b"));
  }

  @Test
  void a_cycle_keeps_everything_below_the_node_at_which_it_is_entered() {
    var graph = graph("a: b", "b: c", "c: a", "root: c");

    assertThat(graph.cuts()).containsExactly(new Cut<>("b", "c"));
    assertThat(graph.heights(node -> true)).isEqualTo(Map.of("b", 0, "a", 1, "c", 2, "root", 3));
  }

  @Test
  void a_cycle_below_another_cycle_has_an_entry_of_its_own() {
    // p and q call each other, x and y too; the first pair enters the second at y and then at x
    var graph = graph("x: y", "y: x", "p: q y", "q: p x");

    assertThat(graph.cuts()).containsExactly(new Cut<>("y", "x"), new Cut<>("q", "p"));
    assertThat(graph.cycles()).containsExactly(List.of("x", "y"), List.of("p", "q"));
  }

  @Test
  void the_order_of_a_nodes_children_changes_no_cut_and_no_order() {
    var graph = graph("a: b c d", "b: c a", "c: d b", "d: b a");
    var turned = graph("a: d c b", "b: a c", "c: b d", "d: a b");

    assertThat(turned.cuts()).isEqualTo(graph.cuts());
    assertThat(turned.childrenFirst()).isEqualTo(graph.childrenFirst());
    assertThat(turned.heights(node -> true)).isEqualTo(graph.heights(node -> true));
  }

  @Test
  void a_chain_of_200000_is_no_problem() {
    int length = 200_000;
    var chain =
        DependencyGraph.of(
            IntStream.range(0, length).boxed().toList(),
            node -> node + 1 < length ? List.of(node + 1) : List.of());

    assertThat(chain.heights(node -> true)).containsEntry(0, length - 1);
    assertThat(chain.childrenFirst().getFirst()).isEqualTo(length - 1);
  }

  @Test
  void a_ring_of_200000_is_cut_once() {
    int length = 200_000;
    var ring =
        DependencyGraph.of(
            IntStream.range(0, length).boxed().toList(), node -> List.of((node + 1) % length));

    assertThat(ring.cuts()).containsExactly(new Cut<>(length - 1, 0));
    assertThat(ring.heights(node -> true)).containsEntry(0, length - 1);
  }

  @Test
  void a_node_may_have_100000_children_and_lead_back_to_100000() {
    int width = 100_000;
    List<Integer> others = IntStream.rangeClosed(1, width).boxed().toList();
    List<Integer> nodes = IntStream.rangeClosed(0, width).boxed().toList();
    var wide = DependencyGraph.of(nodes, node -> node == 0 ? others : List.of());
    var back =
        DependencyGraph.of(
            nodes,
            node -> node < width ? List.of(node + 1) : IntStream.range(0, width).boxed().toList());

    assertThat(wide.heightCounts()).containsExactly(width, 1);
    assertThat(new ReadySets<>(wide).leaves()).hasSize(width);
    assertThat(back.cuts()).hasSize(width);
    assertThat(back.edgeCount()).isEqualTo(width);
  }

  /// One node a line, `node: its children`.
  private static DependencyGraph<String> graph(String... lines) {
    Map<String, List<String>> children = new LinkedHashMap<>();
    for (String line : lines) {
      String[] parts = line.split(":", 2);
      List<String> names = new ArrayList<>(Arrays.asList(parts[1].trim().split(" ")));
      names.removeIf(String::isEmpty);
      children.put(parts[0], names);
    }
    return DependencyGraph.of(children.keySet(), node -> children.getOrDefault(node, List.of()));
  }
}
