package org.bpmndoc.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.bpmndoc.xml.FileReading;

/// BPMN written inside a test, and what the reader makes of it.
final class BpmnText {

  static final String NAMESPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private BpmnText() {}

  static FileReading<Definitions> read(byte[] bytes) {
    return new BpmnReader().read("test.bpmn", new ByteArrayInputStream(bytes));
  }

  static FileReading<Definitions> read(String xml) {
    return read(xml.getBytes(StandardCharsets.UTF_8));
  }

  static Definitions definitions(String inside) {
    FileReading<Definitions> reading =
        read(
            """
            <definitions xmlns="%s" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">%s</definitions>
            """
                .formatted(NAMESPACE, inside));
    assertThat(reading).isInstanceOf(FileReading.Parsed.class);
    return ((FileReading.Parsed<Definitions>) reading).content();
  }

  static FlowContent content(String inside) {
    return definitions("<process id=\"p\">" + inside + "</process>")
        .processes()
        .getFirst()
        .content();
  }

  static FlowNode node(String xml) {
    return content(xml).nodes().getFirst();
  }
}
