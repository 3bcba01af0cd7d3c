package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bpmndoc.landscape.SubjectId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process of many steps in a browser.
final class LongListsBrowserTest {

  @ParameterizedTest
  @ValueSource(ints = {390, 1400})
  void many_steps_scroll_in_a_place_of_their_own(int width, @TempDir Path folder) throws Exception {
    Path models = Files.createDirectory(folder.resolve("models"));
    Path out = folder.resolve("site");
    Files.writeString(models.resolve("long.bpmn"), process(60));
    new SiteWriter().write(Claims.input(Claims.read(models)), out);
    List<String> complaints = new ArrayList<>();
    try (Chromium chromium = Chromium.start(LongListsBrowserTest.class.getSimpleName())) {
      Page page = chromium.page(complaints);
      page.setViewportSize(width, 844);
      page.navigate(
          out.resolve(Format.HTML.page(new SubjectId("long.bpmn#long"))).toUri().toString());

      assertThat(
              page.evaluate(
                  "() => { const flow = document.querySelector('.flow');"
                      + "return flow.scrollHeight > flow.clientHeight; }"))
          .isEqualTo(true);
      assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
    }
    assertThat(complaints).isEmpty();
  }

  private static String process(int tasks) {
    String flow = repeated(tasks, "<userTask id='t%1$d' name='Step %1$d'/>");
    String shapes =
        repeated(
            tasks,
            "<di:BPMNShape id='s%1$d' bpmnElement='t%1$d'>"
                + "<dc:Bounds x='%1$d50' y='80' width='40' height='80'/></di:BPMNShape>");
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
        xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
      <process id="long" name="Long">%s</process>
      <di:BPMNDiagram id="d"><di:BPMNPlane id="p" bpmnElement="long">%s</di:BPMNPlane></di:BPMNDiagram>
    </definitions>
    """
        .formatted(flow, shapes);
  }

  private static String repeated(int count, String pattern) {
    return IntStream.range(0, count)
        .mapToObj(i -> pattern.formatted(i))
        .collect(Collectors.joining());
  }
}
