package org.bpmndoc.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.bpmn.BpmnText.content;
import static org.bpmndoc.bpmn.BpmnText.node;

import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the golden files of `facts` do not show: where files say it otherwise, or not at all.
class WhatBpmnSaysTest {

  @Test
  void a_group_has_those_nodes_that_refer_to_its_value_and_a_value_needs_no_group() {
    Definitions definitions =
        BpmnText.definitions(
            """
            <category id="c" name="Stage"><categoryValue id="v1" value="Early"/><categoryValue id="v2" value="Late"/></category>
            <process id="p">
              <group id="g1" categoryValueRef="x:v1"/><group id="g2" name="By name alone"/>
              <task id="a"><categoryValueRef>v1</categoryValueRef></task>
              <task id="b"><categoryValueRef>v2</categoryValueRef><categoryValueRef>gone</categoryValueRef></task>
            </process>
            """);

    assertThat(definitions.processes().getFirst().content().groups())
        .extracting(group -> group.name() + " " + group.category() + " " + group.nodes())
        .containsExactly("Early Stage [a]", "By name alone  []", "Late Stage [b]");
  }

  @Test
  void a_compensation_is_the_activity_at_the_other_end_of_the_line_and_not_the_note() {
    FlowContent content =
        content(
            """
            <task id="t"/>
            <boundaryEvent id="e" attachedToRef="t"><compensateEventDefinition/></boundaryEvent>
            <boundaryEvent id="other" attachedToRef="t"><errorEventDefinition/></boundaryEvent>
            <textAnnotation id="n"/><userTask id="undo" isForCompensation="true"/>
            <association sourceRef="e" targetRef="n"/><association sourceRef="undo" targetRef="e"/>
            <association sourceRef="other" targetRef="undo"/>
            """);

    assertThat(content.nodes())
        .filteredOn(FlowNode.Event.class::isInstance)
        .extracting(event -> ((FlowNode.Event) event).compensatedBy().orElse("none"))
        .containsExactly("undo", "none");
  }

  @Test
  void whoever_is_responsible_is_a_resource_or_else_what_the_reference_is_called() {
    Definitions definitions =
        BpmnText.definitions(
            """
            <resource id="r" name="Clerk"/><resource id="nameless"/>
            <process id="p"><userTask id="t">
              <potentialOwner name="label"><resourceRef>x:r</resourceRef></potentialOwner>
              <performer name="Boss"><resourceRef>nameless</resourceRef></performer>
              <humanPerformer><resourceAssignmentExpression><formalExpression>kim</formalExpression></resourceAssignmentExpression></humanPerformer>
            </userTask></process>
            """);

    FlowNode.Task task =
        (FlowNode.Task) definitions.processes().getFirst().content().nodes().getFirst();
    assertThat(task.traits().roles()).containsExactly("Clerk", "Boss");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html|&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two &amp;amp;"
            + " more&lt;br/&gt;&#10;last&lt;/p&gt;|One/Two & more/last",
        "application/xhtml+xml|&lt;ul&gt;&lt;li&gt;a &amp;lt; b&lt;/li&gt;&lt;/ul&gt;|a < b",
        "text/html|&amp;#8364; &amp;#0; &amp;#99999999; &amp;unknown; 1 &lt; 2|€ &#99999999;"
            + " &unknown; 1 < 2",
        "text/plain|&lt;p&gt;|<p>",
        "''|&lt;p&gt;|<p>"
      })
  void documentation_that_says_it_is_html_is_text(String format, String xml, String text) {
    FlowNode node =
        node(
            "<task id='t'><documentation textFormat='%s'>%s</documentation></task>"
                .formatted(format, xml));

    assertThat(
            node.element()
                .documentation()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty()))
        .map(line -> line.replaceAll(" +", " "))
        .containsExactly(text.split("/"));
  }

  @Test
  void what_a_file_holds_beside_processes_is_named_where_it_is_passed_over() {
    assertThat(
            BpmnText.read(
                    """
                    <definitions xmlns="%s">
                      <message id="m"/><itemDefinition id="i"/><process id="p"/>
                      <collaboration id="c"><conversation id="talk"/><participant id="pool"/></collaboration>
                      <choreography id="dance"/>
                    </definitions>
                    """
                        .formatted(BpmnText.NAMESPACE))
                .diagnostics())
        .extracting(Diagnostic::code, diagnostic -> diagnostic.location().line())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("element-passed-over", 3),
            org.assertj.core.groups.Tuple.tuple("element-passed-over", 4));
  }
}
