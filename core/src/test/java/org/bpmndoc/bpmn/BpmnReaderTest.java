package org.bpmndoc.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.bpmn.BpmnText.content;
import static org.bpmndoc.bpmn.BpmnText.definitions;
import static org.bpmndoc.bpmn.BpmnText.node;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.bpmn.FlowNode.Event;
import org.bpmndoc.bpmn.FlowNode.LoopKind;
import org.bpmndoc.xml.Element;
import org.bpmndoc.xml.Extensions;
import org.bpmndoc.xml.FileReading;
import org.bpmndoc.xml.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BpmnReaderTest {

  @Test
  void documentation_is_joined_and_names_are_folded() {
    Element element =
        node("""
        <task id="t" name="  Check&#10;   it ">
          <documentation>First <b xmlns="http://www.w3.org/1999/xhtml">bold</b> one.</documentation>
          <documentation>  </documentation>
          <documentation><![CDATA[Second <one>.]]></documentation>
        </task>
        """)
            .element();

    assertThat(element.name()).isEqualTo("Check it");
    assertThat(element.documentation()).isEqualTo("First bold one.\n\nSecond <one>.");
  }

  @Test
  void an_element_stands_where_its_tag_begins() {
    Element element = node("\n  <!-- a comment -->\n  <task\n id=\"t\"\n name=\"T\"/>").element();

    assertThat(element.location()).isEqualTo(new SourceLocation("test.bpmn", 4, 3));
  }

  @Test
  void what_vendors_added_is_kept_as_plain_data() {
    Extensions extensions =
        node("""
        <userTask id="t" camunda:assignee="kim">
          <extensionElements>
            <camunda:formData businessKey="k">
              <camunda:formField id="amount" type="long"> how much </camunda:formField>
            </camunda:formData>
          </extensionElements>
        </userTask>
        """)
            .element()
            .extensions();

    assertThat(extensions.attribute("assignee")).contains("kim");
    assertThat(extensions.attributes())
        .containsOnlyKeys("{http://camunda.org/schema/1.0/bpmn}assignee");
    Extensions.Extension form = extensions.elements().getFirst();
    assertThat(form.name()).isEqualTo("formData");
    assertThat(form.namespace()).isEqualTo("http://camunda.org/schema/1.0/bpmn");
    assertThat(form.attributes()).containsEntry("businessKey", "k");
    assertThat(form.children().getFirst().text()).isEqualTo("how much");
    assertThat(form.children().getFirst().attributes()).containsEntry("type", "long");
  }

  @ParameterizedTest
  @EnumSource(FlowNode.TaskKind.class)
  void every_kind_of_task_is_known(FlowNode.TaskKind kind) {
    FlowNode node = node("<%s id=\"t\" implementation=\"##x\"/>".formatted(kind.bpmnName()));

    assertThat(node)
        .isInstanceOfSatisfying(
            FlowNode.Task.class,
            task -> {
              assertThat(task.kind()).isEqualTo(kind);
              assertThat(task.implementation()).isEqualTo("##x");
            });
  }

  @ParameterizedTest
  @EnumSource(FlowNode.GatewayKind.class)
  void every_kind_of_gateway_is_known(FlowNode.GatewayKind kind) {
    assertThat(node("<%s id=\"g\"/>".formatted(kind.bpmnName())))
        .isInstanceOfSatisfying(
            FlowNode.Gateway.class, gateway -> assertThat(gateway.kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @EnumSource(FlowNode.SubProcessKind.class)
  void every_kind_of_sub_process_holds_its_own_content(FlowNode.SubProcessKind kind) {
    String name = kind.bpmnName();

    FlowNode node =
        node("<%s id=\"s\" triggeredByEvent=\"true\"><task id=\"t\"/></%s>".formatted(name, name));

    assertThat(node)
        .isInstanceOfSatisfying(
            FlowNode.SubProcess.class,
            found -> {
              assertThat(found.kind()).isEqualTo(kind);
              assertThat(found.triggeredByEvent()).isTrue();
              assertThat(found.content().nodes()).extracting(FlowNode::id).containsExactly("t");
            });
  }

  @ParameterizedTest
  @EnumSource(FlowNode.EventPosition.class)
  void every_position_of_an_event_is_known(FlowNode.EventPosition position) {
    assertThat(node("<%s id=\"e\"/>".formatted(position.bpmnName())))
        .isInstanceOfSatisfying(
            Event.class,
            event -> {
              assertThat(event.position()).isEqualTo(position);
              assertThat(event.interrupting()).isTrue();
              assertThat(event.attachedTo()).isEmpty();
            });
  }

  @Test
  void a_boundary_event_knows_its_activity_and_whether_it_interrupts() {
    FlowContent content =
        content(
            """
            <boundaryEvent id="b" attachedToRef="x:t" cancelActivity="false"/>
            <subProcess id="s" triggeredByEvent="1"><startEvent id="e" isInterrupting="false"/></subProcess>
            <task id="t"/>
            """);

    Event boundary = (Event) content.nodes().get(0);
    Event start =
        (Event) ((FlowNode.SubProcess) content.nodes().get(1)).content().nodes().getFirst();
    assertThat(boundary.attachedTo()).contains("t");
    assertThat(boundary.interrupting()).isFalse();
    assertThat(start.interrupting()).isFalse();
  }

  @Test
  void event_definitions_name_what_they_refer_to_wherever_it_is_defined() {
    Definitions definitions =
        definitions(
            """
            <process id="p">
              <task id="work" name="Work"/>
              <intermediateThrowEvent id="e">
                <messageEventDefinition messageRef="q:m"/>
                <signalEventDefinition signalRef="s"/>
                <errorEventDefinition errorRef="err"/>
                <errorEventDefinition errorRef="NOT_DEFINED"/>
                <escalationEventDefinition escalationRef="esc"/>
                <compensateEventDefinition activityRef="work"/>
                <linkEventDefinition name=" Page  2 "/>
                <conditionalEventDefinition><condition> x > 1 </condition></conditionalEventDefinition>
                <timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition>
                <terminateEventDefinition/>
                <eventDefinitionRef>shared</eventDefinitionRef>
              </intermediateThrowEvent>
            </process>
            <message id="m" name="Order  placed"/><signal id="s" name="Alarm"/>
            <error id="err" errorCode="E42"/><escalation id="esc" name="To the boss" escalationCode="X"/>
            <timerEventDefinition id="shared"><timeCycle>R/PT1H</timeCycle></timerEventDefinition>
            """);

    Event event = (Event) definitions.processes().getFirst().content().nodes().get(1);
    assertThat(event.definitions())
        .extracting(definition -> definition.kind() + " " + definition.detail())
        .containsExactly(
            "message Order placed",
            "signal Alarm",
            "error E42",
            "error NOT_DEFINED",
            "escalation To the boss",
            "compensate Work",
            "link Page 2",
            "conditional x > 1",
            "timer PT5M",
            "terminate ",
            "timer R/PT1H");
  }

  @Test
  void flows_have_conditions_and_defaults_of_gateways_and_activities() {
    FlowContent content =
        content(
            """
            <sequenceFlow id="f1" name="yes" sourceRef="g" targetRef="t">
              <conditionExpression><![CDATA[ ${amount < 10} ]]></conditionExpression>
            </sequenceFlow>
            <sequenceFlow id="f2" sourceRef="g" targetRef="t"/>
            <sequenceFlow id="f3" sourceRef="t" targetRef="g"><conditionExpression/></sequenceFlow>
            <exclusiveGateway id="g" default="f2"/>
            <task id="t" default="f3"/>
            """);

    assertThat(content.flows())
        .extracting(flow -> flow.element().id(), FlowContent.SequenceFlow::condition)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("f1", Optional.of("${amount < 10}")),
            org.assertj.core.groups.Tuple.tuple("f2", Optional.empty()),
            org.assertj.core.groups.Tuple.tuple("f3", Optional.empty()));
    assertThat(content.flows())
        .extracting(FlowContent.SequenceFlow::isDefault)
        .containsExactly(false, true, true);
  }

  @Test
  void lanes_nest() {
    FlowContent content =
        content(
            """
            <laneSet><lane id="bank" name="Bank"><flowNodeRef> a </flowNodeRef>
              <childLaneSet><lane id="clerk" name="Clerk"><flowNodeRef>b</flowNodeRef></lane></childLaneSet>
            </lane></laneSet>
            <laneSet><lane id="customer"/></laneSet>
            """);

    assertThat(content.lanes())
        .extracting(lane -> lane.element().id())
        .containsExactly("bank", "customer");
    FlowContent.Lane bank = content.lanes().getFirst();
    assertThat(bank.nodes()).containsExactly("a");
    assertThat(bank.lanes().getFirst().element().name()).isEqualTo("Clerk");
    assertThat(bank.lanes().getFirst().nodes()).containsExactly("b");
  }

  @Test
  void data_is_what_is_drawn_and_tasks_know_what_they_read_and_write() {
    FlowContent content =
        content(
            """
            <ioSpecification><dataInput id="in" name="Given"/><dataOutput id="out"/></ioSpecification>
            <dataObject id="o1" name="Contract"/>
            <dataObject id="o2" name="Not drawn"/>
            <dataObjectReference id="r1" dataObjectRef="o1"/>
            <dataStoreReference id="r2" name="Archive"/>
            <task id="t">
              <dataInputAssociation><sourceRef>x:r1</sourceRef><targetRef>inner</targetRef></dataInputAssociation>
              <dataInputAssociation><sourceRef>r1</sourceRef></dataInputAssociation>
              <dataOutputAssociation><sourceRef>inner</sourceRef><targetRef>r2</targetRef></dataOutputAssociation>
            </task>
            """);

    assertThat(content.data())
        .extracting(item -> item.kind() + " " + item.element().id() + " " + item.element().name())
        .containsExactly(
            "dataInput in Given",
            "dataOutput out ",
            "dataObject o2 Not drawn",
            "dataObjectReference r1 Contract",
            "dataStoreReference r2 Archive");
    FlowNode.Task task = (FlowNode.Task) content.nodes().getFirst();
    assertThat(task.traits().reads()).containsExactly("r1");
    assertThat(task.traits().writes()).containsExactly("r2");
  }

  @Test
  void annotations_are_about_what_an_association_in_either_direction_and_place_says() {
    Definitions definitions =
        definitions(
            """
            <collaboration id="c">
              <association id="a1" sourceRef="t" targetRef="n1"/>
              <association id="a2" sourceRef="n2" targetRef="t"/>
              <textAnnotation id="n2"><text>In the collaboration</text></textAnnotation>
            </collaboration>
            <process id="p">
              <task id="t"/><task id="t2"/>
              <textAnnotation id="n1"><text> In the process </text></textAnnotation>
              <association id="a3" sourceRef="n1" targetRef="t2"/>
            </process>
            """);

    FlowContent.Annotation inProcess =
        definitions.processes().getFirst().content().annotations().getFirst();
    FlowContent.Annotation inCollaboration =
        definitions.collaborations().getFirst().annotations().getFirst();
    assertThat(inProcess.text()).isEqualTo("In the process");
    assertThat(inProcess.about()).containsExactly("t", "t2");
    assertThat(inCollaboration.text()).isEqualTo("In the collaboration");
    assertThat(inCollaboration.about()).containsExactly("t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<standardLoopCharacteristics><loopCondition>again</loopCondition></standardLoopCharacteristics>|STANDARD|again",
        "<multiInstanceLoopCharacteristics/>|PARALLEL_INSTANCES|''",
        "<multiInstanceLoopCharacteristics"
            + " isSequential='true'><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>|SEQUENTIAL_INSTANCES|3",
        "<multiInstanceLoopCharacteristics"
            + " camunda:collection='orders'><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>|PARALLEL_INSTANCES|orders",
        "<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics"
            + " inputCollection='=items'/></extensionElements></multiInstanceLoopCharacteristics>|PARALLEL_INSTANCES|=items",
        "<multiInstanceLoopCharacteristics><completionCondition>done</completionCondition></multiInstanceLoopCharacteristics>|PARALLEL_INSTANCES|''"
      })
  void loops_say_over_what(String loop, LoopKind kind, String detail) {
    FlowNode node = node("<callActivity id=\"c\">" + loop + "</callActivity>");

    assertThat(((FlowNode.CallActivity) node).loop())
        .hasValueSatisfying(found -> {
          assertThat(found.kind()).isEqualTo(kind);
          assertThat(found.detail()).isEqualTo(detail);
        });
  }

  @Test
  void pools_message_flows_and_global_tasks_are_read() {
    Definitions definitions =
        definitions(
            """
            <collaboration id="c" name="Trade">
              <participant id="buyer" name="Buyer"/>
              <participant id="seller" name="Seller" processRef="q:p"/>
              <messageFlow id="m" name="Order" sourceRef="buyer" targetRef="q:t"/>
            </collaboration>
            <process id="p" isExecutable="true"><task id="t"/></process>
            <globalBusinessRuleTask id="g" name="Decide"/>
            """);

    Definitions.Collaboration collaboration = definitions.collaborations().getFirst();
    assertThat(collaboration.participants())
        .extracting(Definitions.Participant::process)
        .containsExactly(Optional.empty(), Optional.of("p"));
    Definitions.MessageFlow flow = collaboration.messageFlows().getFirst();
    assertThat(List.of(flow.source(), flow.target())).containsExactly("buyer", "t");
    assertThat(definitions.globalTasks())
        .extracting(Definitions.GlobalTask::kind)
        .containsExactly("globalBusinessRuleTask");
    assertThat(definitions.processes().getFirst().executable()).isTrue();
  }

  @Test
  void a_diagram_counts_once_it_draws_something() {
    String diagram =
        "<d:BPMNDiagram xmlns:d=\"http://www.omg.org/spec/BPMN/20100524/DI\"><d:BPMNPlane>%s"
            + "</d:BPMNPlane></d:BPMNDiagram>";

    assertThat(definitions(diagram.formatted("<d:BPMNShape bpmnElement=\"t\"/>")).hasDiagram())
        .isTrue();
    assertThat(definitions(diagram.formatted("")).hasDiagram()).isFalse();
  }

  @Test
  void any_prefix_will_do_and_names_of_other_namespaces_are_not_bpmn() {
    FileReading<Definitions> reading =
        BpmnText.read(
            """
            <b:definitions xmlns:b="%s" xmlns:o="urn:other">
              <b:process b:id="p"><b:task id="t"/><o:task id="other"/></b:process>
              <o:process id="no"/>
            </b:definitions>
            """
                .formatted(BpmnText.NAMESPACE));

    Definitions definitions = ((FileReading.Parsed<Definitions>) reading).content();
    assertThat(definitions.processes()).extracting(Definitions.Process::id).containsExactly("p");
    assertThat(definitions.processes().getFirst().content().nodes())
        .extracting(FlowNode::id)
        .containsExactly("t");
  }
}
