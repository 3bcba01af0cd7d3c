package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.BpmnReader;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.xml.FileReading;
import org.junit.jupiter.api.Test;

class FlowOrderTest {

  /// The order of `nodes`, connected as `flows` (`a>b`, separated by blanks) says.
  private static List<String> order(String nodes, String flows) {
    return FlowOrder.of(content(nodes, flows)).stream().map(FlowNode::id).toList();
  }

  private static FlowContent content(String nodes, String flows) {
    StringBuilder xml =
        new StringBuilder(
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process"
                + " id=\"p\">");
    xml.append(nodes);
    Stream.of(flows.split(" "))
        .filter(flow -> !flow.isEmpty())
        .map(flow -> flow.split(">"))
        .forEach(ends ->
            xml.append(
                "<sequenceFlow sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(ends[0], ends[1])));
    xml.append("</process></definitions>");
    FileReading<Definitions> reading =
        new BpmnReader()
            .read(
                "t.bpmn",
                new ByteArrayInputStream(xml.toString().getBytes(StandardCharsets.UTF_8)));
    return ((FileReading.Parsed<Definitions>) reading).content().processes().getFirst().content();
  }

  private static String tasks(String... ids) {
    StringBuilder xml = new StringBuilder();
    for (String id : ids) {
      xml.append("<task id=\"").append(id).append("\"/>");
    }
    return xml.toString();
  }

  @Test
  void a_flow_is_told_from_its_start() {
    assertThat(order(tasks("c", "b", "a") + "<startEvent id=\"s\"/>", "s>a a>b b>c"))
        .containsExactly("s", "a", "b", "c");
  }

  @Test
  void a_join_comes_after_all_its_branches_and_a_branch_stays_together() {
    assertThat(
            order(
                "<startEvent id=\"s\"/>" + tasks("join", "a1", "b1", "a2", "b2"),
                "s>a1 s>b1 a1>a2 b1>b2 a2>join b2>join"))
        .containsExactly("s", "a1", "a2", "b1", "b2", "join");
  }

  @Test
  void a_flow_that_leads_back_does_not_count() {
    assertThat(
            order(
                tasks("fix", "end", "check", "merge") + "<startEvent id=\"s\"/>",
                "s>merge merge>check check>fix fix>merge check>end check>check"))
        .containsExactly("s", "merge", "check", "fix", "end");
  }

  @Test
  void a_boundary_event_comes_right_after_its_activity_and_what_follows_it_later() {
    assertThat(
            order(
                "<boundaryEvent id=\"b2\" attachedToRef=\"a\"/><startEvent id=\"s\"/>"
                    + tasks("handle", "next", "a")
                    + "<boundaryEvent id=\"b1\" attachedToRef=\"a\"/>",
                "s>a a>next b1>handle handle>next"))
        .containsExactly("s", "a", "b2", "b1", "handle", "next");
  }

  @Test
  void event_sub_processes_come_last_and_what_nothing_reaches_before_them() {
    assertThat(
            order(
                "<subProcess id=\"onError\" triggeredByEvent=\"true\"/>"
                    + tasks("z", "lonely", "a")
                    + "<startEvent id=\"s\"/>",
                "s>a"))
        .containsExactly("s", "a", "z", "lonely", "onError");
  }

  @Test
  void several_starts_are_told_in_document_order() {
    assertThat(
            order(
                "<startEvent id=\"s2\"/>" + tasks("b", "a") + "<startEvent id=\"s1\"/>",
                "s1>a s2>b a>b"))
        .containsExactly("s2", "s1", "a", "b");
  }

  @Test
  void a_flow_without_start_events_begins_where_nothing_leads_to() {
    assertThat(order(tasks("c", "b", "a"), "a>b b>c")).containsExactly("a", "b", "c");
  }

  @Test
  void a_ring_without_a_way_in_is_told_in_document_order() {
    assertThat(order(tasks("a", "b", "c"), "a>c c>b b>a")).containsExactly("a", "b", "c");
  }

  @Test
  void a_thrown_link_leads_to_the_link_that_catches_it() {
    String link = "<%s id=\"%s\"><linkEventDefinition name=\"two\"/></%s>";
    assertThat(
            order(
                link.formatted("intermediateCatchEvent", "catch", "intermediateCatchEvent")
                    + "<startEvent id=\"s\"/>"
                    + tasks("after", "unrelated")
                    + link.formatted("intermediateThrowEvent", "throw", "intermediateThrowEvent"),
                "s>throw catch>after"))
        .containsExactly("s", "throw", "catch", "after", "unrelated");
  }

  @Test
  void dangling_flows_and_missing_ids_lead_nowhere() {
    assertThat(order("<task/><startEvent id=\"s\"/><task id=\"a\"/><task/>", "s>gone gone>a"))
        .containsExactly("s", "", "a", "");
  }

  @Test
  void every_node_is_told_exactly_once_also_in_a_long_chain() {
    String[] ids = IntStream.range(0, 20_000).mapToObj(i -> "n" + i).toArray(String[]::new);
    StringBuilder flows = new StringBuilder();
    for (int i = ids.length - 1; i > 0; i--) {
      flows.append(ids[i]).append('>').append(ids[i - 1]).append(' ');
    }
    assertThat(order(tasks(ids), flows.toString())).isEqualTo(List.of(ids).reversed());
  }
}
