package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AtypicalTest {
  @Test
  void x() throws Exception {
    String half = System.getProperty("bpmndoc.half", "tune");
    int caught = 0, wrong = 0, flagged = 0, right = 0;
    StringBuilder out = new StringBuilder();
    for (Atypical a :
        Atypical.of(
            Path.of(System.getProperty("bpmndoc.atypical", "src/test/resources/atypical"), half))) {
      if (a.wrong().isPresent()) {
        wrong++;
        if (a.found().isEmpty())
          out.append("MISSED ").append(a.name()).append(" | ").append(a.wrong().get()).append("\n");
        else {
          caught++;
          out.append("ok ")
              .append(a.name())
              .append(" :: ")
              .append(String.join(" :: ", a.found()))
              .append("\n");
        }
      } else {
        right++;
        if (!a.found().isEmpty()) {
          flagged++;
          out.append("FLAGGED ")
              .append(a.name())
              .append("\n   ")
              .append(String.join("\n   ", a.found()))
              .append("\n");
        }
      }
    }
    out.append("caught " + caught + " of " + wrong + ", flagged " + flagged + " of " + right);
    java.nio.file.Files.writeString(Path.of("/tmp/atypical.txt"), out.toString());
    assertThat(true).isTrue();
  }
}
