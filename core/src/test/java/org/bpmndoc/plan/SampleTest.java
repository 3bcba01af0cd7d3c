package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.graph.DependencyGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Leaves are named by their kind and a number.
class SampleTest {

  /// `documented` and `leaves` are names with blanks between them; `graph` has `parent: children`
  /// with semicolons between them, and a leaf that nothing waits for is a parent without children.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the parent with most leaves      | p: a1; q: a2 a3; r: a4 a5 a6       | ''       | 2 | a2 a3       | q
          of equals the first              | p: a1 a2; q: a3 a4                 | ''       | 2 | a1 a2       | p
          its leaves in their order        | p: a2 a1                           | ''       | 2 | a2 a1       | p
          other leaves of other kinds      | p: a1; q: a2 a3; b1:; a4:; c1:; b2: | ''      | 5 | a2 a3 b1 c1 b2 | q
          the fewest where each has more   | p: a1 a2 a3; q: a4 a5              | ''       | 1 | a4 a5       | q
          no parent of parents             | p: q; q: a1 a2                     | ''       | 5 | a1 a2       | q
          a parent beside a documented one | p: a1 q; q: a2                     | q a2     | 3 | a1          | p
          a parent of documented children  | p: a1 a2; b1:                      | a1 a2    | 3 | p b1        | ''
          leaves alone                     | a1:; a2:; b1:                      | ''       | 2 | a1 b1       | ''
          nothing                          | p: a1                              | p a1     | 3 | ''          | ''
          """)
  void a_sample_is(
      String what, String graph, String documented, int asked, String leaves, String parent) {
    Sample<String> sample = sample(graph, documented, asked);

    assertThat(sample.leaves()).as(what).isEqualTo(names(leaves));
    assertThat(sample.parent().stream().toList()).as(what).isEqualTo(names(parent));
    assertThat(sample.isEmpty()).isEqualTo(leaves.isEmpty());
    assertThat(sample.isLarger()).isEqualTo(names(leaves).size() > asked);
  }

  @Test
  void the_parent_comes_last() {
    assertThat(sample("p: a1 a2; b1:", "", 3).nodes()).containsExactly("a1", "a2", "b1", "p");
  }

  @Test
  void a_sample_of_no_leaf_is_refused() {
    assertThatThrownBy(() -> sample("p: a1", "", 0)).hasMessageContaining("at least one leaf");
  }

  private static Sample<String> sample(String text, String documented, int asked) {
    Map<String, List<String>> children = new LinkedHashMap<>();
    List<String> nodes = new ArrayList<>();
    for (String line : text.split(";")) {
      String[] sides = line.strip().split(":");
      children.put(sides[0], sides.length == 1 ? List.of() : names(sides[1].strip()));
      nodes.add(sides[0]);
      nodes.addAll(children.get(sides[0]));
    }
    Set<String> done = Set.copyOf(names(documented));
    return Sample.of(
        DependencyGraph.of(nodes, node -> children.getOrDefault(node, List.of())),
        node -> !done.contains(node),
        node -> node.charAt(0),
        asked);
  }

  private static List<String> names(String text) {
    return Stream.of(text.split(" ")).filter(name -> !name.isEmpty()).toList();
  }
}
