package org.bpmndoc.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.bpmndoc.xml.OwnText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An edit that does anything but what it should is found out before it is written.
class ProofTest {

  private static final String MODEL =
      "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">%s<task"
          + " id=\"t\"%s/></process></definitions>";

  private static byte[] model(String documentation, String more) {
    return MODEL.formatted(documentation, more).getBytes(StandardCharsets.UTF_8);
  }

  private static String said(String format) {
    return "<documentation textFormat=\"%s\">Said.</documentation>".formatted(format);
  }

  @ParameterizedTest
  @CsvSource({
    "true, '', the same",
    "false, ' name=\"n\"', another model",
    "false, ' ', the same model in other bytes",
    "false, ' <', no XML at all"
  })
  void only_what_is_ours_may_differ(boolean holds, String more, String why) {
    String ours = said(OwnText.format("Said."));

    assertThat(Proof.holds(model("", ""), model(ours, more))).as(why).isEqualTo(holds);
    assertThat(Proof.holds(model(ours, ""), model("", more))).as(why).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"text/plain", "text/plain; bpmndoc=0123456789abcdef"})
  void what_would_be_read_as_words_of_people_is_not_ours(String format) {
    assertThat(Proof.holds(model("", ""), model(said(format), ""))).isFalse();
  }
}
