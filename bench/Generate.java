import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Writes a landscape of 4,000 files and about 130 MB, always the same to the byte:
/// `java bench/Generate.java DIR [FILES]`.
///
/// Every file has a process as tools write it: documentation, forms and listeners of an engine, lanes,
/// conditions, and a diagram part that is as long as all the rest. Files call files further on; one
/// call in fifty leads nowhere.
final class Generate {

  private static final int FILES = 4_000;
  private static final int FILES_PER_FOLDER = 200;
  private static final String[] KINDS = {
    "userTask", "serviceTask", "task", "scriptTask", "sendTask", "businessRuleTask"
  };
  private static final String[] WORDS = {
    "check", "order", "credit", "customer", "send", "letter", "approve", "limit", "archive", "payment",
    "rule", "deadline", "notify", "branch", "collect", "document", "register", "amount", "review", "close"
  };

  private final int number;
  private final int files;
  private final SplittableRandom random;
  private final Writer out;
  private int y;

  private Generate(int number, int files, Writer out) {
    this.number = number;
    this.files = files;
    this.random = new SplittableRandom(number);
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int files = args.length > 1 ? Integer.parseInt(args[1]) : FILES;
    for (int i = 0; i < files; i++) {
      Path file = folder.resolve("area-%02d/process-%04d.bpmn".formatted(i / FILES_PER_FOLDER, i));
      Files.createDirectories(file.getParent());
      try (Writer out = Files.newBufferedWriter(file)) {
        new Generate(i, files, out).file();
      }
    }
  }

  private void file() throws IOException {
    int steps = 7 + random.nextInt(26);
    out.write(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_%1$d" targetNamespace="http://bpmn.io/schema/bpmn">
          <bpmn:process id="Process_%1$d" name="%2$s" isExecutable="true">
            <bpmn:documentation>%3$s</bpmn:documentation>
            <bpmn:laneSet id="LaneSet_%1$d">
        """
            .formatted(number, words(4), words(120)));
    for (int lane = 0; lane < 3; lane++) {
      out.write("      <bpmn:lane id=\"Lane_%d\" name=\"%s\">\n".formatted(lane, words(2)));
      for (int step = lane; step < steps; step += 3) {
        out.write("        <bpmn:flowNodeRef>Activity_%d</bpmn:flowNodeRef>\n".formatted(step));
      }
      out.write("      </bpmn:lane>\n");
    }
    out.write("    </bpmn:laneSet>\n    <bpmn:startEvent id=\"Start\" name=\"%s\">\n".formatted(words(2)));
    out.write("      <bpmn:outgoing>Flow_s</bpmn:outgoing>\n    </bpmn:startEvent>\n");
    flow("Flow_s", "Start", "Activity_0");
    for (int step = 0; step < steps; step++) {
      step(step, step + 1 < steps ? "Activity_" + (step + 1) : "End");
    }
    out.write("    <bpmn:endEvent id=\"End\" />\n  </bpmn:process>\n");
    diagram(steps);
    out.write("</bpmn:definitions>\n");
  }

  private void step(int step, String next) throws IOException {
    String id = "Activity_" + step;
    switch (random.nextInt(10)) {
      case 0 -> call(id, step, next);
      case 1 -> gateway(id, step, next);
      default -> task(id, step, next);
    }
    flow("Flow_" + step, id, next);
  }

  private void task(String id, int step, String next) throws IOException {
    String kind = KINDS[random.nextInt(KINDS.length)];
    out.write(
        """
            <bpmn:%1$s id="%2$s" name="%3$s" camunda:asyncBefore="true" camunda:candidateGroups="%4$s">
              <bpmn:documentation>%5$s</bpmn:documentation>
              <bpmn:extensionElements>
                <camunda:formData>
                  <camunda:formField id="%4$s" label="%3$s" type="string" />
                  <camunda:formField id="amount" label="amount" type="long" />
                </camunda:formData>
                <camunda:executionListener class="org.example.%4$s.Listener" event="start" />
              </bpmn:extensionElements>
              <bpmn:incoming>Flow_%6$s</bpmn:incoming>
              <bpmn:outgoing>Flow_%7$d</bpmn:outgoing>
            </bpmn:%1$s>
        """
            .formatted(kind, id, words(3), words(1), words(45), step == 0 ? "s" : step - 1, step));
    if (random.nextInt(8) == 0) {
      out.write(
          """
              <bpmn:boundaryEvent id="Late_%d" name="%s" cancelActivity="false" attachedToRef="%s">
                <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition>
              </bpmn:boundaryEvent>
          """
              .formatted(step, words(2), id));
      flow("Flow_l" + step, "Late_" + step, next);
    }
  }

  private void call(String id, int step, String next) throws IOException {
    int called = number + 1 + random.nextInt(20);
    String target = random.nextInt(50) == 0 || called >= files ? "gone_" + called : "Process_" + called;
    out.write(
        """
            <bpmn:callActivity id="%s" name="%s" calledElement="%s">
              <bpmn:extensionElements>
                <camunda:in source="order" target="order" />
                <camunda:out source="result" target="result" />
              </bpmn:extensionElements>
              <bpmn:outgoing>Flow_%d</bpmn:outgoing>
            </bpmn:callActivity>
        """
            .formatted(id, words(3), target, step));
  }

  private void gateway(String id, int step, String next) throws IOException {
    out.write(
        """
            <bpmn:exclusiveGateway id="%1$s" name="%2$s?" default="Flow_%3$d">
              <bpmn:outgoing>Flow_%3$d</bpmn:outgoing>
              <bpmn:outgoing>Flow_x%3$d</bpmn:outgoing>
            </bpmn:exclusiveGateway>
            <bpmn:sequenceFlow id="Flow_x%3$d" name="%4$s" sourceRef="%1$s" targetRef="End">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${%4$s &gt; 100}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
        """
            .formatted(id, words(2), step, words(1)));
  }

  private void flow(String id, String from, String to) throws IOException {
    out.write(
        "    <bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\" />\n".formatted(id, from, to));
  }

  private void diagram(int steps) throws IOException {
    out.write("  <bpmndi:BPMNDiagram id=\"Diagram\">\n");
    out.write("    <bpmndi:BPMNPlane id=\"Plane\" bpmnElement=\"Process_%d\">\n".formatted(number));
    for (int step = 0; step < steps; step++) {
      shape("Activity_" + step);
      edge("Flow_" + step);
    }
    out.write("    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n");
  }

  private void shape(String element) throws IOException {
    y += 40;
    out.write(
        """
              <bpmndi:BPMNShape id="%1$s_di" bpmnElement="%1$s">
                <dc:Bounds x="%2$d" y="%3$d" width="100" height="80" />
                <bpmndi:BPMNLabel>
                  <dc:Bounds x="%2$d" y="%3$d" width="72" height="27" />
                </bpmndi:BPMNLabel>
              </bpmndi:BPMNShape>
        """
            .formatted(element, random.nextInt(2000), y));
  }

  private void edge(String flow) throws IOException {
    out.write("      <bpmndi:BPMNEdge id=\"%1$s_di\" bpmnElement=\"%1$s\">\n".formatted(flow));
    for (int point = 0; point < 4; point++) {
      out.write("        <di:waypoint x=\"%d\" y=\"%d\" />\n".formatted(random.nextInt(2000), y));
    }
    out.write("      </bpmndi:BPMNEdge>\n");
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}
