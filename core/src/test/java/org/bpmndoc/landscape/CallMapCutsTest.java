package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bpmndoc.landscape.CallMap.Edge;
import org.bpmndoc.landscape.CallMap.Kind;
import org.bpmndoc.landscape.CallMap.Node;
import org.junit.jupiter.api.Test;

class CallMapCutsTest {

  @Test
  void around_a_process_are_those_that_it_calls_and_those_that_call_it() {
    CallMapCuts cuts = cuts(6, "1>2", "2>3", "2>4", "4>5", "1>5");

    assertThat(text(cuts.around(process(2), 9))).isEqualTo("1 2 3 4: 1>2 2>3 2>4");
    assertThat(text(cuts.around(process(5), 9))).isEqualTo("1 4 5: 4>5 1>5");
    assertThat(text(cuts.around(process(6), 9))).isEqualTo(": ");
    assertThat(text(cuts.around(new SubjectId("other.bpmn#x"), 9))).isEqualTo(": ");
  }

  @Test
  void many_callers_leave_room_for_those_that_are_called() {
    assertThat(text(cuts(6, "1>5", "2>5", "3>5", "4>5", "5>6").around(process(5), 2)))
        .isEqualTo("1 2 5 6: 1>5 2>5 5>6");
  }

  @Test
  void a_process_that_calls_itself_is_drawn_once() {
    assertThat(text(cuts(1, "1>1").around(process(1), 9))).isEqualTo("1: 1>1");
  }

  @Test
  void from_the_top_whole_branches_are_drawn_until_there_is_no_room() {
    CallMapCuts cuts = cuts(9, "4>1", "5>6", "5>7", "6>8", "2>2");

    assertThat(text(cuts.fromTheTop(5))).isEqualTo("1 4 5 6 8: 4>1 5>6 6>8");
    assertThat(text(cuts.fromTheTop(99))).isEqualTo("1 2 4 5 6 7 8: 4>1 5>6 5>7 6>8 2>2");
    assertThat(cuts.connected()).isEqualTo(7);
  }

  @Test
  void a_circle_that_nobody_enters_is_drawn_too() {
    assertThat(text(cuts(3, "1>2", "2>1").fromTheTop(9))).isEqualTo("1 2: 1>2 2>1");
  }

  private static SubjectId process(int number) {
    return new SubjectId("a.bpmn#" + number);
  }

  private static CallMapCuts cuts(int processes, String... calls) {
    List<Node> nodes =
        IntStream.rangeClosed(1, processes)
            .mapToObj(
                i -> new Node("" + i, Kind.PROCESS, "P" + i, "a.bpmn", Optional.of(process(i))))
            .toList();
    List<Edge> edges =
        Arrays.stream(calls)
            .map(call -> call.split(">", 2))
            .map(ends -> new Edge(ends[0], ends[1], 1, false))
            .toList();
    return new CallMapCuts(new CallMap(nodes, edges));
  }

  private static String text(CallMap map) {
    return String.join(" ", map.nodes().stream().map(Node::id).toList())
        + ": "
        + String.join(
            " ", map.edges().stream().map(edge -> edge.from() + ">" + edge.to()).toList());
  }
}
