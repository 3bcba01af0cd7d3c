package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapeWordsTest {

  @TempDir Path folder;

  @Test
  void everything_a_person_wrote_is_there_once_and_nothing_a_system_reads() throws Exception {
    Files.writeString(
        folder.resolve("b.bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <collaboration id="c"><participant id="pool" name="Bank" processRef="p"/>
            <textAnnotation id="n"><text>Only on weekdays</text></textAnnotation>
          </collaboration>
          <process id="p" name="Check the orderId of ${order}">
            <documentation>What is
              done with R2 orders.</documentation>
            <laneSet id="l"><lane id="lane" name="Clerk"/></laneSet>
            <startEvent id="s" name="Order came"/>
            <subProcess id="sub" name="Order came"><task id="t" name="order_check"/>
              <task id="u" name="Ask: how many?"/></subProcess>
            <sequenceFlow id="f" name="yes" sourceRef="s" targetRef="sub"/>
          </process>
        </definitions>
        """);
    Files.writeString(
        folder.resolve("a.bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="a" name="First"/>
        </definitions>
        """);

    assertThat(LandscapeWords.of(new LandscapeReader().read(folder)))
        .containsExactly(
            "First",
            "Check the of",
            "What is done with orders.",
            "Order came",
            "Ask: how many?",
            "yes",
            "Clerk",
            "Bank",
            "Only on weekdays");
  }
}
